import type { Address, CheckoutProblem } from '#app/domain/carts/checkout-form.ts'
import { m } from '#app/paraglide/messages.js'

export type AddressField = Exclude<keyof Address, 'collects'>

/** What the address page asks, in the order in which it stands there. */
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

/** What is wrong with an answer, and what to write instead. */
export function problemWords(field: AddressField, problem: CheckoutProblem, isAbroad: boolean): string {
  switch (problem) {
    case 'required':
      return missingWords(field, isAbroad)
    case 'too-long':
      return m.checkout_problem_long()
    case 'phone-invalid':
      return m.checkout_problem_phone()
    case 'email-invalid':
      return m.checkout_problem_email()
    case 'district-required':
      return m.checkout_problem_district()
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

function missingWords(field: AddressField, isAbroad: boolean): string {
  switch (field) {
    case 'phone':
      return m.checkout_problem_phone_missing()
    case 'village':
      return isAbroad ? m.checkout_problem_city() : m.checkout_problem_village()
    case 'street':
      return isAbroad ? m.checkout_problem_address() : m.checkout_problem_street()
    default:
      return m.checkout_problem_name()
  }
}
