import { z } from 'zod'
import { DECLINE_REASONS, type WayMisfit } from '#app/domain/fulfilment/parcel.ts'
import { DISPATCH_WAYS } from '#app/domain/orders/order-status.ts'
import { formatRupiah, parseRupiah } from '#app/lib/format.ts'
import { hasNik } from '#app/lib/nik.ts'
import { m } from '#app/paraglide/messages.js'

/** Below this a zero or three were forgotten: "45" for 45.000. Sending may cost nothing at all. */
const CHEAPEST_SHIPPING = 1_000
/** Nobody pays more than this to send a basket; more is a zero too many. */
const DEAREST_SHIPPING = 5_000_000
/** Nobody pays more than this for what groups weave; more is a zero too many, or the same number typed twice. */
const LARGEST_AMOUNT = 1_000_000_000
const LONGEST_DAYS = 90

/** A line of words that may be left out. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: () => m.console_too_long({ max }) })
    .optional()
    .transform((text) => text || null)

/** The courier's number, which the buyer looks the parcel up with; a stroke, a dot or a word is none. */
export const trackingNumber = optionalText(60).refine(
  (text) => text === null || (/\d/.test(text) && /\w{2}[\w\s./-]{2}/.test(text)),
  {
    error: () => m.console_tracking_wrong(),
  },
)

/** An amount as people type it, up to what can be meant. */
const rupiahUpTo = (max: number) =>
  z.string({ error: () => m.console_amount_missing() }).transform((typed, check): number => {
    const amount = parseRupiah(typed)
    if (amount !== null && amount <= max) return amount
    const message =
      amount === null ? m.console_amount_wrong() : m.console_amount_too_much({ max: formatRupiah(max, 'id') })
    check.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** Money that came or went, as people type it. */
export const rupiahField = rupiahUpTo(LARGEST_AMOUNT)

/** Each of the two says in its own words that it is missing: in the list of what is wrong they stand alone. */
const days = (error: () => string) => z.coerce.number({ error }).int({ error }).min(0, { error })

/** What fields have to do with each other is said together with what is wrong with each alone. */
const always = () => true
const hasNoIssueAt =
  (...fields: string[]) =>
  ({ issues }: { issues: readonly { path?: PropertyKey[] }[] }) =>
    !issues.some(({ path }) => fields.includes(String(path?.[0])))

/** What sending a parcel costs and how it goes: the group says it, or staff for the group. */
export const shippingForm = z
  .object({
    delivery: z.enum(DISPATCH_WAYS, { error: () => m.console_delivery_missing() }),
    carrier: optionalText(60),
    shipping: rupiahUpTo(DEAREST_SHIPPING).refine((amount) => amount === 0 || amount >= CHEAPEST_SHIPPING, {
      error: () => m.console_amount_too_little({ min: formatRupiah(CHEAPEST_SHIPPING, 'id') }),
    }),
    daysMin: days(m.console_days_min_missing),
    daysMax: days(m.console_days_max_missing).max(LONGEST_DAYS, {
      error: () => m.console_days_too_many({ max: LONGEST_DAYS }),
    }),
  })
  .refine(({ delivery, carrier }) => delivery === 'local' || carrier, {
    path: ['carrier'],
    error: () => m.console_carrier_missing(),
    when: always,
  })
  .refine(({ delivery, carrier }) => delivery !== 'local' || !carrier, {
    path: ['carrier'],
    error: () => m.console_carrier_name_needless(),
    when: always,
  })
  .refine(({ daysMin, daysMax }) => !(daysMin > daysMax), {
    path: ['daysMax'],
    error: () => m.console_days_order(),
    when: hasNoIssueAt('daysMin', 'daysMax'),
  })

/** The same said again, instead of the cost that stood on the page. */
export const correctShippingForm = shippingForm.and(z.object({ seenRupiah: z.coerce.number().int() }))

/** Why what was said of sending cannot stand, whether it is said first or corrected. */
export const SHIPPING_REFUSED_WORDS: Record<WayMisfit | 'no-free-total', () => string> = {
  'carrier-missing': m.console_carrier_missing,
  'carrier-needless': m.console_carrier_name_needless,
  'too-far-to-bring': m.console_too_far_to_bring,
  'no-free-total': m.console_error_no_total,
}

/** Why a parcel is called off; another reason needs words of its own. */
export const declineForm = z
  .object({
    reason: z.enum(DECLINE_REASONS, { error: () => m.console_decline_reason_missing() }),
    note: optionalText(300).refine((note) => !hasNik(note ?? ''), { error: () => m.console_no_nik() }),
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== null, {
    path: ['note'],
    error: () => m.console_decline_note_missing(),
  })
