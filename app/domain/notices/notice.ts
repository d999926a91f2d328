import type { Locale } from '#app/lib/locale.ts'

/**
 * Every piece of news and what its template cannot look up: amounts, codes, names and addresses are read from the
 * order when the notice is written out, so that a mail which waited an hour does not tell an old story.
 */
export interface NoticeData {
  'order-placed': Record<string, never>
  'order-priced': Record<string, never>
  /** The cost of sending had been said wrongly; the total before is the one the buyer was told. */
  'price-corrected': { totalBeforeRupiah: number }
  'proof-sent': Record<string, never>
  'proof-refused': { reason: string }
  /** Money came, but not the amount that was asked for; `slipRupiah` was told before by mistake, and `isExact` money is that amount after all. */
  'wrong-amount': { amountRupiah: number; slipRupiah?: number; isExact?: true }
  'payment-processing': Record<string, never>
  /** The bank that had it to process said no. */
  'payment-failed': Record<string, never>
  'order-paid': Record<string, never>
  'order-expired': Record<string, never>
  'order-cancelled': Record<string, never>
  /** Money came for an order that can no longer be given; all of it goes back. */
  'order-refund-due': { amountRupiah: number }
  /**
   * Told again as a correction where the reference had been mistyped; of all refunds `parcelId` where it is of one parcel
   * alone; `isExcess` where it is what came beyond the order's amount.
   */
  'refund-sent': {
    amountRupiah: number
    reference: string | null
    parcelId?: string
    isCorrection?: boolean
    isExcess?: boolean
    /** Not sent by the shop: the buyer's bank took it, by a dispute. */
    isByBank?: boolean
  }
  /** It did not arrive, or could not be sent: staff look for another way. */
  'refund-failed': { amountRupiah: number; parcelId?: string; isOtherAmount?: true }
  'parcel-accepted': { parcelId: string }
  'parcel-packed': { parcelId: string }
  /** It had been said to be packed by mistake. */
  'parcel-unpacked': { parcelId: string }
  'parcel-dispatched': { parcelId: string }
  /** It had been said to have left, or to be collected, by mistake. */
  'parcel-undispatched': { parcelId: string }
  /** Its courier or number was mistyped. */
  'parcel-corrected': { parcelId: string }
  'parcel-received': { parcelId: string }
  /** `refundRupiah` is 0 when nothing had been paid yet. */
  'parcel-declined': { parcelId: string; refundRupiah: number }
  /** A complaint has come in; staff look into it. */
  'parcel-reported': { parcelId: string }
  /** A complaint ended without money going back. */
  'parcel-kept': { parcelId: string }
  'parcel-refunded': { parcelId: string; refundRupiah: number }
  'group-shipping-asked': { parcelId: string }
  'group-parcel-open': { parcelId: string }
  'group-parcel-cancelled': { parcelId: string }
  'group-parcel-problem': { parcelId: string }
  /** Whether its money stays or went back is told by how the parcel stands. */
  'group-problem-settled': { parcelId: string }
}
export type NoticeTemplate = keyof NoticeData
export type BuyerTemplate = Exclude<NoticeTemplate, `group-${string}`>
export type GroupTemplate = Extract<NoticeTemplate, `group-${string}`>

/** A notice as whoever sends it finds it. */
export type Notice = {
  [T in NoticeTemplate]: {
    id: string
    orderId: string | null
    channel: 'mail' | 'message'
    /** null: the group had no open phone. */
    recipient: T extends GroupTemplate ? string | null : string
    locale: Locale
    template: T
    data: NoticeData[T]
    queuedAt: Date
    sentAt: Date | null
  }
}[NoticeTemplate]
