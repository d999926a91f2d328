import { z } from 'zod'
import { acceptParcel } from '#app/domain/fulfilment/accept-parcel.server.ts'
import { correctDispatch } from '#app/domain/fulfilment/correct-dispatch.server.ts'
import { dispatchParcel, undispatchParcel } from '#app/domain/fulfilment/dispatch-parcel.server.ts'
import { handOverPickup } from '#app/domain/fulfilment/hand-over-pickup.server.ts'
import type { StepRefusal } from '#app/domain/fulfilment/move-parcel.server.ts'
import { packParcel, unpackParcel } from '#app/domain/fulfilment/pack-parcel.server.ts'
import { FETCHED, PROBLEM_OUTCOMES } from '#app/domain/fulfilment/parcel.ts'
import { tidyOrderCode } from '#app/domain/orders/find-order.queries.server.ts'
import { findStaffOrder } from '#app/domain/orders/order-page.queries.server.ts'
import { DISPATCH_WAYS, isBooked, isGivenUp, type PaymentState } from '#app/domain/orders/order-status.ts'
import { cancelForBuyer } from '#app/domain/payments/cancel-order.server.ts'
import { confirmShipping } from '#app/domain/payments/confirm-shipping.server.ts'
import {
  correctRefundReference,
  correctReturnReference,
} from '#app/domain/payments/correct-refund-reference.server.ts'
import { declineParcel } from '#app/domain/payments/decline-parcel.server.ts'
import { eraseBuyer } from '#app/domain/payments/erase-buyer.server.ts'
import { recordPickupPayment } from '#app/domain/payments/record-pickup-payment.server.ts'
import { refundFailed } from '#app/domain/payments/refund-failed.server.ts'
import { returnBounced } from '#app/domain/payments/return-bounced.server.ts'
import { returnToErased } from '#app/domain/payments/return-to-erased.server.ts'
import { settleProblem } from '#app/domain/payments/settle-problem.server.ts'
import { entryOf } from '#app/lib/entry-of.ts'
import { formatRupiah } from '#app/lib/format.ts'
import type { Result } from '#app/lib/result.ts'
import { m } from '#app/paraglide/messages.js'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { closePageAndCancel } from '#app/routes/cancel-order.server.ts'
import { type App, notFound } from '#app/routes/context.server.ts'
import { correctSaidShipping } from '#app/routes/correct-shipping.server.ts'
import { redirectSaying } from '#app/routes/flash.server.ts'
import {
  correctShippingForm,
  declineForm,
  optionalText,
  rupiahField,
  shippingForm,
  trackingNumber,
} from '#app/routes/parcel-forms.server.ts'
import { bankReference, readForm, reasonText, refused } from './answers.server.ts'
import type { OrderNews } from './order-words.ts'
import {
  markLookedUp,
  type RefundSentRefusal,
  refundSentAnswers,
  refundSentForm,
} from './refund-sent.server.ts'

const parcel = z.object({ parcelId: z.uuid() })
const refund = z.object({ refundId: z.uuid() })
const nothing = z.object({})
const cash = z.object({ amount: rupiahField })
const corrected = z.object({ reference: bankReference, seen: z.string() })
const referred = refund.extend(corrected.shape)
const failed = refund.extend({
  reason: reasonText(m.console_refund_reason_missing),
  seen: z.string().optional(),
})
const returnReferred = corrected.extend({ taskId: z.uuid() })
const bounced = z.object({ taskId: z.uuid(), reason: reasonText(m.console_refund_reason_missing) })
const erasedMoney = z.object({ amount: rupiahField, reference: bankReference })
const settled = parcel.extend({
  outcome: z.enum(PROBLEM_OUTCOMES, { error: () => m.console_settle_missing() }),
  note: reasonText(m.console_settle_note_missing),
})
const handedOver = parcel.extend({ here: z.literal('yes', { error: () => m.console_handover_unticked() }) })
const dispatched = parcel.extend({
  way: z.enum(DISPATCH_WAYS, { error: () => m.console_delivery_missing() }),
  carrier: optionalText(60),
  trackingNumber,
})
const priced = shippingForm.and(parcel)
const repriced = correctShippingForm.and(parcel)
const declined = declineForm.and(parcel)

/** Where it is done. */
interface At {
  app: App
  orderId: string
}

/** Something staff do to an order: reads its form, gives the command, and says what came of it. */
type Act = (ctx: StaffCtx, form: FormData, at: At) => Promise<Response | ReturnType<typeof refused>>

/** What staff read when it was refused, at the field to mend where there is one. */
type Words = string | { field: string; error: string }
/** Words for each refusal of a command; a code without any does not compile. What is unknown is not found instead. */
type Answers<Refusal extends { code: string }> = {
  [Code in Exclude<Refusal['code'], `unknown-${string}`>]: (
    refusal: Extract<Refusal, { code: Code }>,
  ) => Words
}

