import { z } from 'zod'
import { isBooked } from '#app/domain/orders/order-status.ts'
import {
  confirmTransfer,
  recordTransfer,
  recordTransferAgain,
  type Slip,
  type TransferRefusal,
  type TransferTaken,
} from '#app/domain/payments/confirm-transfer.server.ts'
import { refuseTransferProof } from '#app/domain/payments/refuse-transfer-proof.server.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { type App, notFound } from '#app/routes/context.server.ts'
import { redirectSaying } from '#app/routes/flash.server.ts'
import { rupiahField } from '#app/routes/parcel-forms.server.ts'
import { optionalText, readForm, reasonText, refused } from './answers.server.ts'

const about = z.object({ orderId: z.uuid(), code: z.string().max(12) })
const seen = about.extend({
  amount: rupiahField,
  note: optionalText(300),
  /** The amount that staff were asked about. */
  certain: z.coerce.number().optional().catch(undefined),
  slip: z.string().transform(readSlip).optional(),
})

/** The two sums that the tick about a slip was for: noted and really there. */
function readSlip(sums: string): Slip | undefined {
  const [notedRupiah, cameRupiah] = sums.split(':').map(Number)
  return notedRupiah && cameRupiah !== undefined ? { notedRupiah, cameRupiah } : undefined
}

const refusal = about.extend({ reason: reasonText(m.console_refuse_missing) })

type Act = (ctx: StaffCtx, form: FormData, app: App) => Promise<Response | ReturnType<typeof refused>>

/** Everything that can be done with a transfer, by the intent its form sends. */
export const ACTS: Readonly<Record<string, Act>> = {
  confirm: (ctx, form, app) => take(ctx, form, app, confirmTransfer),
  late: (ctx, form, app) => take(ctx, form, app, recordTransfer),
  again: (ctx, form, app) => take(ctx, form, app, recordTransferAgain),
  refuse: refuseProof,
}

/** What was just done with an order's transfer, as the page says it once. */
export interface TransferNews {
  done: TransferTaken['outcome'] | 'noted-before' | 'again-before' | 'booked-before' | 'refused'
  code: string
}
const onward = (app: App, news: TransferNews) => redirectSaying(app, '/petugas/transfer', news)

async function take(ctx: StaffCtx, form: FormData, app: App, command: typeof confirmTransfer) {
  const given = readForm(form, seen)
  if (!given.ok) return given.error.answer
  const { orderId, code, amount, note: said, certain, slip } = given.value
  const taken = await command(ctx, {
    orderId,
    amountRupiah: amount,
    note: said || null,
    certainOfRupiah: certain,
    slip,
  })
  if (taken.ok) return onward(app, { done: doneOf(taken.value), code })
  if (taken.error.code === 'unknown-order') throw notFound()
  return refused(form, refusalWords(taken.error, amount), {
    field: FIELD_OF[taken.error.code],
  })
}

/** Of an amount told once more there is no news to tell, but whoever saw it twice in the bank is told where that goes. */
function doneOf({ outcome, repeated }: TransferTaken): TransferNews['done'] {
  if (!repeated) return outcome
  switch (outcome) {
    case 'wrong-amount':
      return 'noted-before'
    case 'again':
    case 'goes-back':
      return 'again-before'
    case 'paid':
    case 'refund-due':
      return 'booked-before'
    case 'slip':
      return outcome
  }
}

/** What a refusal is about, where it is about one answer. */
const FIELD_OF: Partial<Record<TransferRefusal['code'], string>> = {
  'wrong-amount': 'certain',
  'sent-back-before': 'certain',
  'came-again': 'certain',
  'less-than-noted': 'slip',
  'nothing-came': 'amount',
}

function refusalWords(refusal: Exclude<TransferRefusal, { code: 'unknown-order' }>, typed: number): string {
  switch (refusal.code) {
    case 'wrong-amount':
      return refusal.expected === null
        ? m.console_transfer_wrong_cancelled()
        : m.console_transfer_wrong({ expected: formatRupiah(refusal.expected, 'id') })
    case 'nothing-came':
      return m.console_transfer_nothing()
    case 'less-than-noted':
      return lessWords(refusal, typed)
    case 'sent-back-before':
      return backBeforeWords(refusal)
    case 'came-again':
      return m.console_transfer_came_again({ again: formatRupiah(refusal.again, 'id') })
    case 'booked-before':
      return m.console_transfer_booked()
    case 'order-closed':
      return m.console_transfer_closed()
    case 'order-open':
      return m.console_transfer_open()
    case 'no-total-yet':
      return m.console_transfer_no_total()
    case 'not-a-transfer':
      return m.console_transfer_other_method()
  }
}

function backBeforeWords({
  sentBack,
  expected,
}: Extract<TransferRefusal, { code: 'sent-back-before' }>): string {
  const back = formatRupiah(sentBack, 'id')
  return expected === null
    ? m.console_transfer_back_before_cancelled({ back })
    : m.console_transfer_back_before({ back, expected: formatRupiah(expected, 'id') })
}

/** Of too much the excess goes back by its proof, and the rest pays; of an order called off all of it goes. */
function lessWords(
  { noted, sentBack, expected, state }: Extract<TransferRefusal, { code: 'less-than-noted' }>,
  typed: number,
): string {
  if (isBooked(state))
    return m.console_transfer_less_again({
      noted: formatRupiah(noted, 'id'),
      sum: formatRupiah(noted + typed, 'id'),
    })
  // what went back has come
  if (typed === 0 && sentBack === 0)
    return m.console_transfer_less_nothing({ noted: formatRupiah(noted, 'id') })
  const words =
    noted > expected && state !== 'cancelled' ? m.console_transfer_less_over : m.console_transfer_less
  return words({ noted: formatRupiah(noted, 'id') })
}

async function refuseProof(ctx: StaffCtx, form: FormData, app: App) {
  const given = readForm(form, refusal)
  if (!given.ok) return given.error.answer
  const { orderId, code, reason } = given.value
  const answered = await refuseTransferProof(ctx, { orderId, reason })
  if (answered.ok) return onward(app, { done: 'refused', code })
  switch (answered.error.code) {
    case 'unknown-order':
      throw notFound()
    case 'no-proof':
      return refused(form, m.console_transfer_no_proof())
  }
}
