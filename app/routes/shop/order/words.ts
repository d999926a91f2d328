import { hasOpenProblem } from '#app/domain/fulfilment/parcel.ts'
import {
  isBooked,
  isClosed,
  isPickup,
  isReadyToCollect,
  isUnderWay,
  type PaymentState,
} from '#app/domain/orders/order-status.ts'
import { latestOf } from '#app/domain/orders/promise.ts'
import { isAllHere } from '#app/domain/orders/wrong-amount.ts'
import { formatDay, formatDeadline, formatWeekday, lastDayBefore } from '#app/lib/day.ts'
import { formatList, formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { differenceWords, onceExact } from '#app/ui/difference-words.ts'
import { failedWhy } from '#app/ui/refund-words.ts'
import { owedNote, refundNext, refundTitle, sentNote, stillOwed } from './refund-words.ts'
import type { OrderView, ParcelView } from './view.server.ts'

export interface StatusWords {
  title: string
  note: string
  /** What staff wrote; `note` leads in to it. */
  said?: string
  more?: string
  /** Whether it goes well, waits for the buyer, or is over without goods. */
  tone: 'info' | 'success' | 'warning'
}

/** Where an order stands, as one would say it, and what it means for the buyer. */
export function statusWords(order: OrderView): StatusWords {
  const words = standing(order)
  const gone = partGone(order)
  const more = [words.more, ...gone, ...partMoney(order), moneyAgain(order)].filter(Boolean).join(' ')
  const tone = gone.length > 0 && words.tone === 'success' ? 'info' : words.tone
  return { ...words, tone, more: more || undefined }
}

/** Which parcels fell away while the rest goes its way, and why; also once their money has gone back. */
function partGone({ parcels }: OrderView): string[] {
  if (parcels.every(({ state }) => isClosed(state))) return []
  return parcels.flatMap(({ state, groupName: group, declineReason }) => {
    if (state === 'declined') {
      return declineReason === 'buyer-asked'
        ? [m.order_status_part_asked({ group })]
        : [m.order_status_part_declined({ group })]
    }
    return state === 'returned' ? [m.order_status_part_returned({ group })] : []
  })
}

/** What of the money goes back, or has gone back, while the rest of the order goes its way. */
function partMoney(order: OrderView): string[] {
  if (order.paymentState !== 'paid' || order.status === 'cancelled') return []
  return [stillOwed(order) > 0 ? owedNote(order) : sentNote(order)]
}

/** What came beside what paid the order, until it has gone back. */
const moneyAgain = (order: OrderView): string | undefined =>
  isBooked(order.paymentState) ? goesBack(order, m.order_money_again) : undefined

/** What goes back of another amount; what had gone and bounced is told as every refund that failed. */
function goesBack(order: OrderView, say: typeof m.order_money_again): string | undefined {
  if (!order.wrongAmount) return undefined
  const { amountRupiah, hasBounced } = order.wrongAmount
  const amount = formatRupiah(amountRupiah, getLocale())
  if (!hasBounced) return say({ amount })
  const why = failedWhy({ method: order.method, sentFrom: null }, getLocale())
  return m.order_refund_failed({ amount, why, next: refundNext(order) })
}

function standing(order: OrderView): StatusWords {
  const { status, code } = order
  if (order.parcels.some(hasOpenProblem)) return reported(order)
  switch (status) {
    case 'quoting':
      return quoting(order)
    case 'awaiting-payment':
      return otherAmount(order) ?? refusedProof(order) ?? awaiting(order)
    case 'checking-payment':
      return otherAmount(order) ?? checking(order)
    case 'passed-on':
      return making(order, ofMany(order) ? m.order_status_passed_on_groups() : m.order_status_passed_on())
    case 'making':
      return making(order, makingTitle(order))
    case 'ready-to-collect':
      return say('success', m.order_status_ready(), readyNote(order))
    case 'partly-ready':
      return partlyReady(order)
    case 'partly-sent':
      return isLate(order)
        ? say('warning', partlyTitle(order), m.order_status_late_note())
        : say('info', partlyTitle(order), partlyNote(order))
    case 'sent':
      return order.parcels.some(isOnItsWay)
        ? { ...say('info', m.order_status_sent(), m.order_status_sent_note()), more: takenNote(order) }
        : { ...say('info', m.order_status_taken(), allTakenNote(order)), more: m.order_status_taken_more() }
    case 'received':
      return say('success', m.order_status_received(), receivedNote(order))
    case 'expired':
      return {
        ...say('warning', m.order_status_expired(), expiredNote(order)),
        more: otherAmount(order)?.more,
      }
    case 'cancelled':
      return say('warning', cancelledTitle(order), cancelledNote(order))
    case 'refund-due':
      return say('warning', refundTitle(order), owedNote(order))
    case 'refunded':
      return say('info', m.order_status_refunded(), m.order_status_refunded_note())
    default:
      throw new Error(`Order ${code} has no known status: ${String(status satisfies never)}`)
  }
}

const namesOf = (parcels: readonly ParcelView[]): string =>
  formatList(
    parcels.map(({ groupName }) => groupName),
    getLocale(),
  )

/** For staff such an order waits for them, whatever its parcels do; its buyer reads the same. */
function reported({ parcels, code }: OrderView): StatusWords {
  const rest = parcels.filter((parcel) => isUnderWay(parcel.state) && !hasOpenProblem(parcel))
  const ready = rest.filter(isReadyToCollect)
  const going = namesOf(rest.filter((parcel) => !isReadyToCollect(parcel) && !isTaken(parcel)))
  const more = [
    ready.length > 0 && readyParcels({ parcels: ready, code }),
    takenNote({ parcels: rest }),
    going && m.order_status_reported_rest({ groups: going }),
  ]
  const note = m.order_status_reported_note({ groups: namesOf(parcels.filter(hasOpenProblem)) })
  return { ...say('info', m.order_status_reported(), note), more: more.filter(Boolean).join(' ') }
}

/** Of several parcels those are named that are asked about. */
const allTakenNote = (order: OrderView): string =>
  (ofMany(order) && takenNote(order)) || m.order_status_taken_note()

/** Cash at the counter: the pieces are made before anything is paid. */
export const owesCash = ({ method, paymentState }: OrderView): boolean =>
  method === 'pickup' && paymentState === 'awaiting'

/** Nothing has been paid, and it still can be. */
export const isUnpaid = ({ paymentState }: OrderView): boolean =>
  paymentState === 'awaiting' || paymentState === 'quoting'

/** Pieces wait to be collected until the end of a day. */
export const keptUntil = ({ expiresAt }: OrderView): string =>
  formatWeekday(lastDayBefore(expiresAt), getLocale())

/** What becomes of money for an order that has ended: one that was called off is never taken up again. */
export const lateMoneyWords = (paymentState: PaymentState): string =>
  paymentState === 'cancelled' ? m.order_proof_late_back() : m.order_proof_late_either()

export const deadlineOf = ({ expiresAt }: OrderView): string => formatDeadline(expiresAt, getLocale())
export const totalOf = ({ totalRupiah }: OrderView): string => formatRupiah(totalRupiah ?? 0, getLocale())

const say = (tone: StatusWords['tone'], title: string, note: string): StatusWords => ({ tone, title, note })

/** One unknown cost keeps all parcels waiting: which one it is, where that is not all of them. */
function quoting(order: OrderView): StatusWords {
  const note = m.order_status_quoting_note({ deadline: deadlineOf(order) })
  const groups = formatList(order.waitsFor, getLocale())
  const more = groups ? m.order_status_quoting_parcels({ groups }) : undefined
  return { ...say('info', m.order_status_quoting(), note), more }
}

/** Money came, but not what was asked for: that stands before the demand for all of it. */
function otherAmount({ wrongAmount, paymentState }: OrderView): StatusWords | null {
  if (!wrongAmount) return null
  const came = differenceWords(wrongAmount, getLocale())
  const isEnough = isAllHere(wrongAmount)
  const [title, next] = isEnough
    ? [m.order_status_excess(), m.order_excess_next()]
    : [m.order_status_wrong_amount(), m.order_wrong_amount_next()]
  return { ...say('info', title, came), more: `${next} ${onceExact(paymentState, getLocale())}` }
}

/** A called-off order is not taken up again: what came for it goes back, and nothing is missing. */
const moneyOfCancelled = (order: OrderView): string | undefined => goesBack(order, m.order_wrong_amount_back)

/** Money that did not pay the order stays in sight once it has gone back. */
const returnedWords = ({ returnedAmounts }: OrderView): string[] =>
  returnedAmounts.map(({ amountRupiah, reference }) =>
    m.order_wrong_amount_returned({ amount: formatRupiah(amountRupiah, getLocale()), reference }),
  )

/** Whoever has transferred and sent a bad photo must not first read that a transfer is waited for. */
function refusedProof(order: OrderView): StatusWords | null {
  const { proofRefusedReason: reason } = order
  if (!reason || !order.isStillPayable) return null
  const next = [m.order_proof_refused_next(), m.order_proof_refused_else({ deadline: deadlineOf(order) })]
  return {
    ...say('warning', m.order_proof_refused_title(), m.order_proof_refused()),
    said: reason,
    more: [retoldWords(order), ...next].filter(Boolean).join(' '),
  }
}

const awaiting = (order: OrderView): StatusWords => ({
  ...say('warning', awaitingTitle(order), payUntil(order)),
  more: order.isStillPayable ? (refusedByBank(order) ?? retoldWords(order)) : undefined,
})

/** Who was told that the bank has it, and not to pay again. */
const refusedByBank = ({ events }: OrderView): string | undefined =>
  events.at(-1)?.kind === 'card-failed' && events.at(-2)?.kind === 'processing'
    ? m.order_status_card_refused()
    : undefined

/** Whoever was told another amount first may have it at hand, or have transferred it already. */
function retoldWords(order: OrderView): string | undefined {
  const { retold, shippingRupiah, method } = order
  if (!retold) return undefined
  const before = formatRupiah(retold.beforeRupiah, getLocale())
  const shipping = formatRupiah(shippingRupiah ?? 0, getLocale())
  const words = m.order_repriced({ shipping, total: totalOf(order), before })
  return method === 'transfer' ? `${words} ${m.order_repriced_transferred({ before })}` : words
}

const awaitingTitle = ({ method }: OrderView) =>
  method === 'card' ? m.order_status_card() : m.order_status_transfer()

const payUntil = (order: OrderView) =>
  order.isStillPayable ? m.order_status_pay_until({ deadline: deadlineOf(order) }) : m.order_status_pay_over()

const checking = ({ paymentState }: OrderView): StatusWords =>
  paymentState === 'processing'
    ? say('info', m.order_status_processing(), m.order_status_processing_note())
    : say('info', m.order_status_proof(), m.order_status_proof_note())

const isLate = ({ parcels }: OrderView): boolean => parcels.some((parcel) => parcel.isLate)

/** Whose parcels wait for the buyer. */
const readyParcels = ({ parcels, code }: Pick<OrderView, 'parcels' | 'code'>): string =>
  m.order_status_partly_ready_note({ groups: namesOf(parcels.filter(isReadyToCollect)), code })

/** Some of it waits for the buyer while the rest is made or on its way. */
function partlyReady(order: OrderView): StatusWords {
  const more = [
    takenNote(order),
    owesCash(order) && m.order_status_partly_ready_cash(),
    isLate(order) && m.order_status_late_note(),
  ]
  return {
    ...say('success', m.order_status_partly_ready(), readyParcels(order)),
    more: more.filter(Boolean).join(' '),
  }
}

/** On the road with a courier, on a boat or with its group. */
const isOnItsWay = ({ state, delivery }: ParcelView): boolean => state === 'dispatched' && !isPickup(delivery)

/** What is on its way is said before what has come; collected is what was handed over where it is collected. */
function partlyTitle({ parcels }: OrderView): string {
  if (parcels.some(isOnItsWay)) return m.order_status_partly()
  const handedOver = parcels.filter(({ state }) => state === 'dispatched' || state === 'received')
  return handedOver.every(({ delivery }) => isPickup(delivery))
    ? m.order_status_partly_collected()
    : m.order_status_partly_received()
}

/** Its group says that it was collected. */
const isTaken = ({ state, delivery }: ParcelView): boolean => state === 'dispatched' && isPickup(delivery)

/** Of what its group says was collected the buyer is asked, whatever becomes of the other parcels. */
function takenNote({ parcels }: Pick<OrderView, 'parcels'>): string | undefined {
  const taken = parcels.filter(isTaken)
  return taken.length > 0 ? m.order_status_partly_taken_note({ groups: namesOf(taken) }) : undefined
}

function partlyNote(order: OrderView): string {
  const isSent = order.parcels.some(isOnItsWay)
  const rest = isSent ? m.order_status_partly_note() : m.order_status_partly_rest_note()
  return [takenNote(order), rest].filter(Boolean).join(' ')
}

/** More than one group has a part in what is left of the order. */
const ofMany = ({ parcels }: OrderView): boolean => parcels.filter(({ state }) => !isClosed(state)).length > 1

/** The groups have done their part, and what is left is to hand it over. */
const isAllPacked = ({ parcels }: OrderView): boolean =>
  parcels.every(({ state }) => state === 'packed' || isClosed(state))

/** One group's start says nothing of the others. */
function makingTitle(order: OrderView): string {
  const isPart = order.parcels.some(({ state }) => state === 'waiting' || state === 'open')
  if (isPart) return m.order_status_making_part()
  if (isAllPacked(order)) return m.order_status_packed()
  return ofMany(order) ? m.order_status_making_groups() : m.order_status_making()
}

function making(order: OrderView, title: string): StatusWords {
  if (isLate(order)) return say('warning', title, m.order_status_late_note())
  if (owesCash(order)) return say('info', title, m.order_status_making_cash())
  if (isAllPacked(order)) return say('info', title, packedNote(order))
  return say(
    'info',
    title,
    ofMany(order) ? m.order_status_making_note_groups() : m.order_status_making_note(),
  )
}

function packedNote({ parcels }: OrderView): string {
  const days = parcels.filter(({ state }) => !isClosed(state)).map(({ promiseOn }) => promiseOn)
  return m.order_status_packed_note({ date: formatWeekday(latestOf(days), getLocale()) })
}

function readyNote(order: OrderView): string {
  const { code, parcels } = order
  if (owesCash(order)) return m.order_status_ready_cash()
  return parcels.every(isReadyToCollect) ? m.order_status_ready_note({ code }) : readyParcels(order)
}

/** Help says the same: what only shows after the time to report is told to staff directly. */
const receivedNote = ({ parcels }: OrderView): string =>
  parcels.some(({ canReport }) => canReport)
    ? m.order_status_received_note()
    : m.order_status_received_late_note()

/** What could be paid until the end of a day ended on that day. */
const expiredOn = ({ expiresAt }: OrderView) => formatDay(lastDayBefore(expiresAt), getLocale())

const expiredNote = (order: OrderView): string =>
  `${m.order_status_expired_note({ date: expiredOn(order) })} ${moneyOfEnded(order)}`

/** Of money that came, or that the buyer has just shown to have sent, that nothing is charged would be half of the truth. */
function moneyOfEnded(order: OrderView): string {
  const looked = order.isLateProofWaiting ? m.order_status_late_proof() : undefined
  const came = order.paymentState === 'cancelled' ? moneyOfCancelled(order) : otherAmount(order)?.note
  return [...returnedWords(order), came, looked].filter(Boolean).join(' ') || m.order_status_cancelled_note()
}

/** Only at the buyer's word is an order called off whole; then money that comes later changes nothing about that. */
export const isCalledOff = ({ events }: OrderView): boolean => events.some(({ kind }) => kind === 'cancelled')

const cancelledTitle = (order: OrderView): string =>
  isCalledOff(order) || order.parcels.every(({ declineReason }) => declineReason === 'buyer-asked')
    ? m.order_status_cancelled_asked()
    : m.order_status_cancelled()

/** A paid order ends as cancelled too, when no group could send its parcel; then money is on its way back. */
function cancelledNote(order: OrderView): string {
  if (order.refunds.length > 0) return owedNote(order)
  return moneyOfEnded(order)
}
