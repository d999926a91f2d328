import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { acceptParcel } from '#app/domain/fulfilment/accept-parcel.server.ts'
import { dispatchParcel } from '#app/domain/fulfilment/dispatch-parcel.server.ts'
import { handOverPickup } from '#app/domain/fulfilment/hand-over-pickup.server.ts'
import { packParcel } from '#app/domain/fulfilment/pack-parcel.server.ts'
import { tidyOrderCode } from '#app/domain/orders/find-order.queries.server.ts'
import { findOrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { confirmShipping } from '#app/domain/payments/confirm-shipping.server.ts'
import { declineParcel } from '#app/domain/payments/decline-parcel.server.ts'
import { eraseBuyer } from '#app/domain/payments/erase-buyer.server.ts'
import { markRefundSent } from '#app/domain/payments/mark-refund-sent.server.ts'
import { recordPickupPayment } from '#app/domain/payments/record-pickup-payment.server.ts'
import { refundFailed } from '#app/domain/payments/refund-failed.server.ts'
import { settleProblem } from '#app/domain/payments/settle-problem.server.ts'
import { formatRupiah } from '#app/lib/format.ts'
import type { Result } from '#app/lib/result.ts'
import { m } from '#app/paraglide/messages.js'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { notFound } from '#app/routes/context.server.ts'
import { declineForm, rupiahField, shippingForm } from '#app/routes/parcel-forms.server.ts'
import { readForm, refused, text } from './answers.server.ts'

const parcel = z.object({ parcelId: z.uuid() })
const refund = z.object({ refundId: z.uuid() })
const cash = z.object({ amount: rupiahField })
const sent = refund.extend({
  reference: text(60, () => m.console_refund_reference_missing()),
  from: z.enum(['bank', 'cash']).optional(),
})
const failed = refund.extend({ reason: text(300, () => m.console_refund_reason_missing()) })
const settled = parcel.extend({
  outcome: z.enum(['kept', 'refunded'], { error: () => m.console_settle_missing() }),
  note: text(300, () => m.console_settle_note_missing()),
})
const dispatched = parcel.extend({
  carrier: text(60, () => m.console_carrier_missing()).optional(),
  trackingNumber: text(60, () => m.console_carrier_missing()).optional(),
})
const priced = shippingForm.and(parcel)
const declined = declineForm.and(parcel)

/** Something staff do to an order: reads its form, gives the command, and says what came of it. */
type Act = (ctx: StaffCtx, form: FormData, orderId: string) => Promise<Response | ReturnType<typeof refused>>

/** Everything that can be done on an order's page, by the intent its form sends. */
export const ACTS: Record<string, Act> = {
  cash: act(cash, 'bayar', (ctx, { amount }, orderId) =>
    recordPickupPayment(ctx, { orderId, amountRupiah: amount }),
  ),
  'hand-over': act(parcel, 'serah', (ctx, { parcelId }) => handOverPickup(ctx, parcelId)),
  accept: act(parcel, 'paket', (ctx, { parcelId }) => acceptParcel(ctx, parcelId)),
  pack: act(parcel, 'paket', (ctx, { parcelId }) => packParcel(ctx, parcelId)),
  dispatch: act(dispatched, 'paket', (ctx, { parcelId, carrier, trackingNumber }) =>
    dispatchParcel(ctx, { parcelId, carrier: carrier ?? null, trackingNumber: trackingNumber ?? null }),
  ),
  decline: act(declined, 'batal', (ctx, command) => declineParcel(ctx, command)),
  price: act(priced, 'ongkos', (ctx, { shipping, carrier, ...rest }) =>
    confirmShipping(ctx, {
      ...rest,
      shippingRupiah: shipping,
      carrier: carrier ?? m.console_group_carrier_own(),
    }),
  ),
  'refund-sent': act(sent, 'kembali', (ctx, command) => markRefundSent(ctx, command)),
  'refund-failed': act(failed, 'gagal', (ctx, command) => refundFailed(ctx, command)),
  settle: act(settled, 'masalah', (ctx, command) => settleProblem(ctx, command)),
  erase,
}

/** The order's page is gone afterwards, so the answer is its shelf. */
async function erase(ctx: StaffCtx, form: FormData, orderId: string): ReturnType<Act> {
  const order = await findOrderPage(ctx, orderId)
  if (!order) throw notFound()
  if (tidyOrderCode(String(form.get('code') ?? '')) !== order.code) {
    return refused(form, m.console_erase_code_wrong(), { field: 'code', status: 422 })
  }
  const erased = await eraseBuyer(ctx, { orderId })
  if (erased.ok) return redirect(`/petugas/pesanan?dihapus=${order.code}`)
  if (erased.error.code === 'unknown-order') throw notFound()
  return refused(form, m.console_erase_not_at_rest())
}

type Refusal = { code: string; expected?: number }

function act<Schema extends z.ZodType>(
  schema: Schema,
  news: string,
  command: (ctx: StaffCtx, given: z.output<Schema>, orderId: string) => Promise<Result<unknown, Refusal>>,
): Act {
  return async (ctx, form, orderId) => {
    const given = readForm(form, schema)
    if (!given.ok) return given.error.answer
    const done = await command(ctx, given.value, orderId)
    if (done.ok) return redirect(`/petugas/pesanan/${orderId}?kabar=${news}`)
    if (done.error.code.startsWith('unknown-')) throw notFound()
    const field = FIELDS[done.error.code]
    return refused(form, wordsFor(done.error), field ? { field, status: 422 } : {})
  }
}

const WORDS: Record<string, () => string> = {
  'wrong-state': m.console_error_moved,
  'order-closed': m.console_error_moved,
  'nothing-to-confirm': m.console_group_error_priced,
  'no-free-total': m.console_error_no_total,
  'carrier-missing': m.console_carrier_missing,
  'collected-at-library': m.console_error_collected,
  'not-a-pickup': m.console_error_not_pickup,
  'not-paid-at-pickup': m.console_error_not_pickup,
  unpaid: m.console_error_unpaid,
  'no-problem': m.console_error_no_problem,
  'not-sent-yet': m.console_error_not_sent,
  'goes-by-card': m.console_error_by_card,
}

/** What only the order itself shows to be missing or wrong, at the field to mend. */
const FIELDS: Record<string, string> = { 'carrier-missing': 'carrier', 'wrong-amount': 'amount' }

function wordsFor({ code, expected }: Refusal): string {
  if (code === 'wrong-amount') return m.console_cash_wrong({ expected: formatRupiah(expected ?? 0, 'id') })
  return WORDS[code]?.() ?? m.console_error_moved()
}
