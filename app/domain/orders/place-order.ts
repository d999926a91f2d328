import type { Locale } from '#app/lib/locale.ts'
import type { Delivery, PaymentMethod } from './order-status.ts'

/** Everything the checkout pages asked, parsed and resolved; no price in it is believed. */
export interface PlaceOrder {
  /** Made by the form. However often the form is sent, it is one order. */
  intentId: string
  locale: Locale
  buyer: { name: string; phone: string; email: string | null }
  destination: {
    country: string
    districtCode: string | null
    street: string | null
    village: string | null
    postalCode: string | null
    landmark: string | null
  }
  note: string | null
  paymentMethod: PaymentMethod
  lines: readonly WantedLine[]
  /** One for each group among the lines; others are left aside. */
  parcels: readonly WantedParcel[]
  /** Where a transfer goes; the first active account when left out. */
  receivingAccountId?: string
}

export interface WantedLine {
  variantId: string
  quantity: number
  /** What the shopper last saw; a different price now is said aloud instead of charged. */
  seenPriceRupiah: number
}

/** One group's parcel as `quoteShipping` priced it in the same transaction. */
export interface WantedParcel {
  groupId: string
  delivery: Delivery
  carrier: string | null
  /** null: no tariff is known, the group will say. The order then waits in `quoting`. */
  shippingRupiah: number | null
  billableGrams: number
  daysMin: number | null
  daysMax: number | null
}

/** Cash is taken by the library's staff for what waits there, so money is never counted that a group holds. */
export const takesCash = ({
  delivery,
  shippingRupiah,
}: Pick<WantedParcel, 'delivery' | 'shippingRupiah'>): boolean =>
  delivery === 'pickup-library' && shippingRupiah !== null

export interface PlacedOrder {
  orderId: string
  code: string
  /** The intent had been placed before; nothing was done this time. */
  repeated: boolean
}

export type PlaceOrderRefusal =
  | { code: 'nothing-to-order' }
  | { code: 'unknown-variant'; variantIds: string[] }
  | { code: 'price-changed'; variants: { variantId: string; seen: number; now: number }[] }
  | { code: 'out-of-stock'; variants: { variantId: string; left: number }[] }
  | { code: 'too-many-open'; variants: { variantId: string; left: number }[] }
  | { code: 'parcel-missing'; groupIds: string[] }
  | { code: 'pickup-payment-not-possible' }
  | { code: 'no-receiving-account' }
  | { code: 'no-free-total' }
