import type { Address, CheckoutDraft } from '#app/domain/carts/checkout-form.ts'
import { hasFound } from '#app/domain/places/district.ts'
import { findDistrict, findPlace, searchDistricts } from '#app/domain/places/places.queries.server.ts'
import { formatPhone } from '#app/lib/phone-text.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type AddressPage, COLLECTS, drawPage, goTo, kindOf, type Search } from './address-page.server.ts'
import { ADDRESS_FIELDS } from './address-problems.ts'
import { sentBefore, withTicked } from './moved-place.server.ts'
import { elsewhere, type Values } from './place-elsewhere.ts'

interface Before extends Pick<CheckoutDraft, 'address' | 'typing'> {
  /** The place named for the cost of sending, used while no kecamatan was told. */
  near: string | null
  /** The kecamatan that was found on the page in its other language, not kept yet. */
  found: string | null
  /** As the page's address says it; anything else leaves what was told before. */
  going: string | null
}

/** The page with what the shopper told before. */
export async function openAddressPage(
  ctx: Ctx,
  { address, typing, near, found, going }: Before,
): Promise<AddressPage> {
  // while places to choose from stand there, none of another search is put in
  const values = typing?.searched
    ? typing.values
    : await nearTo(ctx, typing?.values ?? keptValues(ctx, address), near)
  const former = values.districtCode ?? ''
  const district = found && found !== former ? await findDistrict(ctx, found) : null
  const sent = sentBefore({ address, typing })
  const told = district
    ? await withTicked(ctx, { ...values, districtCode: district.code }, { former, sent, near })
    : values
  const search = district ? undefined : await searchFor(ctx, typing?.searched)
  const page = await drawPage(ctx, goTo(told, going) ?? told, {}, search)
  return district ? page : withNamed(ctx, page, near)
}

/** With the place named for the cost of sending where it is another than that of the address: it was named later. */
export async function withNamed(ctx: Ctx, page: AddressPage, near: string | null): Promise<AddressPage> {
  const { isAbroad, isCollected, district, search } = page
  if (isAbroad || isCollected || !district || !near || hasFound(search.found)) return page
  const named = await findPlace(ctx, near)
  return { ...page, named: named?.code === district.code ? null : named }
}

/** The address that was told. */
function keptValues(ctx: Ctx, address: Address | null): Values {
  const kept = ADDRESS_FIELDS.map((name) => [name, address?.[name] ?? undefined])
  const values: Values = { country: 'ID', ...Object.fromEntries(kept.filter(([, value]) => value)) }
  if (address?.collects) values.collects = COLLECTS
  if (address) values.phone = formatPhone(address.phone, ctx.locale)
  return values
}

/** Where no kecamatan was told yet, the place named for the cost of sending. */
async function nearTo(ctx: Ctx, values: Values, near: string | null): Promise<Values> {
  const place = !values.districtCode && near ? await findPlace(ctx, near) : null
  if (!place) return values
  if (kindOf(values).isAbroad)
    return {
      [elsewhere('districtCode')]: place.code,
      [elsewhere('village')]: place.village?.name,
      ...values,
    }
  return { ...values, districtCode: place.code, village: place.village?.name ?? values.village }
}

const searchFor = async (ctx: Ctx, text = ''): Promise<Search | undefined> =>
  text === '' ? undefined : { text, found: await searchDistricts(ctx, text) }
