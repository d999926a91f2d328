import type { Address, CheckoutDraft } from '#app/domain/carts/checkout-form.ts'
import type { District, Village } from '#app/domain/places/district.ts'
import { findDistrict, findPlace, listVillages } from '#app/domain/places/places.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Values } from './place-elsewhere.ts'

/** A village as it was sent with its kecamatan. */
interface Sent {
  districtCode: string
  village: string
  /** Empty where none was told. */
  postalCode: string
}

/** What stands in the form, and what was sent before. */
export interface Told {
  values: Values
  sent: readonly Sent[]
}

/** What was sent before, taken or not: a village in it was told for its kecamatan. */
export const sentBefore = ({ address, typing }: Pick<CheckoutDraft, 'address' | 'typing'>): Sent[] => [
  ...villageSent(typing?.values),
  ...villageSent(address),
]

function villageSent(told: Values | Address | null | undefined): Sent[] {
  const { districtCode, village, postalCode } = told ?? {}
  return districtCode && village ? [{ districtCode, village, postalCode: postalCode ?? '' }] : []
}

interface Ticking {
  /** The kecamatan that was chosen when the choice was shown; empty when there was none. */
  former: string
  sent: readonly Sent[]
  /** The place named for the cost of sending. */
  near: string | null
}

/** With the kecamatan ticked instead of the former one: no village of that comes along, and the one it was offered with does. */
export async function withTicked(ctx: Ctx, values: Values, { former, sent, near }: Ticking): Promise<Values> {
  const { districtCode } = values
  if (!former || former === districtCode) return values
  const next = districtCode ? await findDistrict(ctx, districtCode) : null
  const moved = await moveTo(ctx, next, { values: { ...values, districtCode: former }, sent })
  if (moved.village || !next || !near?.startsWith(next.code)) return moved
  return { ...moved, village: (await findPlace(ctx, near))?.village?.name ?? '' }
}

/** Another kecamatan, null while it is still to be chosen. A village of the former one does not come along. */
export async function moveTo(ctx: Ctx, district: District | null, { values, sent }: Told): Promise<Values> {
  const { districtCode: former, village } = values
  const isOfFormer = village && (await isLeftBehind(ctx, village, { former, sent, next: district?.code }))
  const moved = { ...values, districtCode: district?.code ?? '', village: isOfFormer ? '' : village }
  return withoutFilledCode(ctx, moved, sent)
}

/** What stands in the form once it is sent: a village of its kecamatan, and no postal code that was filled in for another. */
export async function settled(ctx: Ctx, values: Values, sent: readonly Sent[]): Promise<Values> {
  return withoutFilledCode(ctx, { ...values, village: await listedIn(ctx, values) }, sent)
}

/** The village of the form as the list of its kecamatan writes it. */
export async function listedIn(ctx: Ctx, { districtCode, village }: Values): Promise<string> {
  return listedVillage(districtCode ? await listVillages(ctx, districtCode) : [], village)
}

/** A postal code that was filled in for a village goes with it; one that somebody typed stays. */
async function withoutFilledCode(ctx: Ctx, values: Values, sent: readonly Sent[]): Promise<Values> {
  for (const { districtCode, village, postalCode } of sent) {
    if (!postalCode || values.postalCode !== postalCode) continue
    if (values.districtCode === districtCode && isSameName(values.village ?? '', village)) continue
    const villages = await listVillages(ctx, districtCode)
    const isFilled = villages.some((each) => isSameName(each.name, village) && each.postalCode === postalCode)
    if (isFilled) return { ...values, postalCode: '' }
  }
  return values
}

/** A village was told for the kecamatan it was sent with or is listed in; any other was typed for the next one. */
async function isLeftBehind(
  ctx: Ctx,
  village: string,
  { former, sent, next }: { former?: string; sent: readonly Sent[]; next?: string },
): Promise<boolean> {
  const withIt = sent.filter((kept) => isSameName(kept.village, village))
  if (withIt.length > 0) return !withIt.some(({ districtCode }) => districtCode === next)
  if (!former || former === next) return false
  return (await listVillages(ctx, former)).some(({ name }) => isSameName(name, village))
}

/** A village of a kecamatan as our list writes it, empty where it has none of that name. Where we have no list, any will do. */
export const listedVillage = (villages: readonly Village[], village = ''): string =>
  villages.length === 0 ? village : (villages.find(({ name }) => isSameName(name, village))?.name ?? '')

const isSameName = (one: string, other: string) =>
  one.localeCompare(other, 'id', { sensitivity: 'base' }) === 0
