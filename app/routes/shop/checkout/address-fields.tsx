import { getZodConstraint } from '@conform-to/zod/v4'
import { addressForm } from '#app/domain/carts/checkout-form.ts'
import { countryChoices } from '#app/domain/places/countries.ts'
import { type District, type FoundDistrict, mayBeMore, onlyMatch } from '#app/domain/places/district.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button } from '#app/ui/button.tsx'
import { type FieldSource, SelectField, TextareaField, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RadioCards } from '#app/ui/radio-cards.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import type { AddressPage } from './address-page.server.ts'
import { type AddressField, labelOf, problemWords } from './address-problems.ts'

const LIMITS = getZodConstraint(addressForm)
/** Rules about two answers at once are not in the schema's limits. */
const NEEDED: readonly AddressField[] = ['districtCode', 'country', 'village', 'street']

/** A field of the address form with what was typed and what is wrong, in the page's language. */
export function fieldOf(page: AddressPage, name: AddressField): FieldSource {
  const { isAbroad } = page
  const asked = { field: name, isAbroad, isListed: isListed(page) }
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
        hint={m.checkout_phone_hint()}
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
      <DistrictSearch page={page} />
      <VillageField page={page} />
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
export function CollectFields({ page: { values } }: { page: AddressPage }) {
  return (
    <>
      <input type="hidden" name="country" value="ID" />
      <input type="hidden" name="collects" value="on" />
      {ADDRESS_ONLY.map((name) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
      ))}
      <Notice>{m.checkout_collect_note()}</Notice>
    </>
  )
}

const ADDRESS_ONLY = ['districtCode', 'village', 'street', 'landmark', 'postalCode'] as const

export function AbroadFields({ page }: { page: AddressPage }) {
  const { near, all } = countryChoices(getLocale())
  return (
    <>
      <Notice>{m.checkout_abroad_note()}</Notice>
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

function DistrictSearch({ page }: { page: AddressPage }) {
  const { search, district } = page
  const offered = search.found ?? (district ? [district] : [])
  const isNothing = search.found?.length === 0
  const errors = isNothing ? [m.checkout_problem_district_none({ text: search.text })] : []
  const field = fieldOf(page, 'districtCode')
  return (
    <div className="stack" id="kecamatan">
      {offered.length > 0 && (
        <RadioCards
          field={field}
          label={search.found ? m.checkout_district_pick() : m.checkout_district_chosen()}
          hint={search.found ? foundWords(search.found) : undefined}
          cards={offered.map(districtCard)}
        />
      )}
      <TextField
        field={{
          name: 'cari',
          id: offered.length > 0 ? 'cari' : 'districtCode',
          initialValue: search.text,
          errors: offered.length > 0 ? errors : [...errors, ...(field.errors ?? [])].slice(0, 1),
          required: true,
          maxLength: 60,
        }}
        label={offered.length > 0 ? m.checkout_district_other() : m.checkout_district()}
        hint={m.checkout_district_hint()}
        hideNeed={offered.length > 0}
        autoComplete="address-level3"
        enterKeyHint="search"
        beside={
          <Button
            name="aksi"
            value="cari"
            formAction={`${shopHref('/checkout/alamat')}#kecamatan`}
            icon="search"
          >
            {m.checkout_district_search()}
          </Button>
        }
      />
      <input type="hidden" name="cari_lalu" value={search.text} />
    </div>
  )
}

function foundWords(found: readonly FoundDistrict[]): string {
  const count = found.length
  if (onlyMatch(found)) return m.checkout_district_found_one()
  return mayBeMore(found) ? m.checkout_district_found_many({ count }) : m.checkout_district_found({ count })
}

const districtCard = (district: District & Partial<FoundDistrict>) => {
  const { code, name, village, regencyName: regency, provinceName: province } = district
  const around = m.checkout_district_in({ regency, province })
  return {
    value: code,
    title: name,
    note: village ? `${m.common_village({ village })}, ${around}` : around,
  }
}

/** The kecamatan is settled and we know its villages. */
const isListed = ({ villages, search }: AddressPage): boolean =>
  villages.length > 0 && (search.found === null || onlyMatch(search.found) !== null)

/** Chosen from a list where we know the villages; typed everywhere else. */
function VillageField({ page }: { page: AddressPage }) {
  const field = fieldOf(page, 'village')
  const typed = page.values.village
  if (!isListed(page)) {
    return <TextField field={field} label={m.checkout_village()} autoComplete="address-level4" />
  }
  const names = page.villages.map(({ name }) => name)
  const known = names.find((name) => name.toLowerCase() === typed?.toLowerCase())
  const choices = typed && !known ? [typed, ...names] : names
  return (
    <SelectField
      field={{ ...field, initialValue: known ?? typed }}
      label={m.checkout_village()}
      emptyLabel={m.checkout_village_choose()}
      choices={choices.map((name) => ({ value: name, label: name }))}
      autoComplete="address-level4"
    />
  )
}
