import { parseWithZod } from '@conform-to/zod/v4'
import type { Cart } from '#app/domain/carts/cart.ts'
import { keepTyping, saveAddress } from '#app/domain/carts/checkout.server.ts'
import { type Address, addressForm, type CheckoutProblem } from '#app/domain/carts/checkout-form.ts'
import { destinationIn } from '#app/domain/places/address.ts'
import { isCountry } from '#app/domain/places/countries.ts'
import {
  type District,
  type FoundDistrict,
  hasFound,
  onlyMatch,
  type Place,
  type Village,
} from '#app/domain/places/district.ts'
import { findDistrict, listVillages, searchDistricts } from '#app/domain/places/places.queries.server.ts'
import { plainText } from '#app/lib/plain-text.ts'
import type { Result } from '#app/lib/result.ts'
import { ok, refuse } from '#app/lib/result.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { normalisePhone } from '#app/platform/phone.server.ts'
import { type Going, goingOf } from './address-href.ts'
import { ADDRESS_FIELDS, type AddressField } from './address-problems.ts'
import { type LeastShipping, leastWithin } from './basket-shipping.server.ts'
import type { AtCheckout } from './cart-at-checkout.server.ts'
import {
  listedIn,
  listedVillage,
  moveTo,
  sentBefore,
  settled,
  type Told,
  withTicked,
} from './moved-place.server.ts'
import { elsewhere, exchangePlaces, PLACE_FIELDS, type Values } from './place-elsewhere.ts'

type Problems = Partial<Record<AddressField, CheckoutProblem[]>>

export interface Search {
  text: string
  found: FoundDistrict[] | null
  /** It was asked for without a word. */
  isEmpty?: boolean
}

/** The address page as it is drawn: what was typed, what is wrong with it, and the places to choose from. */
export interface AddressPage {
  isAbroad: boolean
  /** The buyer comes for every parcel: no address is asked for. */
  isCollected: boolean
  values: Values
  problems: Problems
  search: Search
  /** The kecamatan chosen so far. */
  district: District | null
  /** The one named later for the cost of sending, with its village where that was said, offered beside it. */
  named: Place | null
  /** The villages of that kecamatan, where we know them. */
  villages: Village[]
}

const LONGEST_SEARCH = 60
/** More than any answer may have, so that one that is too long is still said to be. */
const LONGEST_TYPED = 1_000
/** What a checked box of a form says. */
export const COLLECTS = 'on'

/** The form for another kind of place, with what was typed; null where none was asked for. */
export function goTo(values: Values, going: FormDataEntryValue | null): Values | null {
  if (going !== 'luar-negeri' && going !== 'dalam-negeri' && going !== 'ambil-sendiri') return null
  const isAbroad = going === 'luar-negeri'
  const told = isAbroad === kindOf(values).isAbroad ? values : exchangePlaces(values)
  return {
    ...told,
    country: isAbroad ? told.country : 'ID',
    collects: going === 'ambil-sendiri' ? COLLECTS : '',
  }
}

/** `typing`: nothing is wrong, and the page's own address shows the form as it now stands. */
type AddressRefusal = { code: 'again'; page: AddressPage } | { code: 'typing'; going: Going }

/** The form as it was sent: kept, or to be shown again with what is wrong or what was searched. */
export async function takeAddress(
  { ctx, token, cart: { draft } }: AtCheckout,
  form: FormData,
  near: string | null,
): Promise<Result<Address, AddressRefusal>> {
  const wanted = form.get('aksi')
  const sent = sentBefore(draft)
  const former = textOf(form, 'kecamatan_lalu')
  const values = await withTicked(ctx, valuesIn(form), { former, sent, near })
  const next = goTo(values, wanted)
  if (next) return goOnTyping(ctx, token, next)
  const typed = textOf(form, 'cari').slice(0, LONGEST_SEARCH)
  const searched = textOf(form, 'cari_lalu')
  // Enter in any field goes on, unless a kecamatan was typed and not looked for yet
  const told = { values, sent }
  if (typed !== '' && (wanted === 'cari' || (wanted === 'enter' && typed !== searched))) {
    const found = await searchDistricts(ctx, typed)
    const district = onlyMatch(found) ?? districtOf(values, found)
    // a search that finds nothing takes nothing away
    const moved = found.length > 0 ? await moveTo(ctx, district, told) : values
    return goOnTyping(ctx, token, moved, { text: typed, found })
  }
  const place = typed === '' ? values : await meantBy(ctx, told, { typed, searched })
  const meant = await settled(ctx, place, sent)
  if (wanted === 'cari')
    return refused(ctx, token, meant, { problems: {}, search: { text: '', found: null, isEmpty: true } })
  for (const name of ['districtCode', 'village', 'postalCode'] as const) form.set(name, meant[name] ?? '')
  return check(ctx, token, { values: meant, form, typed })
}

/** The kecamatan of the form if it is among those found: it stays chosen, and its village stays. */
const districtOf = ({ districtCode }: Values, found: readonly FoundDistrict[]): FoundDistrict | null =>
  found.find(({ code }) => code === districtCode) ?? null

/**
 * A place that was typed and never searched for counts when one only bears the name. The village by which the kecamatan
 * was found is the buyer's, unless another of it was told.
 */
