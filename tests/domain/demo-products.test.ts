import { describe, expect, test } from 'vitest'
import type { DemoGroup } from '#db/seed/demo/products/demo-product.ts'
import { demoProducts } from '#db/seed/demo/products.ts'
import { demoMotifs, dyes, kinds, materials, motifs, techniques } from '#db/seed/vocabulary.ts'

const ATTENDED: Record<DemoGroup, readonly string[]> = {
  seroja: [
    'dasar-anyam-pandan-2020',
    'pewarnaan-alam-2022',
    'jahit-tas-dan-dompet-2023',
    'motif-lama-warna-baru-2025',
  ],
  'bakau-indah': ['dasar-anyam-pandan-2020', 'pewarnaan-alam-2022', 'motif-lama-warna-baru-2025'],
  'tanjung-belimbing': ['tikar-dan-sajadah-2021', 'motif-lama-warna-baru-2025'],
  'mekar-pandan': ['jahit-tas-dan-dompet-2023'],
  'ombak-kemboja': ['anyaman-pulau-2025'],
  'peramas-indah': [],
}

const MEMBERS: Record<DemoGroup, readonly string[]> = {
  seroja: ['rohana', 'saibah', 'timah', 'maimunah'],
  'bakau-indah': ['nurhayati', 'salmah', 'jamilah'],
  'tanjung-belimbing': ['halijah', 'ramlah', 'zubaidah'],
  'mekar-pandan': ['sri-wahyuni', 'asmah', 'juriah'],
  'ombak-kemboja': ['mastura', 'hasnah', 'fatimah-h'],
  'peramas-indah': [],
}

const PRICE_RANGE: Record<string, readonly [lowest: number, highest: number]> = {
  tas: [85_000, 250_000],
  tikar: [100_000, 300_000],
  bakul: [60_000, 150_000],
  dompet: [40_000, 75_000],
  topi: [60_000, 110_000],
  'tempat-tisu': [45_000, 85_000],
  'tudung-saji': [75_000, 150_000],
  sandal: [45_000, 80_000],
  sajadah: [120_000, 200_000],
  'kotak-pensil': [35_000, 60_000],
  'alas-gelas': [45_000, 75_000],
  kipas: [20_000, 35_000],
  kopiah: [60_000, 100_000],
  'gantungan-kunci': [10_000, 15_000],
}

const CORE_KINDS = ['tikar', 'tas', 'bakul', 'dompet', 'topi', 'tempat-tisu', 'tudung-saji', 'sandal']
const COLOUR = /\b(black|blue|brown|green|magenta|orange|pink|purple|red|white|yellow)\b/i
/** What each colour is called in both languages, so that a search for it finds the same pieces; pink is `merah jambu`. */
const COLOUR_PAIRS: readonly [RegExp, RegExp][] = [
  [/\bmerah(nya)?\b(?! jambu)/i, /\bred\b/i],
  [/\bmerah jambu\b/i, /\bpink\b/i],
  [/\bbiru(nya)?\b/i, /\bblue\b/i],
  [/\bhijau(nya)?\b/i, /\bgreen\b/i],
  [/\bkuning(nya)?\b/i, /\byellow\b/i],
  [/\bhitam(nya)?\b/i, /\bblack\b/i],
  [/\bungu(nya)?\b/i, /\bpurple\b/i],
  [/\bcokelat(nya)?\b/i, /\bbrown\b/i],
]
const slugsOf = (entries: readonly { slug: string }[]) => entries.map(({ slug }) => slug)
const repeated = (values: readonly string[]) => values.filter((value, k) => values.indexOf(value) !== k)
const yearOf = (slug: string) => Number(slug.slice(-4))

