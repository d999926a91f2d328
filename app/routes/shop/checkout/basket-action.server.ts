import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { findCart } from '#app/domain/carts/carts.queries.server.ts'
import {
  acceptPrices,
  addAtMost,
  type LineRefusal,
  removeLine,
  setQuantity,
} from '#app/domain/carts/change-lines.server.ts'
import { findVariantName } from '#app/domain/catalogue/variant-name.queries.server.ts'
import { MOST_PIECES } from '#app/domain/stock/hold.ts'
import { parseId } from '#app/lib/ids.ts'
import { localePath } from '#app/lib/locale.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { shopContext } from '#app/routes/context.server.ts'
import { readCartToken, writeCartToken } from '../cart-cookie.server.ts'
import { countedIn } from './basket-form.tsx'
import { flashBasket, readRemoved } from './flash.server.ts'
import type { BasketFlash } from './flash.ts'
import { isAsTyped, isRemoved, worthSaying } from './worth-saying.ts'

interface Done {
  said: BasketFlash[]
  /** The basket's, when it may be new. */
  token?: string
  /** Where it goes on, if not back to the basket. */
  to?: string
}

/** Everything that can be done to a basket; back to the basket, which then says what happened, or on to the order. */
export async function changeBasket(args: ActionFunctionArgs, form: FormData): Promise<Response> {
  const ctx = shopContext(args)
  const token = await readCartToken(args)
  const { said: done, token: kept, to = '/keranjang' } = await change(ctx, token, form)
  const said = worthSaying([...done, ...(await stillOut(args, form, done))])
  const headers = new Headers()
  if (kept) headers.append('Set-Cookie', await writeCartToken(args.context.app, kept))
  if (said.length > 0) headers.append('Set-Cookie', await flashBasket(args.context.app, said))
  return redirect(localePath(to, ctx.locale), { status: 303, headers })
}

/** Whoever puts one line back, or takes another out, may still put back the rest. */
async function stillOut(
  args: ActionFunctionArgs,
  form: FormData,
  said: readonly BasketFlash[],
): Promise<BasketFlash[]> {
  const pressed = pressedIn(form)
  const back = pressed?.does === 'put-back' ? pressed.variantId : null
  const out = said.filter(isRemoved)
  if (!back && out.length === 0) return []
  const dealtWith = new Set([back, ...out.map(({ variantId }) => variantId)])
  return (await readRemoved(args)).filter(({ variantId }) => !dealtWith.has(variantId))
}

async function change(ctx: Ctx, token: string | null, form: FormData): Promise<Done> {
  switch (form.get('aksi')) {
    case 'tambah':
      return add(ctx, token, parseId(textOf(form, 'pilihan')), countIn(form, 'jumlah'))
    case 'ubah':
      return token ? changeLines(ctx, token, form) : { said: [] }
    default:
      return { said: [] }
  }
}

/** The counts that were changed first, whichever button was pressed; whoever goes on stays where one could not be had. */
async function changeLines(ctx: Ctx, token: string, form: FormData): Promise<Done> {
  const pressed = pressedIn(form)
  const said = await setCounts(ctx, token, form, pressed)
  if (pressed) {
    const done = await press(ctx, token, pressed)
    return { ...done, said: [...done.said, ...said] }
  }
  if (!form.has('lanjut')) return { said, to: placeAsked(form) }
  return said.every(isAsTyped) ? { said: [], to: '/checkout/alamat' } : { said }
}

/** A button that does something beside setting the counts. */
type Pressed =
  | { does: 'remove'; variantId: string }
  | { does: 'set' | 'put-back'; variantId: string; count: number | null }
  | { does: 'accept-prices' }

/** Null for buttons that only go on. */
function pressedIn(form: FormData): Pressed | null {
  const removed = parseId(textOf(form, 'hapus'))
  if (removed) return { does: 'remove', variantId: removed }
  const set = lineOf(form, 'ambil')
  if (set) return { does: 'set', ...set }
  const back = lineOf(form, 'kembali')
  if (back) return { does: 'put-back', ...back }
  return form.has('harga') ? { does: 'accept-prices' } : null
}

/** What a button says of a line: the variant and a count. */
function lineOf(form: FormData, name: string): { variantId: string; count: number | null } | null {
  const [id, count = ''] = (textOf(form, name) ?? '').split(' ')
  const variantId = parseId(id)
  return variantId ? { variantId, count: countOf(count) } : null
}

async function press(ctx: Ctx, token: string, pressed: Pressed): Promise<Done> {
  switch (pressed.does) {
    case 'remove':
      return { said: await remove(ctx, token, pressed.variantId) }
    case 'set':
      return { said: await setCount(ctx, token, pressed.variantId, pressed.count) }
    case 'put-back':
      return add(ctx, token, pressed.variantId, pressed.count)
    case 'accept-prices':
      await acceptPrices(ctx, token)
      return { said: [{ code: 'prices-accepted' }] }
  }
}

