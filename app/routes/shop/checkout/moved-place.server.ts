import type { Address, CheckoutDraft } from '#app/domain/carts/checkout-form.ts'
import type { District, Village } from '#app/domain/places/district.ts'
import { findDistrict, findPlace, listVillages } from '#app/domain/places/places.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Values } from './place-elsewhere.ts'

type Kept = { readonly [Name in 'districtCode' | 'village' | 'postalCode']?: Address[Name] }

/** What stands in the form, and what was kept of it before. */
export interface Told {
  values: Values
  saved: Kept | null
}

/** The address as it was sent last, also one that was not taken: its village was told for its kecamatan. */
export const sentBefore = ({ address, typing }: Pick<CheckoutDraft, 'address' | 'typing'>): Kept | null =>
  typing?.values['districtCode'] ? typing.values : address

interface Ticking {
  /** The kecamatan that was chosen when the choice was shown; empty when there was none. */
  former: string
  saved: Kept | null
  /** The place named for the cost of sending. */
  near: string | null
}

/** With the kecamatan ticked instead of the former one: no village of that comes along, and the one it was offered with does. */
export async function withTicked(
  ctx: Ctx,
  values: Values,
  { former, saved, near }: Ticking,
): Promise<Values> {
  const { districtCode } = values
  if (!former || former === districtCode) return values
  const next = districtCode ? await findDistrict(ctx, districtCode) : null
  const moved = await moveTo(ctx, next, { values: { ...values, districtCode: former }, saved })
  if (moved.village || !next || !near?.startsWith(next.code)) return moved
  return { ...moved, village: (await findPlace(ctx, near))?.village?.name ?? '' }
}

/** Another kecamatan, null while it is still to be chosen. A village of the former one does not come along. */
export async function moveTo(ctx: Ctx, district: District | null, { values, saved }: Told): Promise<Values> {
  const { districtCode: former, village } = values
  const isOfFormer = village && (await isLeftBehind(ctx, village, { former, saved, next: district?.code }))
  const moved = { ...values, districtCode: district?.code ?? '', village: isOfFormer ? '' : village }
  return withoutFilledCode(ctx, moved, saved)
}

/** A postal code that was filled in for a village goes with it; one that somebody typed stays. */
export async function withoutFilledCode(ctx: Ctx, values: Values, saved: Kept | null): Promise<Values> {
  const { districtCode, village, postalCode } = saved ?? {}
  if (!districtCode || !village || !postalCode || values.postalCode !== postalCode) return values
  if (values.districtCode === districtCode && isSameName(values.village ?? '', village)) return values
  const villages = await listVillages(ctx, districtCode)
  const isFilled = villages.some((each) => isSameName(each.name, village) && each.postalCode === postalCode)
  return isFilled ? { ...values, postalCode: '' } : values
}

/** A village was told for the kecamatan it was kept with or is listed in; any other was typed for the next one. */
async function isLeftBehind(
  ctx: Ctx,
  village: string,
  { former, saved, next }: { former?: string; saved: Kept | null; next?: string },
): Promise<boolean> {
  if (saved?.village && isSameName(saved.village, village)) return saved.districtCode !== next
  if (!former || former === next) return false
  if (hasNamed(await listVillages(ctx, former), village)) return true
  const villages = next ? await listVillages(ctx, next) : []
  return villages.length > 0 && !hasNamed(villages, village)
}

const hasNamed = (villages: readonly Village[], village: string) =>
  villages.some(({ name }) => isSameName(name, village))

export const isSameName = (one: string, other: string) =>
  one.localeCompare(other, 'id', { sensitivity: 'base' }) === 0