const moved = () => m.console_error_moved()
const carrierMissing = () => ({ field: 'carrier', error: m.console_carrier_missing() })
const carrierNeedless = () => ({ field: 'carrier', error: m.console_carrier_needless() })
const carrierAnswers = { 'carrier-missing': carrierMissing, 'carrier-needless': carrierNeedless }
const referenceAnswers = {
  'nothing-to-correct': moved,
  unchanged: () => ({ field: 'reference', error: m.console_dispatch_unchanged() }),
}
/** How the order ended meanwhile, or that money may be on its way. */
function tooLateToCancel(state: PaymentState): string {
  if (isBooked(state)) return m.console_cancel_paid()
  return isGivenUp(state) ? m.console_cancel_over() : m.console_cancel_too_late()
}
const tooFar = (field: 'way' | 'delivery') => () => ({ field, error: m.console_too_far_to_bring() })
const stepAnswers: Answers<StepRefusal> = {
  'wrong-state': moved,
  'collected-at-library': () => m.console_error_collected(),
  'wrong-way': moved,
  ...carrierAnswers,
  'too-far-to-bring': tooFar('way'),
}

/** Everything that can be done on an order's page, by the intent its form sends. */
export const ACTS: Readonly<Record<string, Act>> = {
  cash: act({
    reads: cash,
    gives: (ctx, { amount }, { orderId }) => recordPickupPayment(ctx, { orderId, amountRupiah: amount }),
    news: ({ repeated }) => (repeated ? 'paid-before' : 'paid'),
    answers: {
      'not-paid-at-pickup': () => m.console_error_not_pickup(),
      'order-closed': moved,
      'wrong-amount': ({ expected }) => ({
        field: 'amount',
        error: m.console_cash_wrong({ expected: formatRupiah(expected, 'id') }),
      }),
    },
  }),
  'hand-over': act({
    reads: handedOver,
    gives: (ctx, { parcelId }) => handOverPickup(ctx, parcelId),
    news: 'handed-over',
    answers: {
      'wrong-state': moved,
      'not-a-pickup': () => m.console_error_not_pickup(),
      unpaid: () => m.console_error_unpaid(),
    },
  }),
  accept: act({
    reads: parcel,
    gives: (ctx, { parcelId }) => acceptParcel(ctx, parcelId),
    news: 'moved',
    answers: stepAnswers,
  }),
  pack: act({
    reads: parcel,
    gives: (ctx, { parcelId }) => packParcel(ctx, parcelId),
    news: 'moved',
    answers: stepAnswers,
  }),
  unpack: act({
    reads: parcel,
    gives: (ctx, { parcelId }) => unpackParcel(ctx, parcelId),
    news: 'moved',
    answers: stepAnswers,
  }),
  undispatch: act({
    reads: parcel,
    gives: (ctx, { parcelId }) => undispatchParcel(ctx, parcelId),
    news: 'moved',
    answers: stepAnswers,
  }),
  dispatch: act({
    reads: dispatched,
    gives: (ctx, command) => dispatchParcel(ctx, command),
    news: 'moved',
    answers: stepAnswers,
  }),
  fetched: act({
    reads: parcel,
    gives: (ctx, { parcelId }) => dispatchParcel(ctx, { parcelId, ...FETCHED }),
    news: 'moved',
    answers: stepAnswers,
  }),
  'correct-dispatch': act({
    reads: dispatched,
    gives: (ctx, command) => correctDispatch(ctx, command),
    news: 'corrected',
    answers: {
      'nothing-to-correct': () => m.console_error_dispatch_over(),
      'wrong-way': moved,
      ...carrierAnswers,
      'too-far-to-bring': tooFar('way'),
      unchanged: () => ({ field: 'trackingNumber', error: m.console_dispatch_unchanged() }),
    },
  }),
  decline: act({
    reads: declined,
    gives: (ctx, command) => declineParcel(ctx, command),
    news: 'declined',
    answers: { 'wrong-state': moved },
  }),
  cancel: act({
    reads: nothing,
    gives: (ctx, _nothing, { app, orderId }) =>
      closePageAndCancel(app, ctx, (closedSessionId) => cancelForBuyer(ctx, { orderId, closedSessionId })),
    news: 'cancelled',
    answers: {
      'too-late': ({ state }) => tooLateToCancel(state),
      'card-page-open': () => m.console_error_card_open(),
      'card-away': () => m.console_error_card_away(),
    },
  }),
  price: act({
    reads: priced,
    gives: (ctx, { shipping, ...rest }) => confirmShipping(ctx, { ...rest, shippingRupiah: shipping }),
    news: ({ isPriced }) => (isPriced ? 'priced' : 'quoted'),
    answers: {
      ...carrierAnswers,
      'too-far-to-bring': tooFar('delivery'),
      'nothing-to-confirm': () => m.console_group_error_priced(),
      'priced-by-staff': () => m.console_group_wait_abroad(),
      'no-free-total': () => m.console_error_no_total(),
    },
  }),
  'correct-price': act({
    reads: repriced,
    gives: (ctx, { shipping, ...rest }, { app }) =>
      correctSaidShipping(app, ctx, { ...rest, shippingRupiah: shipping }),
    news: ({ isTold }) => (isTold ? 'repriced' : 'quoted'),
    answers: {
      ...carrierAnswers,
      'too-far-to-bring': tooFar('delivery'),
      'nothing-to-correct': () => m.console_price_over(),
      moved,
      unchanged: () => ({ field: 'shipping', error: m.console_dispatch_unchanged() }),
      'priced-by-staff': () => m.console_group_wait_abroad(),
      'card-page-open': () => m.console_error_card_open(),
      'card-away': () => m.console_error_card_away(),
      'no-free-total': () => m.console_error_no_total(),
    },
  }),
  'refund-sent': act<typeof refundSentForm, { repeated: boolean }, RefundSentRefusal>({
    reads: refundSentForm,
    gives: (ctx, command, { app }) => markLookedUp(app, ctx, command),
    news: 'refunded',
    answers: refundSentAnswers,
  }),
  'refund-reference': act({
    reads: referred,
    gives: (ctx, command) => correctRefundReference(ctx, command),
    news: 'reference-corrected',
    answers: referenceAnswers,
  }),
  'return-reference': act({
    reads: returnReferred,
    gives: (ctx, command) => correctReturnReference(ctx, command),
    news: 'reference-corrected',
    answers: referenceAnswers,
  }),
  'refund-failed': act({
    reads: failed,
    gives: (ctx, command) => refundFailed(ctx, command),
    news: 'refund-failed',
    answers: { 'sent-otherwise': moved },
  }),
  'return-bounced': act({
    reads: bounced,
    gives: (ctx, command) => returnBounced(ctx, command),
    news: 'refund-failed',
    answers: { 'told-before': moved },
  }),
  'return-to-erased': act({
    reads: erasedMoney,
    gives: (ctx, { amount, reference }, { orderId }) =>
      returnToErased(ctx, { orderId, amountRupiah: amount, reference }),
    news: 'returned-to-erased',
    answers: { 'nothing-came': () => ({ field: 'amount', error: m.console_erased_money_none() }) },
  }),
  settle: act({
    reads: settled,
    gives: (ctx, command) => settleProblem(ctx, command),
    news: 'settled',
    answers: {
      'no-problem': () => m.console_error_no_problem(),
      'not-sent-yet': () => m.console_error_not_sent(),
      'here-already': () => m.console_error_here_already(),
    },
  }),
  erase,
}

