import { describe, expect, test } from 'vitest'
import type { Product, ProductVariant } from '#app/domain/catalogue/product.ts'
import { measuredSize, sizeWords } from '#app/routes/shop/size-words.ts'

const aSize = (label: string, over: Partial<ProductVariant> = {}) =>
  ({ id: label, label, size: label, colour: null, isMeasured: false, left: 1, ...over }) as ProductVariant

const aPiece = (variants: ProductVariant[], [lengthCm, widthCm]: [number, number]) =>
  ({ variants, lengthCm, widthCm, heightCm: null, toleranceCm: 3 }) as Product

/** A mat whose small size is measured; its labels are its centimetres. */
const small = aSize('150 × 110 cm', { isMeasured: true })
const large = aSize('200 × 150 cm')
const mat = (variants = [small, large]) => aPiece(variants, [150, 110])
const sandals = (measured: Partial<ProductVariant> = {}) =>
  aPiece(
    [aSize('Ukuran 38'), aSize('Ukuran 39', { isMeasured: true, ...measured }), aSize('Ukuran 40')],
    [25, 10.5],
  )
const plain = (words: object) => JSON.parse(JSON.stringify(words).replaceAll('\u00a0', ' ')) as object
const TOLERANCE = 'Buatan tangan, beda sampai 3 cm itu wajar'

describe('the size that is said', () => {
  test('is the chosen one’s, never another’s under its name', () => {
    expect(plain(sizeWords(mat(), large))).toEqual({ size: '200 × 150 cm', measured: TOLERANCE })
    expect(plain(sizeWords(mat(), small))).toEqual({ size: '150 × 110 cm', measured: TOLERANCE })
    const [first, second] = sandals().variants
    expect(plain(sizeWords(sandals(), first))).toEqual({
      size: 'Ukuran 38',
      measured: `Pilihan “Ukuran 39”: 25 × 10,5 cm, yang lain berbeda. ${TOLERANCE}`,
    })
    expect(plain(sizeWords(sandals(), second))).toEqual({ size: '25 × 10,5 cm', measured: TOLERANCE })
  })
  test('is before a choice which sizes can be had', () => {
    expect(plain(sizeWords(mat(), undefined))).toMatchObject({ size: '150 × 110 cm atau 200 × 150 cm' })
    expect(sizeWords(sandals(), undefined)).toMatchObject({ size: '3 ukuran' })
    expect(plain(sizeWords(mat([{ ...small, left: 0 }, large]), undefined))).toEqual({
      size: '200 × 150 cm',
      measured: TOLERANCE,
    })
  })
  test('of a measured one that is gone says that it is', () => {
    expect(sizeWords(sandals({ left: 0 }), undefined)).toMatchObject({
      size: 'Ukuran\u00a038 atau Ukuran\u00a040',
      measured: expect.stringContaining('“Ukuran\u00a039”, yang sekarang tidak ada:'),
    })
  })
  test('is the piece’s own where it comes in one size, whatever its colours', () => {
    const colours = ['Merah', 'Biru'].map((colour) => aSize(colour, { size: null, colour }))
    expect(plain(sizeWords(mat(colours), undefined))).toEqual({ size: '150 × 110 cm', measured: TOLERANCE })
    expect(measuredSize(mat(colours))).toBeNull()
  })
  test('is of a named choice in the drawing, also once that one is gone', () => {
    expect(measuredSize(sandals())).toBe('Ukuran pilihan “Ukuran\u00a039”.')
    expect(measuredSize(sandals({ left: 0 }))).toBe(
      'Ukuran pilihan “Ukuran\u00a039”, yang sekarang tidak ada.',
    )
  })
})
