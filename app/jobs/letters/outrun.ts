import type { Notice } from '#app/domain/notices/notice.ts'
import type { OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { isClosed } from '#app/domain/orders/order-status.ts'
import { parcelOf } from './parcel-news.ts'

/** Whether a letter comes too late to be true: later news has told, or will tell, how things went on. */
export function isOutrun(notice: Notice, order: OrderPage): boolean {
  switch (notice.template) {
    case 'price-corrected':
      return order.paymentState !== 'awaiting' && order.paymentState !== 'proof-sent'
    case 'wrong-amount':
      // it went into what paid the order, or is to go back with all of it
      return !order.wrongAmount && !order.settledAmount
    case 'proof-refused':
      return order.paymentState !== 'awaiting'
    case 'parcel-accepted':
    case 'parcel-packed': {
      const { state } = parcelOf(order, notice.data.parcelId)
      return isClosed(state) || state === 'dispatched' || state === 'received'
    }
    case 'parcel-corrected':
      return parcelOf(order, notice.data.parcelId).state !== 'dispatched'
    case 'refund-failed':
      return order.refunds.every(({ state }) => state !== 'failed')
    default:
      return false
  }
}
