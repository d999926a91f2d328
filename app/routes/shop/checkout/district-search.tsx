import {
  byRegion,
  type District,
  type FoundDistrict,
  hasFound,
  MOST_FOUND,
  mayBeMore,
  onlyMatch,
  regionIn,
} from '#app/domain/places/district.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button } from '#app/ui/button.tsx'
import { type FieldSource, SelectField, TextField } from '#app/ui/field.tsx'
import { FOREMOST } from '#app/ui/notice.tsx'
import { RadioCards } from '#app/ui/radio-cards.tsx'
import { addressHref } from './address-href.ts'
import type { AddressPage } from './address-page.server.ts'

type Props = { page: AddressPage; field: FieldSource }

/** The kecamatan decides the cost: it is looked for, and chosen from what was found. */
export function DistrictSearch({ page, field }: Props) {
  const { search, district, named } = page
  const found = hasFound(search.found) ? search.found : null
  const offered = found ?? [district, named].filter((one) => one !== null)
  const errors = searchProblem(search)
  const isAnswer =
    (search.found !== null || search.isEmpty === true) && Object.keys(page.problems).length === 0
  return (
    <div className="stack" id="kecamatan">
      {offered.length > 0 && (
        <DistrictChoice field={field} offered={offered} found={found} isAnswer={isAnswer} />
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
        hint={<Words isAnswer={isAnswer && errors.length > 0}>{m.checkout_district_hint()}</Words>}
        hideNeed={offered.length > 0}
        autoComplete="address-level3"
        enterKeyHint="search"
        beside={
          <Button
            name="aksi"
            value="cari"
            formAction={addressHref('dalam-negeri', 'kecamatan')}
            icon="search"
          >
            {m.checkout_district_search()}
          </Button>
        }
      />
      <input type="hidden" name="cari_lalu" value={search.text} />
      {(found || named) && district && <input type="hidden" name="kecamatan_lalu" value={district.code} />}
    </div>
  )
}

function searchProblem({ text, found, isEmpty }: AddressPage['search']): string[] {
  if (isEmpty) return [m.catalogue_product_shipping_empty()]
  return found?.length === 0 ? [m.checkout_problem_district_none({ text })] : []
}

/** A page that answers a search opens at it, also after Enter, when its address names no place on it. */
const Words = ({ isAnswer, children }: { isAnswer: boolean; children: string }) => (
  <span {...(isAnswer && FOREMOST)}>{children}</span>
)

interface ChoiceProps {
  field: FieldSource
  offered: readonly (District & Partial<FoundDistrict>)[]
  /** What was searched for; null while the kecamatan of before is shown. */
  found: readonly FoundDistrict[] | null
  /** They answer a search, and nothing else is to be said first. */
  isAnswer: boolean
}

function DistrictChoice({ field, offered, found, isAnswer }: ChoiceProps) {
  const label = found || offered.length > 1 ? m.checkout_district_pick() : m.checkout_district_chosen()
  const hint = found && <Words isAnswer={isAnswer}>{foundWords(found)}</Words>
  if (!found || found.length <= MOST_FOUND)
    return <RadioCards field={field} label={label} hint={hint} cards={offered.map(districtCard)} />
  // a whole regency or city is too many for cards
  const choices = [...byRegion(getLocale(), found)].map(([group, places]) => ({
    group,
    choices: places.map(({ code, name }) => ({ value: code, label: name })),
  }))
  return <SelectField field={field} label={label} hint={hint} emptyLabel={label} choices={choices} />
}

function foundWords(found: readonly FoundDistrict[]): string {
  const count = found.length
  if (onlyMatch(found)) return m.checkout_district_found_one()
  return mayBeMore(found) ? m.checkout_district_found_many({ count }) : m.checkout_district_found({ count })
}

const districtCard = (district: District & Partial<FoundDistrict>) => {
  const { code, name, village } = district
  const around = regionIn(getLocale(), district)
  return {
    value: code,
    title: name,
    note: village ? `${m.common_village({ village: village.name })}, ${around}` : around,
  }
}

/** The kecamatan is settled and we know its villages. */
export const isListed = ({ villages, search }: AddressPage): boolean =>
  villages.length > 0 && (!hasFound(search.found) || onlyMatch(search.found) !== null)

/** Chosen from a list where we know the villages; typed everywhere else. */
export function VillageField({ page, field }: Props) {
  if (!isListed(page)) {
    return <TextField field={field} label={m.checkout_village()} autoComplete="address-level4" />
  }
  return (
    <SelectField
      field={field}
      label={m.checkout_village()}
      emptyLabel={m.checkout_village_choose()}
      choices={page.villages.map(({ name }) => ({ value: name, label: name }))}
      autoComplete="address-level4"
    />
  )
}
