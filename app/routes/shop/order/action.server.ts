import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { fillUpTo } from '#app/domain/carts/change-lines.server.ts'
import { pieceName } from '#app/domain/catalogue/product.ts'
import { receiveParcel } from '#app/domain/fulfilment/receive-parcel.server.ts'
import { reportProblem } from '#app/domain/fulfilment/report-problem.server.ts'
import type { FoundOrder } from '#app/domain/orders/find-order.queries.server.ts'
import { findOrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { isPickup } from '#app/domain/orders/order-status.ts'
import { cancelOrder } from '#app/domain/payments/cancel-order.server.ts'
import { parseId } from '#app/lib/ids.ts'
import { inLocale, localePath } from '#app/lib/locale.ts'
import { plainText } from '#app/lib/plain-text.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { closePageAndCancel } from '#app/routes/cancel-order.server.ts'
import { notFound } from '#app/routes/context.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { readCartToken, writeCartToken } from '../cart-cookie.server.ts'
import { flashBasket, flashOrder } from '../checkout/flash.server.ts'
import type { OrderFlash } from '../checkout/flash.ts'
import { grantedOrder } from './access.server.ts'
import { LONGEST_PROBLEM, type ProblemAnswer } from './problem-form.tsx'

interface Asked {
  args: ActionFunctionArgs
  ctx: Ctx
  order: FoundOrder
}

/** What the buyer can do to an order: say it is here, report, call off, order again. */
export async function changeOrder(args: ActionFunctionArgs) {
  const asked: Asked = { args, ...(await grantedOrder(args)) }
  const form = await formOf(args.request)
  switch (form.get('aksi')) {
    case 'terima':
      return back(asked, await receive(asked, parcelIn(form)))
    case 'lapor':
      return report(asked, parcelIn(form), form)
    case 'batal':
      return back(asked, await cancel(asked))
    case 'pesan-lagi':
      return orderAgain(asked)
    default:
      return back(asked, null)
  }
}

async function back({ args, ctx, order }: Asked, flash: OrderFlash | null): Promise<Response> {
  return redirect(localePath(`/pesanan/${order.code}`, ctx.locale), {
    status: 303,
    headers: flash ? { 'Set-Cookie': await flashOrder(args.context.app, flash) } : undefined,
  })
}

function parcelIn(form: FormData): string {
  const id = parseId(String(form.get('paket') ?? ''))
  if (!id) throw notFound()
  return id
}

async function receive({ ctx, order }: Asked, parcelId: string): Promise<OrderFlash> {
  const received = await receiveParcel(ctx, { orderId: order.orderId, parcelId })
  if (received.ok) return { code: isPickup(received.value.delivery) ? 'collected' : 'received' }
  if (received.error.code === 'unknown-parcel') throw notFound()
  return { code: 'changed-meanwhile' }
}

async function report(asked: Asked, parcelId: string, form: FormData) {
  const { ctx, order } = asked
  const note = plainText(String(form.get('masalah') ?? ''))
  if (note === '' || note.length > LONGEST_PROBLEM) {
    const answer: ProblemAnswer = { parcelId, note, problem: note === '' ? 'empty' : 'too-long' }
    return data({ answer }, { status: 422 })
  }
  const reported = await reportProblem(ctx, { orderId: order.orderId, parcelId, note })
  if (reported.ok) return back(asked, { code: reported.value.isAdded ? 'problem-added' : 'problem-sent' })
  switch (reported.error.code) {
    case 'unknown-parcel':
      throw notFound()
    case 'too-late':
      return back(asked, { code: 'problem-too-late' })
    case 'nothing-to-report':
      return back(asked, { code: 'changed-meanwhile' })
  }
}

async function cancel({ args, ctx, order: { orderId } }: Asked): Promise<OrderFlash> {
  const cancelled = await closePageAndCancel(args.context.app, ctx, (closedSessionId) =>
    cancelOrder(ctx, { orderId, closedSessionId }),
  )
  if (cancelled.ok) return { code: 'cancelled' }
  return { code: cancelled.error.code === 'card-away' ? 'cancel-away' : 'cannot-cancel' }
}

/** The same pieces are in the basket afterwards, as many of each as can be had; pressed again, no more of them. */
async function orderAgain({ args, ctx, order }: Asked): Promise<Response> {
  const { app } = args.context
  const page = await findOrderPage(ctx, order.orderId)
  const lines = page?.parcels.flatMap((parcel) => parcel.lines) ?? []
  let token = await readCartToken(args)
  const missing: string[] = []
  let [isAdded, isNone] = [false, true]
  for (const line of lines) {
    const { variantId, quantity } = line
    const filled = await fillUpTo(ctx, { token, variantId, quantity })
    if (filled.ok) {
      token = filled.value.token
      isAdded ||= filled.value.added > 0
    }
    const { inCart } = filled.ok ? filled.value : { inCart: 0, ...filled.error }
    if (inCart > 0) isNone = false
    if (inCart < quantity)
      missing.push(
        pieceName({
          title: inLocale(ctx.locale, line.titleId, line.titleEn),
          label: inLocale(ctx.locale, line.labelId, line.labelEn),
        }),
      )
  }
  const headers = new Headers()
  if (token) headers.append('Set-Cookie', await writeCartToken(app, token))
  headers.append(
    'Set-Cookie',
    await flashBasket(app, [{ code: 'again', orderCode: order.code, titles: missing, isNone, isAdded }]),
  )
  return redirect(localePath('/keranjang', ctx.locale), { status: 303, headers })
}
