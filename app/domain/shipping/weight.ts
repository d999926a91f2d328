import { type Packed, packedRoom } from '#app/domain/catalogue/packed.ts'

/** What a parcel holds, as far as its weight goes. */
export interface PackedPieces extends Packed {
  quantity: number
}

/** Couriers here count 6 000 cm³ as a kilogram: baskets and hats weigh little and take much room. */
const CUBIC_CM_PER_KILOGRAM = 6_000
/** Up to this much over a kilogram is not counted. */
const TOLERANCE_GRAMS = 300

/** What a parcel is charged by: its weight or, when that is more, the room it takes. */
export function billableGrams(pieces: readonly PackedPieces[]): number {
  const weight = total(pieces, ({ weightGrams }) => weightGrams)
  const room = total(pieces, packedRoom)
  return Math.max(weight, Math.ceil((room * 1_000) / CUBIC_CM_PER_KILOGRAM))
}

/** Whole kilograms as couriers count them: 1.3 kg is one, 1.31 kg to 2.3 kg are two. */
export const chargedKilograms = (grams: number): number =>
  Math.max(1, Math.ceil((grams - TOLERANCE_GRAMS) / 1_000))

const total = (pieces: readonly PackedPieces[], of: (one: PackedPieces) => number) =>
  pieces.reduce((sum, one) => sum + of(one) * one.quantity, 0)