async function meantBy(
  ctx: Ctx,
  told: Told,
  { typed, searched }: { typed: string; searched: string },
): Promise<Values> {
  const { values } = told
  if (values.country !== 'ID') return values
  const found = await searchDistricts(ctx, typed)
  const isChosen = typed === searched
  const place = isChosen ? districtOf(values, found) : onlyMatch(found)
  const meant = isChosen ? values : await moveTo(ctx, place, told)
  return { ...meant, village: (await listedIn(ctx, meant)) || (place?.village?.name ?? '') }
}

async function check(
  ctx: Ctx,
  token: string,
  { values, form, typed }: { values: Values; form: FormData; typed: string },
) {
  const given = parseWithZod(form, { schema: addressForm })
  // what was found stays in sight until one of it is chosen
  const search =
    values.districtCode || !typed ? undefined : { text: typed, found: await searchDistricts(ctx, typed) }
  if (given.status !== 'success')
    return refused(ctx, token, values, { problems: allProblems(values, given.reply().error), search })
  if (!isCountry(given.value.country))
    return refused(ctx, token, values, { problems: { country: ['country-invalid'] } })
  const saved = await saveAddress(ctx, token, await withPostalCode(ctx, given.value))
  if (saved.ok) {
    // what was told of an address stands there again if it is to be sent after all
    if (saved.value.collects) await keepTyping(ctx, token, { values: presentIn(values), searched: '' })
    return ok(saved.value)
  }
  switch (saved.error.code) {
    case 'phone-invalid':
      return refused(ctx, token, values, { problems: { phone: ['phone-invalid'] } })
    case 'unknown-district':
      return refused(
        ctx,
        token,
        { ...values, districtCode: '' },
        { problems: { districtCode: ['district-required'] } },
      )
  }
}

/** What is wrong is said at once; what was typed is kept all the same, to stand there in the other language too. */
async function refused(
  ctx: Ctx,
  token: string,
  values: Values,
  { problems, search }: { problems: Problems; search?: Search },
) {
  await keepTyping(ctx, token, { values: presentIn(values), searched: search?.text ?? '' })
  return again(ctx, values, problems, search)
}

/** The number is looked at together with the rest: whoever mends a form does it once. */
function allProblems({ phone, country }: Values, found: Problems | null | undefined): Problems {
  const isWrong = !found?.phone && !normalisePhone(phone ?? '', country)
  return isWrong ? { ...found, phone: ['phone-invalid'] } : (found ?? {})
}

/** Led on to the page's own address, so that going back to it later asks nothing; where it may not be kept, shown at once. */
async function goOnTyping(ctx: Ctx, token: string, values: Values, search?: Search) {
  const isKept = await keepTyping(ctx, token, { values: presentIn(values), searched: search?.text ?? '' })
  if (!isKept) return again(ctx, values, {}, search)
  return refuse({ code: 'typing' as const, going: goingOf(kindOf(values)) })
}

export const kindOf = ({ country, collects }: Values) => ({
  isAbroad: country !== 'ID',
  isCollected: country === 'ID' && collects === COLLECTS,
})

const presentIn = (values: Values): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

async function again(ctx: Ctx, values: Values, problems: Problems = {}, search?: Search) {
  return refuse({ code: 'again' as const, page: await drawPage(ctx, values, problems, search) })
}

export async function drawPage(
  ctx: Ctx,
  values: Values,
  problems: Problems,
  search: Search = { text: '', found: null },
): Promise<AddressPage> {
  const only = onlyMatch(search.found)
  const district = only ?? (values.districtCode ? await findDistrict(ctx, values.districtCode) : null)
  const villages = district ? await listVillages(ctx, district.code) : []
  const isToChoose = hasFound(search.found) && !only
  const village = isToChoose ? values.village : listedVillage(villages, values.village)
  return {
    ...kindOf(values),
    values: {
      ...values,
      districtCode: district?.code,
      village: village || only?.village?.name,
    },
    problems,
    search,
    district,
    named: null,
    villages,
  }
}

/** What sending costs at least to the place that stands in the form. */
export async function shippingTo(
  ctx: Ctx,
  cart: Cart,
  { isAbroad, values: { country, village }, district, villages }: AddressPage,
): Promise<LeastShipping> {
  if (!isAbroad) {
    const known = villages.find(({ name }) => name === village) ?? null
    return leastWithin(ctx, cart, district && { ...district, village: known })
  }
  const place =
    country &&
    destinationIn(ctx.locale, { country, village: village || null, districtName: null, regencyName: null })
  return { place: place || null, least: null, isAbroad }
}

/** Left empty where the village says it anyway. */
async function withPostalCode(ctx: Ctx, address: Address): Promise<Address> {
  const { country, collects, districtCode, village: told } = address
  if (address.postalCode || country !== 'ID' || collects || !districtCode || !told) return address
  const villages = await listVillages(ctx, districtCode)
  const village = villages.find(({ name }) => name === told)
  return { ...address, postalCode: village?.postalCode ?? null }
}

const valuesIn = (form: FormData): Values =>
  Object.fromEntries(
    [...ADDRESS_FIELDS, 'collects', ...PLACE_FIELDS.map(elsewhere)].map((name) => [name, textOf(form, name)]),
  )

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? plainText(value).slice(0, LONGEST_TYPED) : ''
}
