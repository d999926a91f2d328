import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoProducts } from '#db/seed/demo/products.ts'
import { drawIllustration, FORMS, type FormId, type Picture } from '#db/seed/illustrations/draw.ts'
import { readManifest } from '#db/seed/illustrations/manifest.ts'

const FOLDER = join(import.meta.dirname, '../../public/ilustrasi')
const WIDTHS = [160, 320, 640]
const forms = Object.keys(FORMS) as FormId[]
const kilobytes = (file: string) => statSync(join(FOLDER, file)).size / 1024

describe('a drawing', () => {
  test('is the same for the same picture, whatever was drawn before it', () => {
    const pictures: Picture[] = forms
      .slice(0, 8)
      .map((form) => ({ form, seed: 3, scheme: 'tarum', motif: 'mata-punai' }))
    const first = pictures.map((picture) => drawIllustration(picture).svg)
    const again = [...pictures].reverse().map((picture) => drawIllustration(picture).svg)
    expect(again.reverse()).toEqual(first)
    expect(new Set(first).size).toBe(first.length)
  })

  test.each(forms)('of %s has no broken number, sits in the frame and says what it is', (form) => {
    for (const seed of [1, 2]) {
      const { svg, box } = drawIllustration({ form, seed, scheme: 'bata', motif: 'belah-ketupat' })
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      expect(svg).toContain('<desc>Gambar buatan mesin, bukan foto barang.')
      expect(box.x).toBeGreaterThan(0)
      expect(box.y).toBeGreaterThan(0)
      expect(box.width).toBeGreaterThan(0.2)
      expect(box.height).toBeGreaterThan(0.2)
      expect(box.x + box.width).toBeLessThan(1)
      expect(box.y + box.height).toBeLessThan(1)
    }
  })

  test.each(demoProducts)('of $slug has the shape its measurements say', (product) => {
    const { svg, proportions } = drawIllustration(product.picture)
    const [length, width, height] = proportions
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    expect(height === 0).toBe(product.heightCm === null)
    const drawn = length / (height || width)
    const stated = product.lengthCm / (product.heightCm ?? product.widthCm)
    expect(drawn / stated).toBeGreaterThan(0.9)
    expect(drawn / stated).toBeLessThan(1.1)
  })
})

describe('the shipped pictures', () => {
  const manifest = readManifest()
  const keys = demoProducts.flatMap(({ slug }) => [slug, `${slug}-detail`])

  test('are listed one by one', () => {
    expect(Object.keys(manifest).sort()).toEqual([...keys].sort())
    for (const [key, picture] of Object.entries(manifest)) {
      expect(picture.widths).toEqual(WIDTHS)
      expect(picture.box === null).toBe(key.endsWith('-detail'))
      expect(picture.thumbhash).toMatch(/^[A-Za-z0-9+/]+=*$/)
    }
  })

  test('exist in every width and format', () => {
    const expected = keys.flatMap((key) =>
      WIDTHS.flatMap((width) => [`${key}-${width}.avif`, `${key}-${width}.webp`]),
    )
    const shipped = new Set(readdirSync(FOLDER))
    expect([...expected, 'anyam-og.jpg'].filter((file) => !shipped.has(file))).toEqual([])
  })

  test('are light enough for a slow line', () => {
    for (const { slug } of demoProducts) {
      expect(kilobytes(`${slug}-320.avif`), slug).toBeLessThanOrEqual(8)
      expect(kilobytes(`${slug}-640.avif`), slug).toBeLessThanOrEqual(25)
    }
    expect(kilobytes('anyam-og.jpg')).toBeLessThanOrEqual(120)
    const total = readdirSync(FOLDER).reduce((sum, file) => sum + kilobytes(file), 0)
    expect(total / 1024).toBeLessThan(12)
  })

  test('put the box where the drawing is', () => {
    for (const { slug, picture } of demoProducts.slice(0, 6)) {
      expect(manifest[slug]?.box).toEqual(drawIllustration(picture).box)
    }
  })
})
