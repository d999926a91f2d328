import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { findCart } from '#app/domain/carts/carts.queries.server.ts'
import {
  acceptPrices,
  addAtMost,
  type LineRefusal,
  removeLine,
  setQuantity,
} from '#app/domain/carts/change-lines.server.ts'
import { pieceName } from '#app/domain/catalogue/product.ts'
import { findVariantName } from '#app/domain/catalogue/variant-name.queries.server.ts'
import { MOST_PIECES } from '#app/domain/stock/hold.ts'
import { parseId } from '#app/lib/ids.ts'
import { localePath } from '#app/lib/locale.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { shopContext } from '#app/routes/context.server.ts'
import { readCartToken, writeCartToken } from '../cart-cookie.server.ts'
import { flashBasket } from './flash.server.ts'
import type { BasketFlash } from './flash.ts'

interface Done {
  flash: BasketFlash | null
  /** The basket's, when it may be new. */
  token?: string
}

/** Everything that can be done to a basket; always back to the basket, which then says what happened. */
export async function changeBasket(args: ActionFunctionArgs, form: FormData): Promise<Response> {
  const ctx = shopContext(args)
  const token = await readCartToken(args)
  const { flash, token: kept } = await change(ctx, token, form)
  const headers = new Headers()
  if (kept) headers.append('Set-Cookie', await writeCartToken(args.context.app, kept))
  if (flash) headers.append('Set-Cookie', await flashBasket(args.context.app, flash))
  return redirect(localePath('/keranjang', ctx.locale), { status: 303, headers })
}

async function change(ctx: Ctx, token: string | null, form: FormData): Promise<Done> {
  const variantId = parseId(textOf(form, 'pilihan'))
  switch (form.get('aksi')) {
    case 'tambah':
      return variantId ? add(ctx, token, variantId, form) : { flash: { code: 'not-sold' } }
    case 'ubah':
      return token && variantId ? setCount(ctx, token, variantId, form) : { flash: null }
    case 'hapus':
      return token && variantId ? remove(ctx, token, variantId) : { flash: null }
    case 'setuju-harga':
      if (!token) return { flash: null }
      await acceptPrices(ctx, token)
      return { flash: { code: 'prices-accepted' } }
    default:
      return { flash: null }
  }
}

async function add(ctx: Ctx, token: string | null, variantId: string, form: FormData): Promise<Done> {
  const quantity = countIn(form)
  if (quantity === null || quantity === 0) return { flash: { code: 'count-unreadable' } }
  const added = await addAtMost(ctx, { token, variantId, quantity })
  return added.ok
    ? inBasket(ctx, added.value, variantId, quantity)
    : { flash: await refusalFlash(ctx, variantId, added.error) }
}

async function inBasket(
  ctx: Ctx,
  { token, inCart, added }: { token: string; inCart: number; added: number },
  variantId: string,
  wanted: number,
): Promise<Done> {
  const title = await findVariantName(ctx, variantId)
  if (added < wanted) return { token, flash: { code: 'added-fewer', title, count: inCart } }
  return { token, flash: { code: 'added', title, count: inCart, isFirst: inCart === added } }
}

async function setCount(ctx: Ctx, token: string, variantId: string, form: FormData): Promise<Done> {
  const quantity = countIn(form)
  if (quantity === null) return { flash: { code: 'count-unreadable' } }
  if (quantity === 0) return remove(ctx, token, variantId)
  const set = await setQuantity(ctx, { token, variantId, quantity })
  if (!set.ok) return { flash: await refusalFlash(ctx, variantId, set.error) }
  const { inCart: count } = set.value
  const title = await findVariantName(ctx, variantId)
  return { flash: { code: count < quantity ? 'added-fewer' : 'changed', title, count } }
}

async function remove(ctx: Ctx, token: string, variantId: string): Promise<Done> {
  const line = await findLine(ctx, token, variantId)
  if (!line) return { flash: null }
  await removeLine(ctx, { token, variantId })
  return { flash: { code: 'removed', title: pieceName(line), variantId, quantity: line.quantity } }
}

async function refusalFlash(ctx: Ctx, variantId: string, refusal: LineRefusal): Promise<BasketFlash> {
  switch (refusal.code) {
    case 'unknown-variant':
      return { code: 'not-sold' }
    case 'out-of-stock':
      return {
        code: 'not-enough',
        title: await findVariantName(ctx, variantId),
        left: Math.min(refusal.left, MOST_PIECES),
        inCart: refusal.inCart,
      }
    case 'too-many-lines':
      return { code: 'too-many-lines' }
  }
}

/** The number that was typed plus the step of the button that was pressed; null when it is no count. */
function countIn(form: FormData): number | null {
  const typed = (textOf(form, 'jumlah') ?? '1').trim()
  const step = Number(textOf(form, 'jumlah_step') ?? 0)
  if (!/^\d{1,4}$/.test(typed) || !Number.isInteger(step)) return null
  return Math.min(Math.max(0, Number(typed) + step), MOST_PIECES + 1)
}

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name)
  return typeof value === 'string' ? value : null
}

async function findLine(ctx: Ctx, token: string, variantId: string) {
  const cart = await findCart(ctx, token)
  return cart?.parcels.flatMap(({ lines }) => lines).find((line) => line.variantId === variantId)
}