describe('the demo catalogue', () => {
  test('has enough of every kind that the home page shows', () => {
    expect(demoProducts.length).toBeGreaterThanOrEqual(60)
    for (const kind of CORE_KINDS) {
      expect(demoProducts.filter((product) => product.kind === kind).length, kind).toBeGreaterThanOrEqual(5)
    }
  })

  test('gives every piece its own address and trace code', () => {
    expect(repeated(slugsOf(demoProducts))).toEqual([])
    expect(repeated(demoProducts.map(({ code }) => code))).toEqual([])
    expect(demoProducts.map(({ code }) => code)).toContain('AK-7F3K')
  })

  test('shows every way a piece can be had', () => {
    const only = demoProducts.flatMap(({ variants }) => (variants.length === 1 ? variants : []))
    expect(only.some(({ mode, stock }) => mode === 'ready' && stock === 1)).toBe(true)
    expect(only.some(({ mode, stock }) => mode === 'ready' && stock === 0)).toBe(true)
    expect(only.some(({ mode }) => mode === 'made-to-order')).toBe(true)
    expect(demoProducts.filter(({ variants }) => variants.length > 1).length).toBeGreaterThanOrEqual(8)
  })

  test('leaves about a third to the groups’ own tradition', () => {
    const share = demoProducts.filter(({ trainings }) => trainings.length === 0).length / demoProducts.length
    expect(share).toBeGreaterThan(0.25)
    expect(share).toBeLessThan(0.42)
  })

  test('invents nobody for the real group', () => {
    const samples = demoProducts.filter(({ group }) => group === 'peramas-indah')
    const linked = samples.flatMap(({ trainings }) => trainings)
    expect(samples).toHaveLength(6)
    expect(linked.length).toBeLessThanOrEqual(2)
    expect(linked.every(({ evidence }) => evidence === 'stated')).toBe(true)
    expect(samples.every(({ maker }) => maker === null)).toBe(true)
  })
})

