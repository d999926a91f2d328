import { hasOpenProblem } from '#app/domain/fulfilment/parcel.ts'
import type { Notice } from '#app/domain/notices/notice.ts'
import type { OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { isClosed } from '#app/domain/orders/order-status.ts'
import { parcelOf } from './parcel-news.ts'
import { failedOf } from './refund-news.ts'

/** Whether a letter comes too late to be true: later news has told, or will tell, how things went on. */
export function isOutrun(notice: Notice, order: OrderPage): boolean {
  switch (notice.template) {
    case 'price-corrected':
      return order.paymentState !== 'awaiting' && order.paymentState !== 'proof-sent'
    case 'wrong-amount':
      return isAmountOutrun(notice, order)
    case 'payment-failed':
      return order.paymentState !== 'awaiting'
    case 'proof-sent':
      // staff have answered: its money is there, or a better photo is asked for
      return order.paidAt !== null || order.proofRefusedReason !== null
    case 'proof-refused':
      // answered by a better photo, or by its money
      return order.proofRefusedReason === null || order.paidAt !== null
    case 'parcel-accepted': {
      const { state } = parcelOf(order, notice.data.parcelId)
      return isClosed(state) || state === 'dispatched' || state === 'received'
    }
    case 'parcel-packed':
      return parcelOf(order, notice.data.parcelId).state !== 'packed'
    case 'parcel-unpacked':
      return parcelOf(order, notice.data.parcelId).state !== 'accepted'
    case 'parcel-dispatched':
      // taken back meanwhile
      return parcelOf(order, notice.data.parcelId).dispatchedAt === null
    case 'parcel-undispatched':
      return parcelOf(order, notice.data.parcelId).state !== 'packed'
    case 'parcel-corrected':
      return parcelOf(order, notice.data.parcelId).state !== 'dispatched'
    case 'parcel-reported':
      return !hasOpenProblem(parcelOf(order, notice.data.parcelId))
    case 'refund-failed':
      return notice.data.isOtherAmount ? !order.wrongAmount : !failedOf(notice, order)
    default:
      return false
  }
}

/** It went into what paid the order or went back, of which there is a letter; or it came after all. What paid does not say that there was a slip. */
function isAmountOutrun(
  { data, queuedAt }: Extract<Notice, { template: 'wrong-amount' }>,
  order: OrderPage,
): boolean {
  if (data.isExact) return false
  if (data.amountRupiah > 0) return !order.wrongAmount
  return order.wrongAmount !== null || (order.paidAt !== null && order.paidAt > queuedAt)
}
