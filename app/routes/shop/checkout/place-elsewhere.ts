import type { AddressField } from './address-problems.ts'

/** What a form says of the place it goes to: another thing within Indonesia than abroad. */
export const PLACE_FIELDS = [
  'country',
  'districtCode',
  'village',
  'street',
  'landmark',
  'postalCode',
] as const satisfies AddressField[]
type PlaceField = (typeof PLACE_FIELDS)[number]

/** Where the form keeps what was told of the other of the two, until it is asked for again. */
export const elsewhere = <Name extends PlaceField>(name: Name) => `lain.${name}` as const

/** What stands in the form, by the names of its fields. */
export type Values = Partial<Record<AddressField | 'collects' | `lain.${PlaceField}`, string>>

/** The place changes with the one that was kept: nothing of one is ever read as the other's. */
export function exchangePlaces(values: Values): Values {
  const exchanged = PLACE_FIELDS.flatMap((name) => [
    [name, values[elsewhere(name)] ?? ''],
    [elsewhere(name), values[name] ?? ''],
  ])
  return { ...values, ...Object.fromEntries(exchanged) }
}
