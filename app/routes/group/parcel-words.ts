import type { Unit } from '#app/domain/catalogue/product.ts'
import type { GroupParcel, GroupParcelPage } from '#app/domain/fulfilment/group-parcels.queries.server.ts'
import { hasOpenProblem, receivedByItselfOn, wasBroughtInVain } from '#app/domain/fulfilment/parcel.ts'
import type { ParcelGood } from '#app/domain/fulfilment/parcel-goods.queries.server.ts'
import { canBeRepriced, isClosed, isPickup, type ParcelState } from '#app/domain/orders/order-status.ts'
import { destinationIn } from '#app/domain/places/address.ts'
import { type Day, daysBetween, formatDay, formatTime, formatWeekday, localDayOf } from '#app/lib/day.ts'
import { firstName } from '#app/lib/first-name.ts'
import { m } from '#app/paraglide/messages.js'
import { countWords } from '#app/ui/count-words.ts'
import { packing } from './packing-words.ts'

type Parcel = Pick<
  GroupParcel,
  | 'state'
  | 'delivery'
  | 'dispatchWay'
  | 'paymentState'
  | 'hasWrongAmount'
  | 'isCalledOff'
  | 'shippingRupiah'
  | 'country'
  | 'promiseOn'
  | 'isLate'
> & {
  packedAt: Date | string | null
  problemAt: Date | string | null
  problemSettledAt: Date | string | null
}

/** The one thing a group does next with a parcel; null while it waits for somebody else. */
export type NextStep = 'price' | 'accept' | 'pack' | 'send' | 'collected'

export function nextStep(parcel: Parcel): NextStep | null {
  switch (parcel.state) {
    case 'waiting':
      return canBePriced(parcel) ? 'price' : null
    case 'open':
      return 'accept'
    case 'accepted':
      return 'pack'
    case 'packed':
      if (parcel.delivery === 'pickup-library') return null
      return parcel.delivery === 'pickup-group' ? 'collected' : 'send'
    default:
      return null
  }
}

/** Groups know what the boat and the courier cost; what goes abroad is asked for by staff. */
const canBePriced = ({ paymentState, shippingRupiah, country }: Parcel): boolean =>
  paymentState === 'quoting' && shippingRupiah === null && country === 'ID'
const waitsForOthers = ({ paymentState, shippingRupiah }: Parcel): boolean =>
  paymentState === 'quoting' && shippingRupiah !== null
const isAskedByStaff = ({ paymentState, shippingRupiah, country }: Parcel): boolean =>
  paymentState === 'quoting' && shippingRupiah === null && country !== 'ID'

/** What the group, or staff for it, said of sending can be said again until the order is paid. */
export const canCorrectShipping = ({
  state,
  paymentState,
  wasSaid,
  country,
}: Parcel & { wasSaid: boolean }): boolean =>
  wasSaid && state === 'waiting' && canBeRepriced(paymentState) && country === 'ID'

/** Paid or agreed, and still in the group's hands: it can be made and labelled. */
export const isWithGroup = ({ state }: Pick<Parcel, 'state'>): boolean =>
  state === 'open' || state === 'accepted' || state === 'packed'

/** Ordered, and not packed yet. */
export const isStillToMake = ({ state }: Pick<Parcel, 'state'>): boolean =>
  state === 'waiting' || state === 'open' || state === 'accepted'

/** Who brings it herself needs the address on the way as well. */
export const isInItsHands = (parcel: Pick<Parcel, 'state' | 'dispatchWay'>): boolean =>
  isWithGroup(parcel) || (parcel.state === 'dispatched' && parcel.dispatchWay === 'local')

/** Out of the group's hands, and its buyer says something is wrong with it: the money waits until staff have settled that. */
export const waitsForReport = (parcel: Parcel): boolean =>
  (parcel.state === 'dispatched' || parcel.state === 'received') && hasOpenProblem(parcel)

/** What the list is divided into, in the order it is shown: what is to be done, what waits for others, what is over. */
export const SHELVES = [
  'new',
  'price',
  'making',
  'ready',
  'fetch',
  'reported',
  'library',
  'quoting',
  'unpaid',
  'sent',
  'done',
  'fallen',
] as const
export type Shelf = (typeof SHELVES)[number]

export function shelfOf(parcel: Parcel): Shelf {
  if (waitsForReport(parcel)) return 'reported'
  switch (parcel.state) {
    case 'waiting':
      if (canBePriced(parcel)) return 'price'
      return parcel.paymentState === 'quoting' ? 'quoting' : 'unpaid'
    case 'open':
      return 'new'
    case 'accepted':
      return 'making'
    case 'packed':
      if (parcel.delivery === 'pickup-library') return 'library'
      return parcel.delivery === 'pickup-group' ? 'fetch' : 'ready'
    case 'dispatched':
      return 'sent'
    case 'received':
      return 'done'
    default:
      return 'fallen'
  }
}

