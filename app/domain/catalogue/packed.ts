/** What one piece of a variant weighs, and how large it is packed to be sent. */
export interface Packed {
  weightGrams: number
  packedCm: { length: number; width: number; height: number }
}

/** The room it takes packed, in cubic centimetres. */
export const packedRoom = ({ packedCm: { length, width, height } }: Packed): number => length * width * height

/** Its three sides, in one piece: `113 × 13 × 13`. */
export const packedText = ({ packedCm: { length, width, height } }: Packed): string =>
  [length, width, height].join('\u00a0×\u00a0')