describe.each(demoProducts)('$slug', (product) => {
  const { titleId, titleEn, storyId, storyEn, variants, trainings } = product

  test('names no colour in what a motif means: a search would take it for that of the piece', () => {
    const meanings = [...motifs, ...demoMotifs].map(({ glossEn }) => glossEn ?? '')
    expect(meanings.filter((meaning) => COLOUR.test(meaning))).toEqual([])
  })

  test('uses words of the vocabulary', () => {
    expect(product.code).toMatch(/^AK-[2-9A-HJKMNP-TV-Z]{4}$/)
    expect(slugsOf(kinds)).toContain(product.kind)
    expect(slugsOf([...motifs, ...demoMotifs])).toContain(product.motif)
    expect(slugsOf(techniques)).toContain(product.technique)
    expect(slugsOf(dyes)).toContain(product.dye)
    for (const material of product.materials) expect(slugsOf(materials)).toContain(material)
    expect(repeated(product.materials)).toEqual([])
    if (product.maker) expect(MEMBERS[product.group]).toContain(product.maker)
  })

  test('is told in both languages, about the piece', () => {
    for (const title of [titleId, titleEn]) {
      expect(title.length).toBeGreaterThanOrEqual(3)
      expect(title.length).toBeLessThanOrEqual(80)
    }
    expect(storyId).not.toBe(storyEn)
    for (const story of [storyId, storyEn]) {
      const sentences = story.split(/[.;:]\s|\.$/).filter(Boolean)
      expect(sentences.length).toBeGreaterThanOrEqual(2)
      expect(story).not.toMatch(/pelatihan|training|karena|berkat|because of|thanks to/i)
      expect(story).not.toMatch(/["“”„«»]/)
      expect(story).not.toMatch(/\d[\d .-]{14,}\d/)
    }
    expect(Boolean(product.holdsId)).toBe(Boolean(product.holdsEn))
    expect(product.careId && product.careEn).toBeTruthy()
  })

  test('has a plausible price for its kind', () => {
    const [lowest, highest] = PRICE_RANGE[product.kind] ?? [0, 0]
    for (const { priceRupiah } of variants) {
      expect(priceRupiah).toBeGreaterThanOrEqual(lowest)
      expect(priceRupiah).toBeLessThanOrEqual(highest)
      expect(priceRupiah % 500).toBe(0)
    }
  })

  test('can be had as its variants say', () => {
    expect(variants.length).toBeGreaterThan(0)
    expect(repeated(variants.map(({ labelId }) => labelId))).toEqual([])
    for (const variant of variants) {
      expect(variant.labelId === '').toBe(variants.length === 1)
      expect(variant.labelEn === '').toBe(variants.length === 1)
      expect(Boolean(variant.leadDays)).toBe(variant.mode === 'made-to-order')
      expect(Boolean(variant.openCap)).toBe(variant.mode === 'made-to-order')
      if (variant.mode === 'made-to-order') expect(variant.stock).toBe(0)
    }
  })

  test('says which of several sizes was measured', () => {
    const measured = variants.filter(({ isMeasured }) => isMeasured)
    expect(measured).toHaveLength(new Set(variants.map(({ size }) => size)).size > 1 ? 1 : 0)
  })

  test('is linked only to trainings that taught it, and before it was shown', () => {
    for (const { slug } of trainings) {
      expect(ATTENDED[product.group]).toContain(slug)
      expect(product.publishedOn > `${yearOf(slug)}-10-31`).toBe(true)
      expect(product.madeYear).toBeGreaterThanOrEqual(yearOf(slug))
      if (slug === 'pewarnaan-alam-2022') expect(product.dye).toBe('pewarna-alami')
      if (slug === 'jahit-tas-dan-dompet-2023') expect(['tas', 'dompet']).toContain(product.kind)
      if (slug === 'tikar-dan-sajadah-2021') expect(['tikar', 'sajadah']).toContain(product.kind)
      if (slug === 'motif-lama-warna-baru-2025') expect(product.motif).not.toBe('polos')
    }
    // the shop was filled in the weeks before its first order
    expect(product.publishedOn).toMatch(/^20(25-(0[5-9]|1[0-2])|26-(0[1-9]|10))-(0[1-9]|[12]\d|3[01])$/)
    expect(product.madeYear).toBeLessThanOrEqual(2026)
  })

  test('weighs and packs like a real piece', () => {
    const rolled = product.heightCm === null && ['tikar', 'sajadah'].includes(product.kind)
    for (const { packedCm, weightGrams, isMeasured } of variants) {
      const [length, width, height] = packedCm
      const [longest, shortest] = [Math.max(...packedCm), Math.min(...packedCm)]
      if (isMeasured || variants.length === 1)
        expect(longest).toBeGreaterThanOrEqual(rolled ? product.widthCm : product.lengthCm)
      expect(shortest).toBeGreaterThan(1)
      // Pandan is light: from a few grams to a tenth of a gram per cubic centimetre, packed.
      expect(weightGrams / (length * width * height)).toBeLessThan(0.35)
      expect(weightGrams).toBeGreaterThan(10)
    }
  })

  test('weighs more in a larger size', () => {
    const sizes = variants
      .filter(({ size }) => size !== undefined)
      .map(({ weightGrams, packedCm, size = '' }) => {
        const [length, width, height] = packedCm
        return { weightGrams, room: length * width * height, size: Number.parseInt(size, 10) }
      })
      .sort((a, b) => a.size - b.size)
    sizes.slice(1).forEach((larger, place) => {
      expect(larger.weightGrams).toBeGreaterThan(sizes[place]?.weightGrams ?? 0)
      expect(larger.room).toBeGreaterThanOrEqual(sizes[place]?.room ?? 0)
    })
  })

  test('names the same colours in both languages', () => {
    const said = (...words: (string | undefined)[]) => words.filter(Boolean).join('\n')
    const { titleId, titleEn, storyId, storyEn } = product
    const indonesian = said(titleId, storyId, ...variants.map(({ labelId }) => labelId))
    const english = said(titleEn, storyEn, ...variants.map(({ labelEn }) => labelEn))
    for (const [here, abroad] of COLOUR_PAIRS) {
      expect(abroad.test(english), `${abroad}: ${english}`).toBe(here.test(indonesian))
    }
  })

  test('is drawn in the colours and motif that its words name', () => {
    const { scheme, motif } = product.picture
    expect(motif).toBe(product.motif)
    // an undyed weave may be edged in coloured cloth, and only a plain one is undyed
    if (scheme === 'jerami') expect(product.dye).toBe('tanpa-pewarna')
    if (product.dye === 'tanpa-pewarna') expect(motif).toBe('polos')
    if (/tanpa celup|tidak dicelup|warna jerami dengan/i.test(product.storyId))
      expect(product.dye).toBe('tanpa-pewarna')
    if (product.dye === 'pewarna-alami')
      expect(['tarum', 'bata', 'alami', 'kunyit', 'pandan']).toContain(scheme)
    if (product.technique.startsWith('kelarai')) expect(motif).not.toBe('polos')
    if (product.technique === 'kelarai-serong') expect(motif).toBe('corak-serong')
  })
})
