import { describe, expect, test } from 'vitest'
import type { Product, ProductVariant } from '#app/domain/catalogue/product.ts'
import { briefWords, havingWords } from '#app/routes/shop/having-words.ts'

const NOW = new Date('2026-11-23T03:00:00Z')
const aVariant = (over: Partial<ProductVariant>) =>
  ({ left: 0, leadDaysMin: null, leadDaysMax: null, ...over }) as ProductVariant
const ready = aVariant({ id: 'ready', mode: 'ready', left: 4 })
const woven = aVariant({ id: 'woven', mode: 'made-to-order', left: 2, leadDaysMin: 14, leadDaysMax: 20 })
const aMat = (variants: ProductVariant[], ways: Product['ways']) =>
  ({ variants, ways, availability: ways[0], unit: 'piece' }) as Product
const mat = aMat(
  [ready, woven],
  [
    { state: 'ready', count: 4 },
    { state: 'made', daysMin: 14, daysMax: 20 },
  ],
)
const plain = (words: object) =>
  JSON.parse(JSON.stringify(words).replaceAll('\u00a0', ' ').replaceAll('\u2060', '')) as Record<
    string,
    string
  >

describe('whether it can be had, and by when it leaves', () => {
  test('is said of the chosen size', () => {
    const { having, leaves } = plain(havingWords(mat, ready, NOW))
    expect(having).toBe('Siap kirim, tersisa 4 buah')
    const made = plain(havingWords(mat, woven, NOW))
    expect(made['having']).toBe('Dibuat sesuai pesanan, 14–20 hari')
    expect(made['leaves']).not.toBe(leaves)
  })
  test('is before a choice said of all: what lies ready, and what is woven first', () => {
    const { having, leaves } = plain(havingWords(mat, undefined, NOW))
    expect(having).toBe('Ada yang siap kirim, tersisa 4 buah')
    expect(leaves).toMatch(/^Berangkat paling lambat .+\. Yang lain dianyam dulu, 14–20 hari$/)
  })
  test('is said of the one way there is', () => {
    const only = aMat([{ ...ready, left: 1 }], [{ state: 'ready', count: 1 }])
    expect(havingWords(only, undefined, NOW).having).toBe('Siap kirim, hanya ada satu')
    expect(havingWords(aMat([], [{ state: 'gone' }]), undefined, NOW).having).toBeTruthy()
  })
  test('is beside the button said in few words, of several only once one is chosen', () => {
    const brief = (product: Product, chosen?: ProductVariant) => plain(briefWords(product, chosen))['brief']
    expect(brief(mat)).toBe('')
    expect(brief(mat, ready)).toBe('Siap kirim · ada 4')
    expect(brief(mat, woven)).toBe('Dibuat 14–20 hari')
    expect(brief(mat, { ...woven, left: 0, taken: 'full' })).toBe('Antrean anyam penuh')
    expect(brief(aMat([ready], [{ state: 'ready', count: 4 }]))).toBe('Siap kirim · ada 4')
  })
})
