import { z } from 'zod'
import { hasNik } from '#app/lib/nik.ts'
import { plainText } from '#app/lib/plain-text.ts'

/** What can be wrong with an answer. The page turns the code into words, so that one schema serves both languages. */
export type CheckoutProblem =
  | 'required'
  | 'too-long'
  | 'phone-invalid'
  | 'email-invalid'
  | 'district-required'
  | 'postal-code-invalid'
  | 'country-invalid'
  | 'no-nik'
  | 'choice-required'

const problem = (code: CheckoutProblem) => ({ error: code })

/** Sixteen digits in a row are almost surely a NIK, which we neither need nor keep (UU 27/2022). */

const words = (longest: number) =>
  z
    .string(problem('required'))
    .overwrite(plainText)
    .min(1, problem('required'))
    .max(longest, problem('too-long'))
    .refine((text) => !hasNik(text), problem('no-nik'))
const orNone = <Schema extends z.ZodType<string>>(schema: Schema) =>
  schema.nullish().transform((text) => text || null)
const wordsOrNone = (longest: number) =>
  orNone(
    z
      .string()
      .overwrite(plainText)
      .max(longest, problem('too-long'))
      .refine((text) => !hasNik(text), problem('no-nik')),
  )

/** The most characters an answer may have. */
export const LONGEST = {
  name: 80,
  email: 120,
  districtCode: 8,
  village: 80,
  street: 300,
  landmark: 200,
  postalCode: 12,
  note: 500,
} as const

/** No list, no name around it: a letter to `Ani <ani@contoh.id>,` would never arrive. */
const EMAIL = /^[^@\s<>()[\]\\,;:"]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]+$/u
const isEmail = (text: string) => text === '' || EMAIL.test(text)
const email = orNone(
  z
    .string()
    .overwrite(plainText)
    .max(LONGEST.email, problem('too-long'))
    .refine(isEmail, problem('email-invalid')),
)

/** Only the shape: whether a number exists is for the server, which knows every country's plan. */
const isPhoneLike = (text: string) => text === '' || /^[+(]*\p{Nd}[\p{Nd}\s().–-]*$/u.test(text)
const phone = z
  .string(problem('required'))
  .trim()
  .min(1, problem('required'))
  .max(30, problem('phone-invalid'))
  .refine(isPhoneLike, problem('phone-invalid'))

const DISTRICT_CODE = /^\d\d\.\d\d\.\d\d$/
const withoutSpaces = (text: string) => text.replace(/\s/g, '')
/** Said together with what else is wrong, not only once all other fields are right. */
const evenThen = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null

/** Nobody comes from abroad for a parcel. */
const isCollected = ({ collects, country }: { collects: boolean; country: string }) =>
  collects && country === 'ID'

/** Where it goes and whom to call. One name field: many people here have one name. */
export const addressForm = z
  .object({
    name: words(LONGEST.name),
    phone,
    email,
    country: z.string(problem('country-invalid')).regex(/^[A-Z]{2}$/, problem('country-invalid')),
    /** The buyer comes for every parcel: no address is asked for. */
    collects: z.boolean().default(false),
    districtCode: wordsOrNone(LONGEST.districtCode),
    village: wordsOrNone(LONGEST.village),
    street: wordsOrNone(LONGEST.street),
    landmark: wordsOrNone(LONGEST.landmark),
    postalCode: wordsOrNone(LONGEST.postalCode),
    note: wordsOrNone(LONGEST.note),
  })
  .refine(
    (given) => isCollected(given) || given.country !== 'ID' || DISTRICT_CODE.test(given.districtCode ?? ''),
    {
      ...problem('district-required'),
      path: ['districtCode'],
      when: evenThen,
    },
  )
  .refine((given) => isCollected(given) || given.village, {
    ...problem('required'),
    path: ['village'],
    when: evenThen,
  })
  .refine((given) => isCollected(given) || given.street, {
    ...problem('required'),
    path: ['street'],
    when: evenThen,
  })
  .refine(
    ({ country, postalCode }) => country !== 'ID' || !postalCode || /^\d{5}$/.test(withoutSpaces(postalCode)),
    {
      ...problem('postal-code-invalid'),
      path: ['postalCode'],
      when: evenThen,
    },
  )
export type Address = z.output<typeof addressForm>

const NOWHERE = { districtCode: null, village: null, street: null, landmark: null, postalCode: null } as const

/** Without what has no use: spaces in our postal codes, a kecamatan abroad, the address of who collects. */
export function tidyAddress(address: Address): Address {
  if (address.country !== 'ID') return { ...address, districtCode: null, collects: false }
  if (address.collects) return { ...address, ...NOWHERE }
  return { ...address, postalCode: address.postalCode && withoutSpaces(address.postalCode) }
}

/** How each group's parcel goes: the group's id and the key of the chosen way. */
export const deliveryForm = z.object({
  deliveries: z.record(
    z.uuid(),
    z.string(problem('choice-required')).min(1, problem('choice-required')).max(120),
  ),
})
export type Deliveries = z.output<typeof deliveryForm>['deliveries']

/** The last step. The intent is made when the page is shown, so that sending it twice is still one order. */
export const paymentForm = z.object({
  paymentMethod: z.enum(['transfer', 'pickup', 'card'], problem('choice-required')),
  intentId: z.uuid(),
})

export type PaymentMethod = z.output<typeof paymentForm>['paymentMethod']

const typing = z.object({
  values: z.record(z.string(), z.string()),
  searched: z.string(),
  /** New each time, so that a browser knows that what it held back is known here. */
  stamp: z.string(),
})

/** What stands in the address form while a place is looked for, or another kind of place is chosen: not looked at yet. */
export type Typing = z.output<typeof typing>

/** What was told so far; each step adds its part. */
export interface CheckoutDraft {
  address: Address | null
  typing: Typing | null
  deliveries: Deliveries
  paymentMethod: PaymentMethod | null
  /** The order this basket will become; the same however often the last page is opened. */
  intentId: string | null
  /** What the page of that intent said, as a mark. */
  review: string | null
}

/** Whether everything is to be collected, as the buyer said last. */
export const collectsAll = ({ address, typing }: Pick<CheckoutDraft, 'address' | 'typing'>): boolean =>
  typing ? Boolean(typing.values['collects']) : (address?.collects ?? false)

const savedDraft = z.object({
  address: addressForm.nullable().catch(null),
  typing: typing.nullable().catch(null),
  deliveries: deliveryForm.shape.deliveries.catch({}),
  paymentMethod: paymentForm.shape.paymentMethod.nullable().catch(null),
  intentId: paymentForm.shape.intentId.nullable().catch(null),
  review: z.string().nullable().catch(null),
})

/** The draft as it was kept. A part that no longer fits is asked for again. */
export const readDraft = (stored: unknown): CheckoutDraft =>
  savedDraft.parse(typeof stored === 'object' && stored !== null ? stored : {})