/** The code is typed once more, since nothing brings the buyer's data back. */
async function erase(ctx: StaffCtx, form: FormData, { app, orderId }: At): ReturnType<Act> {
  const order = await findStaffOrder(ctx, orderId)
  if (!order) throw notFound()
  if (tidyOrderCode(String(form.get('code') ?? '')) !== order.code) {
    return refused(form, m.console_erase_code_wrong(), { field: 'code', status: 422 })
  }
  const erased = await eraseBuyer(ctx, { orderId })
  if (erased.ok) return redirectSaying(app, `/petugas/pesanan/${orderId}`, 'erased' satisfies OrderNews)
  switch (erased.error.code) {
    case 'unknown-order':
      throw notFound()
    case 'not-at-rest':
      return refused(form, m.console_erase_not_at_rest())
    case 'question-open':
      return refused(form, m.console_erase_question_open())
  }
}

function act<Schema extends z.ZodType, Done, Refusal extends { code: string }>({
  reads,
  gives,
  news,
  answers,
}: {
  reads: Schema
  gives: (ctx: StaffCtx, given: z.output<Schema>, at: At) => Promise<Result<Done, Refusal>>
  /** What the order's page says when it is done. */
  news: OrderNews | ((done: Done) => OrderNews)
  answers: Answers<Refusal>
}): Act {
  return async (ctx, form, at) => {
    const given = readForm(form, reads)
    if (!given.ok) return given.error.answer
    const done = await gives(ctx, given.value, at)
    if (done.ok) {
      const said = typeof news === 'function' ? news(done.value) : news
      return redirectSaying(at.app, `/petugas/pesanan/${at.orderId}`, said)
    }
    const answer = entryOf<(refusal: never) => Words>(answers, done.error.code)
    if (!answer) throw notFound()
    const words = answer(done.error as never)
    if (typeof words === 'string') return refused(form, words)
    return refused(form, words.error, { field: words.field, status: 422 })
  }
}
