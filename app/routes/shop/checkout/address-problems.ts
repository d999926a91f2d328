import { type Address, type CheckoutProblem, LONGEST } from '#app/domain/carts/checkout-form.ts'
import { m } from '#app/paraglide/messages.js'

export type AddressField = Exclude<keyof Address, 'collects'>

/** What the address page asks within Indonesia, in the order in which it stands there. */
export const ADDRESS_FIELDS = [
  'name',
  'phone',
  'email',
  'country',
  'districtCode',
  'village',
  'street',
  'landmark',
  'postalCode',
  'note',
] as const satisfies AddressField[]
const ABROAD_FIELDS = [
  'name',
  'phone',
  'email',
  'country',
  'street',
  'village',
  'postalCode',
  'note',
] as const satisfies AddressField[]

/** What the page asks, in the order in which it stands there. */
export const fieldsAsked = (isAbroad: boolean): readonly AddressField[] =>
  isAbroad ? ABROAD_FIELDS : ADDRESS_FIELDS

/** What a field is called on the page. */
export function labelOf(field: AddressField, isAbroad: boolean): string {
  if (isAbroad && field === 'street') return m.checkout_abroad_street()
  if (isAbroad && field === 'village') return m.checkout_abroad_city()
  return LABELS[field]()
}

const LABELS: Record<AddressField, () => string> = {
  name: m.checkout_name,
  phone: m.checkout_phone,
  email: m.checkout_email,
  country: m.checkout_country,
  districtCode: m.checkout_district,
  village: m.checkout_village,
  street: m.checkout_street,
  landmark: m.checkout_landmark,
  postalCode: m.checkout_postal,
  note: m.checkout_note,
}

interface Asked {
  field: AddressField
  isAbroad: boolean
  /** The village is picked from a list. */
  isListed: boolean
  /** A search has found some to choose from. */
  isFound: boolean
}

/** What is wrong with an answer, and what to write instead. */
export function problemWords(problem: CheckoutProblem, asked: Asked): string {
  switch (problem) {
    case 'required':
      return missingWords(asked)
    case 'too-long':
      return m.checkout_problem_long({ count: LONGEST[asked.field as keyof typeof LONGEST] })
    case 'phone-invalid':
      return m.checkout_problem_phone()
    case 'email-invalid':
      return m.checkout_problem_email()
    case 'district-required':
      return asked.isFound ? m.checkout_problem_district_pick() : m.checkout_problem_district()
    case 'postal-code-invalid':
      return m.checkout_problem_postal()
    case 'country-invalid':
      return m.checkout_problem_country()
    case 'no-nik':
      return m.checkout_problem_nik()
    case 'choice-required':
      return m.checkout_problem_method()
  }
}

function missingWords({ field, isAbroad, isListed }: Asked): string {
  switch (field) {
    case 'phone':
      return m.checkout_problem_phone_missing()
    case 'village':
      if (isAbroad) return m.checkout_problem_city()
      return isListed ? m.checkout_problem_village_pick() : m.checkout_problem_village()
    case 'street':
      return isAbroad ? m.checkout_problem_address() : m.checkout_problem_street()
    default:
      return m.checkout_problem_name()
  }
}
