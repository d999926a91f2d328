import { getZodConstraint } from '@conform-to/zod/v4'
import { addressForm } from '#app/domain/carts/checkout-form.ts'
import { countryChoices } from '#app/domain/places/countries.ts'
import { hasFound } from '#app/domain/places/district.ts'
import { formatList } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type FieldSource, SelectField, TextareaField, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AbroadPayment } from '../abroad-payment.tsx'
import type { AddressPage } from './address-page.server.ts'
import { type AddressField, labelOf, problemWords } from './address-problems.ts'
import { DistrictSearch, isListed, VillageField } from './district-search.tsx'
import { elsewhere, PLACE_FIELDS } from './place-elsewhere.ts'

const LIMITS = getZodConstraint(addressForm)
/** Rules about two answers at once are not in the schema's limits. */
const NEEDED: readonly AddressField[] = ['districtCode', 'country', 'village', 'street']

/** A field of the address form with what was typed and what is wrong, in the page's language. */
export function fieldOf(page: AddressPage, name: AddressField): FieldSource {
  const { isAbroad } = page
  const asked = {
    field: name,
    isAbroad,
    isListed: isListed(page),
    isFound: hasFound(page.search.found),
  }
  const errors = page.problems[name]?.map((problem) => problemWords(problem, asked))
  return {
    name,
    id: name,
    label: labelOf(name, isAbroad),
    initialValue: page.values[name],
    errors,
    required: NEEDED.includes(name) || LIMITS[name]?.required,
    maxLength: LIMITS[name]?.maxLength,
  }
}

/** Whom it is for and how to reach them. */
export function WhoFields({ page }: { page: AddressPage }) {
  return (
    <>
      <TextField
        field={fieldOf(page, 'name')}
        label={m.checkout_name()}
        hint={m.checkout_name_hint()}
        autoComplete="name"
      />
      <TextField
        field={fieldOf(page, 'phone')}
        label={m.checkout_phone()}
        hint={page.isAbroad ? m.checkout_phone_hint_abroad() : m.checkout_phone_hint()}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
      />
      <TextField
        field={fieldOf(page, 'email')}
        label={m.checkout_email()}
        hint={page.isAbroad ? m.checkout_email_hint_abroad() : m.checkout_email_hint()}
        type="email"
        inputMode="email"
        autoComplete="email"
      />
    </>
  )
}

/** Where it goes inside Indonesia: the kecamatan decides the cost, so it is found first. */
export function HomeFields({ page }: { page: AddressPage }) {
  return (
    <>
      <input type="hidden" name="country" value="ID" />
      <DistrictSearch page={page} field={fieldOf(page, 'districtCode')} />
      <VillageField page={page} field={fieldOf(page, 'village')} />
      <TextareaField
        field={fieldOf(page, 'street')}
        label={m.checkout_street()}
        hint={m.checkout_street_hint()}
        autoComplete="street-address"
      />
      <TextField
        field={fieldOf(page, 'landmark')}
        label={m.checkout_landmark()}
        hint={m.checkout_landmark_hint()}
      />
      <TextField
        field={fieldOf(page, 'postalCode')}
        label={m.checkout_postal()}
        inputMode="numeric"
        autoComplete="postal-code"
        width={8}
      />
    </>
  )
}

/** Nothing to ask. What was typed of an address comes along, in case it is to be sent after all. */
export function CollectFields({ page: { values }, groups }: { page: AddressPage; groups: PickupGroups }) {
  return (
    <>
      <input type="hidden" name="country" value="ID" />
      <input type="hidden" name="collects" value="on" />
      {ADDRESS_ONLY.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
      ))}
      <Notice>{collectWords(groups)}</Notice>
    </>
  )
}

/** The groups of a basket by where their parcels can be collected. */
export interface PickupGroups {
  /** At the library or at the group's. */
  either: string[]
  /** At the group's only. */
  island: string[]
}

function collectWords({ either, island }: PickupGroups): string {
  const groups = formatList(island, getLocale())
  return [
    m.checkout_collect_note(),
    either.length > 0 && m.checkout_collect_note_choose(),
    groups && m.checkout_collect_note_island({ groups }),
  ]
    .filter(Boolean)
    .join(' ')
}

const ADDRESS_ONLY = ['districtCode', 'village', 'street', 'landmark', 'postalCode'] as const

/** What was told of a place abroad while one within Indonesia is asked for, and the other way round: it comes along. */
export const ElsewhereFields = ({ page: { values } }: { page: AddressPage }) =>
  PLACE_FIELDS.map(elsewhere).map(
    (name) => values[name] && <input key={name} type="hidden" name={name} value={values[name]} />,
  )

export function AbroadFields({ page }: { page: AddressPage }) {
  const { near, all } = countryChoices(getLocale())
  return (
    <>
      <Notice>
        <p>{m.checkout_abroad_note()}</p>
        <AbroadPayment />
      </Notice>
      <SelectField
        field={fieldOf(page, 'country')}
        label={m.checkout_country()}
        emptyLabel={m.checkout_country_choose()}
        choices={[
          { group: m.checkout_country_near(), choices: near },
          { group: m.checkout_country_all(), choices: all },
        ]}
        autoComplete="country"
      />
      <TextareaField
        field={fieldOf(page, 'street')}
        label={m.checkout_abroad_street()}
        hint={m.checkout_abroad_street_hint()}
        autoComplete="street-address"
      />
      <TextField
        field={fieldOf(page, 'village')}
        label={m.checkout_abroad_city()}
        autoComplete="address-level2"
      />
      <TextField
        field={fieldOf(page, 'postalCode')}
        label={m.checkout_postal()}
        autoComplete="postal-code"
        width={16}
      />
    </>
  )
}
