import type { ReactNode } from 'react'
import { arrivalDays } from '#app/domain/fulfilment/parcel.ts'
import { isBooked, isClosed, isPickup } from '#app/domain/orders/order-status.ts'
import { isAllHere } from '#app/domain/orders/wrong-amount.ts'
import { formatDayRange, formatDayTime, formatDeadline, formatWeekday, localDayOf } from '#app/lib/day.ts'
import { formatList, formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { OwnWords } from '#app/ui/own-words.tsx'
import type { TimelineStep } from '#app/ui/timeline.tsx'
import { declineWords } from './decline-words.ts'
import type { OrderView, ParcelView } from './view.server.ts'
import { isCalledOff, owesCash } from './words.ts'

const MINUTE = 60_000

/** A step as it would be told; which ones are done, present and ahead follows from their instants. */
interface Step {
  title: string
  /** What it is called while it is the present one. */
  now?: string
  at: Date | string | null
  /** When it is expected, in words. */
  expected?: string | null
  note?: ReactNode
}

/** Everything that has happened to one parcel, from the order to its receipt, and what comes next. */
export function parcelSteps(order: OrderView, parcel: ParcelView): TimelineStep[] {
  const steps = [...orderSteps(order, parcel), ...makingSteps(order, parcel), ...arrivalSteps(order, parcel)]
  const happened = steps.filter(({ at }) => at !== null).toSorted((one, other) => timeOf(one) - timeOf(other))
  if (isClosed(parcel.state)) return untilStopped(happened, parcel, order)
  const done = happened.map(doneStep)
  const [present, ...ahead] = steps.filter(({ at }) => at === null)
  return [
    ...done,
    ...(present
      ? [{ title: present.now ?? present.title, state: 'now' as const, when: present.expected }]
      : []),
    ...ahead.map(({ title, expected }) => ({ title, state: 'ahead' as const, when: expected })),
  ]
}

/** Money that comes for what has ended already is told after that. */
function untilStopped(happened: readonly Step[], parcel: ParcelView, order: OrderView): TimelineStep[] {
  const end = parcel.closedAt ? Date.parse(parcel.closedAt) : Number.POSITIVE_INFINITY
  const isLater = (step: Step) => timeOf(step) > end
  return [
    ...happened.filter((step) => !isLater(step)).map(doneStep),
    stoppedStep(parcel, order),
    ...happened.filter(isLater).map(doneStep),
  ]
}

const timeOf = ({ at }: Step): number => new Date(at as string).getTime()

const doneStep = ({ title, at, note }: Step): TimelineStep => ({
  title,
  state: 'done',
  when: formatDayTime(new Date(at as string), getLocale()),
  note,
})

function orderSteps(order: OrderView, parcel: ParcelView): Step[] {
  const { placedAt, events, paymentState, method, paidAt, expiresAt } = order
  const { shippingRupiah } = parcel
  const ordered: Step = { title: m.order_step_ordered(), at: placedAt }
  if (wasDeclinedUnpaid(order, parcel)) return [ordered]
  const others = shippingRupiah === null ? '' : formatList(order.waitsFor, getLocale())
  const priced = events.find(({ kind }) => kind === 'priced')
  const corrected = priced && lastCorrected(events.slice(events.indexOf(priced)), order, parcel)
  const isChecking = paymentState === 'proof-sent' || paymentState === 'processing'
  const isHere = isAllHere(order.wrongAmount)
  const otherAmount = isHere ? m.order_step_excess() : m.order_step_short()
  const until = m.order_step_by({ date: formatDeadline(expiresAt, getLocale()) })
  const pricing: Step = {
    title: m.order_step_priced(),
    now: others ? m.order_step_priced_waits({ groups: others }) : m.order_step_priced_now(),
    at: priced?.at ?? null,
    note: corrected && correctedWords(corrected, order),
    expected: until,
  }
  const paying: Step = {
    title: isOver(order, parcel) ? m.order_step_money_came() : m.order_step_paid(),
    now: order.wrongAmount
      ? otherAmount
      : isChecking
        ? m.order_step_paid_checking()
        : m.order_step_paid_now(),
    at: paidAt,
    expected: paymentState === 'awaiting' && !isHere ? until : null,
  }
  return [
    ordered,
    ...(paymentState === 'quoting' || priced ? [pricing] : []),
    ...(method === 'pickup' && !wasPaidBefore(order, parcel) ? [] : [paying]),
  ]
}

/** What came after the end paid for nothing. */
const isOver = ({ paidAt }: OrderView, { closedAt }: ParcelView): boolean =>
  paidAt !== null && closedAt !== null && new Date(paidAt) > new Date(closedAt)

/** Cash is mostly paid where the parcel is handed over; who paid earlier reads so. */
const wasPaidBefore = ({ paidAt }: OrderView, { receivedAt }: ParcelView): boolean =>
  paidAt !== null &&
  (receivedAt === null || new Date(paidAt).getTime() < new Date(receivedAt).getTime() - MINUTE)

/** Nothing that happened to the rest of the order later happened to such a parcel. */
const wasDeclinedUnpaid = ({ refunds }: OrderView, { id, state }: ParcelView): boolean =>
  state === 'declined' && refunds.every(({ parcelId }) => parcelId !== id)

/** Of what the buyer had been told: another cost changes the total of all parcels, another way only its own parcel. */
const lastCorrected = (told: OrderView['events'], { retold }: OrderView, { id }: ParcelView) =>
  told.findLast(
    ({ kind, parcelId, at }) => kind === 'shipping-corrected' && (parcelId === id || at === retold?.at),
  )

/** What was told before is named where another total took its place. */
function correctedWords({ at }: { at: string }, { retold }: OrderView): string {
  const date = formatDayTime(new Date(at), getLocale())
  if (retold?.at !== at) return m.order_step_repriced({ date })
  const before = formatRupiah(retold.beforeRupiah, getLocale())
  const total = formatRupiah(retold.totalRupiah, getLocale())
  return m.order_step_repriced_total({ date, before, total })
}

function makingSteps(order: OrderView, parcel: ParcelView): Step[] {
  const { acceptedAt, packedAt, delivery, lines } = parcel
  const isWoven = lines.some(({ mode }) => mode === 'made-to-order')
  const now = isWoven ? m.order_step_woven_now() : m.order_step_packed_now()
  const started = {
    title: m.order_step_started(),
    now: m.order_step_started_now(),
    at: acceptedAt ?? packedAt,
  }
  const packed = isPickup(delivery)
    ? { title: m.order_step_ready(), at: packedAt, expected: promised(order, parcel) }
    : { title: m.order_step_packed(), at: packedAt }
  // what it comes to stays in sight while it is made
  return started.at && !packedAt ? [started, { title: now, at: null }, packed] : [started, packed]
}

function arrivalSteps(order: OrderView, parcel: ParcelView): Step[] {
  const { dispatchedAt, dispatchWay, receivedAt, receivedBy, delivery } = parcel
  const note = receivedBy === 'time' ? m.order_step_received_time() : undefined
  if (isPickup(delivery)) {
    const paysWithIt = order.method === 'pickup' && !wasPaidBefore(order, parcel)
    const title = paysWithIt ? m.order_step_collected_cash() : m.order_step_collected()
    const collected = { title, at: receivedAt, note }
    return dispatchedAt
      ? [
          { title: m.order_step_handed_over(), at: dispatchedAt },
          { ...collected, now: m.order_step_handed_over_now() },
        ]
      : [{ ...collected, now: m.order_step_collected_now() }]
  }
  const isBrought = (dispatchWay ?? delivery) === 'local'
  return [
    {
      title: isBrought ? m.order_step_left() : m.order_step_sent(),
      now: isBrought ? m.order_step_left_now() : m.order_step_sent_now(),
      at: dispatchedAt,
      expected: promised(order, parcel),
    },
    {
      title: m.order_step_received(),
      now: m.order_step_received_now(),
      at: receivedAt,
      expected: around(order, parcel),
      note,
    },
  ]
}

/**
 * Money that is seen after the last day to pay moves the promise: until then nobody knows the day.
 * @see docs/decisions/0032-promise-counted-from-the-last-day-to-pay.md
 */
const countsFromPayment = (order: OrderView): boolean =>
  !isBooked(order.paymentState) && !owesCash(order) && !order.isStillPayable

/** A day that has gone by is no longer told as one to come. */
function promised(order: OrderView, { promiseOn, isLate }: ParcelView): string {
  if (countsFromPayment(order)) return m.order_step_from_payment()
  const date = formatWeekday(promiseOn, getLocale())
  return isLate ? m.order_step_late({ date }) : m.order_step_by({ date })
}

function around(order: OrderView, parcel: ParcelView): string | null {
  const range = countsFromPayment(order) ? null : arrivalRange(parcel)
  if (!range) return null
  return parcel.isOverdue ? m.order_step_overdue({ range }) : m.order_step_around({ range })
}

/** The days on which a parcel should arrive, counted from when it left or has to leave; null where nobody knows. */
function arrivalRange(parcel: ParcelView): string | null {
  const { dispatchedAt, promiseOn, isLate } = parcel
  const days = arrivalDays(parcel, dispatchedAt ? localDayOf(new Date(dispatchedAt)) : promiseOn)
  return isLate || !days ? null : formatDayRange(...days, getLocale())
}

function stoppedStep(parcel: ParcelView, order: OrderView): TimelineStep {
  const { state, closedAt, declineReason, declineNote } = parcel
  const when = closedAt && formatDayTime(new Date(closedAt), getLocale())
  switch (state) {
    case 'declined':
      return {
        title: declineReason === 'buyer-asked' ? m.order_step_asked() : m.order_step_declined(),
        state: 'stopped',
        when,
        note: <Declined reason={declineWords(declineReason)} note={declineNote} />,
      }
    case 'returned':
      return { title: m.order_step_returned(), state: 'stopped', when }
    default:
      return {
        title: isCalledOff(order) ? m.order_step_asked() : m.order_step_cancelled(),
        state: 'stopped',
        when,
      }
  }
}

const Declined = ({ reason, note }: { reason: string | null; note: string | null }) =>
  note ? (
    <>
      {reason && `${reason}. `}
      <OwnWords lead={m.order_step_declined_note()}>{note}</OwnWords>
    </>
  ) : (
    reason
  )