export const SHELF_TITLES: Record<Shelf, () => string> = {
  reported: m.console_group_shelf_reported,
  new: m.console_group_shelf_new,
  price: m.console_group_shelf_price,
  making: m.console_group_shelf_making,
  ready: m.console_group_shelf_ready,
  fetch: m.console_group_shelf_fetch,
  library: m.console_group_shelf_library,
  quoting: m.console_group_shelf_quoting,
  unpaid: m.console_group_shelf_unpaid,
  sent: m.console_group_shelf_sent,
  done: m.console_group_shelf_done,
  fallen: m.console_group_shelf_fallen,
}

/** Where the parcel stands, as a headline. */
export function stateTitle(parcel: Parcel): string {
  switch (parcel.state) {
    case 'waiting':
      return isAskedByStaff(parcel) || waitsForOthers(parcel)
        ? m.console_group_state_asked()
        : SHELF_TITLES[shelfOf(parcel)]()
    case 'dispatched':
      if (isPickup(parcel.delivery)) return m.console_group_state_collected()
      return parcel.dispatchWay === 'local' ? m.console_group_state_left() : m.console_group_state_sent()
    case 'received':
      return isPickup(parcel.delivery) ? m.console_group_state_collected() : m.console_group_state_received()
    case 'declined':
      return m.console_group_state_declined()
    case 'cancelled':
      return m.console_group_state_cancelled()
    case 'returned':
      return m.console_group_state_returned()
    default:
      return SHELF_TITLES[shelfOf(parcel)]()
  }
}

/** What the group is to do now, in one sentence; or whom it waits for. */
export function whatNow(parcel: Parcel, goods: Goods): string {
  switch (nextStep(parcel)) {
    case 'price':
      return m.console_group_now_price()
    case 'accept':
      return acceptWords(goods)
    case 'pack':
      return [weaveFirst(goods), packing(parcel.delivery).now()].filter(Boolean).join(' ')
    case 'send':
      return m.console_group_now_send()
    case 'collected':
      return m.console_group_now_collected()
    case null:
      return whomItWaitsFor(parcel)
  }
}

type Goods = readonly Pick<ParcelGood, 'mode'>[]

const isToWeave = ({ mode }: Goods[number]) => mode === 'made-to-order'

/** Before it can be packed; what lies ready is not to be woven again. */
function weaveFirst(goods: Goods): string | null {
  if (goods.every(isToWeave)) return m.console_group_now_weave()
  return goods.some(isToWeave) ? m.console_group_now_weave_some() : null
}

/** What is woven after it was ordered is not there to be looked at. */
function acceptWords(goods: Goods): string {
  if (goods.every(isToWeave)) return m.console_group_now_accept_weave()
  return goods.some(isToWeave) ? m.console_group_now_accept_both() : m.console_group_now_accept()
}

function whomItWaitsFor(parcel: Parcel): string {
  const { state, delivery, dispatchWay } = parcel
  if (waitsForReport(parcel)) return m.console_group_wait_report()
  if (wasBroughtInVain(parcel)) return m.console_group_wait_fetch()
  switch (state) {
    case 'waiting':
      if (waitsForOthers(parcel)) return m.console_group_wait_others()
      return isAskedByStaff(parcel) ? m.console_group_wait_abroad() : unpaidWords(parcel)
    case 'packed':
      return m.console_group_wait_library()
    case 'dispatched':
      if (isPickup(delivery)) return m.console_group_wait_collected()
      if (dispatchWay === 'local') return m.console_group_wait_left()
      return parcel.problemSettledAt ? m.console_group_wait_settled() : m.console_group_wait_arrival()
    case 'received':
      return m.console_group_wait_received()
    case 'declined':
      return m.console_group_wait_declined()
    case 'cancelled':
      return parcel.isCalledOff ? m.console_group_wait_cancelled_asked() : m.console_group_wait_cancelled()
    default:
      return m.console_group_wait_returned()
  }
}

/** Whoever has sent something is not said to have sent nothing. */
function unpaidWords({ paymentState, hasWrongAmount }: Parcel): string {
  if (hasWrongAmount) return m.console_group_wait_wrong_amount()
  return paymentState === 'proof-sent' ? m.console_group_wait_proof() : m.console_group_wait_payment()
}

/** How a report ended for a parcel, as far as that is still so; the parcel may be on its way yet. */
export function reportEnd({ state, delivery }: Pick<Parcel, 'state' | 'delivery'>): string {
  if (state === 'returned') return m.console_group_problem_refunded()
  if (isClosed(state)) return m.console_group_problem_off()
  if (state === 'received') return m.console_group_problem_kept()
  if (isPickup(delivery)) return m.console_group_problem_goes_on()
  // it has left already, or has even been handed over: nobody here knows which
  return state === 'dispatched' ? m.console_group_problem_goes_on() : m.console_group_problem_sent()
}