/** The basket with what sending costs to a place that was chosen, or with the places that fit what was typed. */
function placeAsked(form: FormData): string | undefined {
  const [chosen, typed] = [textOf(form, 'kec'), textOf(form, 'ke')?.trim() ?? '']
  const isTyped = form.has('cari') || (typed !== '' && typed !== textOf(form, 'ke_was'))
  if (!chosen && !isTyped) return undefined
  return `/keranjang?${new URLSearchParams(chosen ? { kec: chosen } : { ke: typed })}#kirim`
}

async function add(
  ctx: Ctx,
  token: string | null,
  variantId: string | null,
  quantity: number | null,
): Promise<Done> {
  if (!variantId) return { said: [{ code: 'not-sold' }] }
  if (quantity === null || quantity === 0) return { said: [await unreadable(ctx, variantId)] }
  const added = await addAtMost(ctx, { token, variantId, quantity })
  return added.ok
    ? inBasket(ctx, added.value, variantId, quantity)
    : { said: [await refusalFlash(ctx, variantId, added.error)] }
}

async function inBasket(
  ctx: Ctx,
  { token, inCart, added }: { token: string; inCart: number; added: number },
  variantId: string,
  wanted: number,
): Promise<Done> {
  const title = await findVariantName(ctx, variantId)
  if (added < wanted) return { token, said: [{ code: 'added-fewer', title, count: inCart }] }
  return { token, said: [{ code: 'added', title, count: inCart, isFirst: inCart === added }] }
}

/** What came of the counts that were changed on the page; a line whose own button was pressed is not counted first. */
async function setCounts(
  ctx: Ctx,
  token: string,
  form: FormData,
  pressed: Pressed | null,
): Promise<BasketFlash[]> {
  const said: BasketFlash[] = []
  const own = pressed?.does === 'remove' || pressed?.does === 'set' ? pressed.variantId : null
  for (const name of form.keys()) {
    const variantId = parseId(countedIn(name))
    if (!variantId || variantId === own || !isChanged(form, name)) continue
    said.push(...(await setCount(ctx, token, variantId, countIn(form, name))))
  }
  return said
}

/** What was left alone is not set again: the basket may have been changed on another page since. */
const isChanged = (form: FormData, name: string): boolean =>
  form.has(`${name}_step`) || textOf(form, name)?.trim() !== textOf(form, `${name}_was`)

async function setCount(
  ctx: Ctx,
  token: string,
  variantId: string,
  quantity: number | null,
): Promise<BasketFlash[]> {
  if (quantity === null) return [await unreadable(ctx, variantId)]
  if (quantity === 0) return remove(ctx, token, variantId)
  const set = await setQuantity(ctx, { token, variantId, quantity })
  if (!set.ok) return [await refusalFlash(ctx, variantId, set.error)]
  const { inCart: count } = set.value
  const title = await findVariantName(ctx, variantId)
  return [{ code: count < quantity ? 'changed-fewer' : 'changed', title, count }]
}

async function unreadable(ctx: Ctx, variantId: string): Promise<BasketFlash> {
  const title = await findVariantName(ctx, variantId)
  return title ? { code: 'count-unreadable', title } : { code: 'not-sold' }
}

async function remove(ctx: Ctx, token: string, variantId: string): Promise<BasketFlash[]> {
  const line = await findLine(ctx, token, variantId)
  if (!line) return []
  await removeLine(ctx, { token, variantId })
  return [{ code: 'removed', variantId, quantity: line.quantity }]
}

async function refusalFlash(ctx: Ctx, variantId: string, refusal: LineRefusal): Promise<BasketFlash> {
  switch (refusal.code) {
    case 'unknown-variant':
      return { code: 'not-sold' }
    case 'not-in-basket':
      return { code: 'not-in-basket', title: await findVariantName(ctx, variantId) }
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
function countIn(form: FormData, name: string): number | null {
  const step = Number(textOf(form, `${name}_step`) ?? 0)
  const count = countOf(textOf(form, name) ?? '1')
  return count === null || !Number.isInteger(step) ? null : Math.max(0, count + step)
}

/** More than anybody can have is as good as one more than that. */
const countOf = (typed: string): number | null =>
  /^\d{1,4}$/.test(typed.trim()) ? Math.min(Number(typed), MOST_PIECES + 1) : null

function textOf(form: FormData, name: string): string | null {
  const value = form.get(name)
  return typeof value === 'string' ? value : null
}

async function findLine(ctx: Ctx, token: string, variantId: string) {
  const cart = await findCart(ctx, token)
  return cart?.parcels.flatMap(({ lines }) => lines).find((line) => line.variantId === variantId)
}