const AGREED: readonly ParcelState[] = ['open', 'accepted', 'packed', 'dispatched', 'received']

/** The way of a parcel in words, and how far along it is; null before it is agreed and once it is closed. */
export function progressOf({ state, delivery }: Parcel): { steps: string[]; current: number } | null {
  const current = AGREED.indexOf(state)
  if (current < 0) return null
  const start = [m.console_group_step_accept(), packing(delivery).progress()]
  // what is fetched has no way to go: once out of the group's hands it has arrived
  return isPickup(delivery)
    ? { steps: [...start, m.console_group_progress_fetch()], current: Math.min(current, 3) }
    : { steps: [...start, m.console_group_progress_send(), m.console_group_progress_arrive()], current }
}

type Due = Parcel & { expiresAt: Date | string }
/**
 * By when the group has to act: `Kirim paling lambat besok, Senin 23 November`, or when its cost of sending is to be
 * written. Nothing once the parcel has left or waits for its buyer.
 */
export function dueWords(parcel: Due, today: Day): string | null {
  const { state, delivery, promiseOn, isLate } = parcel
  if (nextStep(parcel) === 'price') return priceDue(new Date(parcel.expiresAt), today)
  const waitsForBuyer = state === 'packed' && isPickup(delivery)
  if (!isWithGroup({ state }) || waitsForBuyer) return null
  const on = promiseOn as Day
  if (isLate) {
    return m.console_group_late({ days: daysBetween(on, today), day: formatWeekday(on, 'id') })
  }
  const day = dayFromNow(on, today)
  return isPickup(delivery) ? m.console_group_due_pickup({ day }) : m.console_group_due({ day })
}

const priceDue = (until: Date, today: Day): string =>
  m.console_group_due_price({ day: dayFromNow(localDayOf(until), today), time: formatTime(until, 'id') })

/** A day as people say it when it is close: `besok, Senin 23 November`. */
export function dayFromNow(on: Day, today: Day): string {
  const weekday = formatWeekday(on, 'id')
  switch (daysBetween(today, on)) {
    case 0:
      return m.console_group_day_today({ day: weekday })
    case 1:
      return m.console_group_day_tomorrow({ day: weekday })
    case 2:
      return m.console_group_day_after({ day: weekday })
    default:
      return on.slice(0, 4) === today.slice(0, 4) ? weekday : formatDay(on, 'id')
  }
}

/** `Tas pucuk rebung, 2 buah`; with more kinds in it, `… dan 1 barang lain`. */
export function goodsWords(goods: readonly { title: string; quantity: number; unit: Unit }[]): string {
  const [first, ...others] = goods
  if (!first) return ''
  const words = m.console_group_goods({ title: first.title, pieces: countWords(first) })
  return others.length === 0 ? words : m.console_group_goods_more({ goods: words, count: others.length })
}

/** `Rini, Sukadana, Kabupaten Kayong Utara`; of who collects where, whatever address was told. Until it is paid the database gives no more than the first name. */
export const buyerWords = ({
  buyerName,
  isErased,
  country,
  districtName,
  regencyName,
  delivery,
}: Pick<
  GroupParcel,
  'buyerName' | 'isErased' | 'country' | 'districtName' | 'regencyName' | 'delivery'
>): string => {
  if (isErased) return m.console_buyer_erased()
  const name = firstName(buyerName)
  if (delivery === 'pickup-library') return m.console_group_buyer({ name, place: m.console_group_collects() })
  if (delivery === 'pickup-group') return m.console_group_buyer({ name, place: m.console_group_fetches() })
  const place = destinationIn('id', { village: null, districtName, regencyName, country })
  return place ? m.console_group_buyer({ name, place }) : name
}

type PaidParcel = Parcel &
  Pick<GroupParcelPage, 'isPaid' | 'daysMax'> & { dispatchedAt: Date | string | null }
/** Where the money for a parcel is, or what it waits for. */
export function moneyWords(parcel: PaidParcel): string {
  const { isPaid, state, delivery } = parcel
  if (!isPaid) {
    return delivery === 'pickup-library' && state !== 'waiting'
      ? m.console_group_money_at_pickup()
      : m.console_group_money_unpaid()
  }
  if (waitsForReport(parcel)) return m.console_group_money_reported()
  if (state === 'received') return m.console_group_money_yours()
  const byItself = receivedByItselfOn(parcel)
  return byItself
    ? m.console_group_money_sent({ date: formatWeekday(byItself, 'id') })
    : m.console_group_money_paid()
}

/** What a parcel brings its group: its share of the goods, and the shipping it will hand on to the carrier. */
export const receives = ({
  shareRupiah,
  shippingRupiah,
}: Pick<GroupParcel, 'shareRupiah' | 'shippingRupiah'>): number => shareRupiah + (shippingRupiah ?? 0)
