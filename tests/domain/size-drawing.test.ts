import { expect, test } from 'vitest'
import { sizeData } from '#app/routes/shop/product-gallery.ts'
import type { PictureData } from '#app/ui/picture.tsx'

const picture: PictureData = { alt: 'Tas', width: 640, height: 640, sources: [] }
const box = { x: 0.2, y: 0.2, width: 0.6, height: 0.5 }
const photo = { box, view: 'whole' }

type Centimetres = [length: number, width: number, height: number | null]

function sizeOf(slug: string, [lengthCm, widthCm, heightCm]: Centimetres) {
  const piece = {
    kind: { slug, name: slug },
    lengthCm,
    widthCm,
    heightCm,
    toleranceCm: 2,
    photos: [photo],
    variants: [],
  }
  return sizeData(piece as unknown as Parameters<typeof sizeData>[0], [picture])
}

function arrowsOf(slug: string, centimetres: Centimetres) {
  const size = sizeOf(slug, centimetres)
  const said = (arrow: { centimetres: number; as: string } | null | undefined) =>
    arrow ? `${arrow.as} ${arrow.centimetres}` : null
  return [said(size.across), said(size.up)]
}

test('a piece that no picture shows square on is drawn as its outline, in its own proportions', () => {
  const mat = { kind: { slug: 'tikar' }, lengthCm: 190, widthCm: 95, heightCm: null, toleranceCm: 3 }
  const coaster = {
    kind: { slug: 'alas-gelas' },
    lengthCm: 10,
    widthCm: 10,
    heightCm: null,
    toleranceCm: 0.5,
  }
  const drawn = (piece: object) =>
    sizeData({ ...piece, photos: [], variants: [] } as unknown as Parameters<typeof sizeData>[0], [])
  expect(drawn(mat)).toMatchObject({
    picture: null,
    isRound: false,
    across: { centimetres: 190, as: 'length' },
    up: { centimetres: 95, as: 'width' },
  })
  expect(drawn(mat).box.width / drawn(mat).box.height).toBeCloseTo(2)
  expect(drawn(coaster)).toMatchObject({
    isRound: true,
    across: { centimetres: 10, as: 'diameter' },
    up: null,
  })
})

test('arrows measure what the picture shows', () => {
  expect(arrowsOf('tas', [34, 12, 29])).toEqual(['width 34', 'height 29'])
  expect(arrowsOf('dompet', [21, 2, 12.5])).toEqual(['width 21', 'height 12.5'])
  expect(arrowsOf('tikar', [180, 105, null])).toEqual(['length 180', 'width 105'])
  expect(arrowsOf('kipas', [42, 24, null])).toEqual(['width 24', 'length 42'])
  expect(arrowsOf('sandal', [25, 10.5, null])).toEqual([null, 'length 25'])
  expect(arrowsOf('bakul', [30, 30, 20])).toEqual(['diameter 30', 'height 20'])
  expect(arrowsOf('tempat-tisu', [14, 14, 13])).toEqual(['width 14', 'height 13'])
})

test('a height that the look from above stretches has no arrow, and is said in words', () => {
  expect(arrowsOf('bakul', [30, 30, 21])).toEqual(['diameter 30', 'height 21'])
  expect(arrowsOf('topi', [38, 36, 10])).toEqual(['width 38', null])
  expect(sizeOf('topi', [38, 36, 10])).toMatchObject({ picture, unshown: { centimetres: 10, as: 'height' } })
})

test('no arrow is laid beside what a picture shows at an angle, its tissue on top', () => {
  expect(sizeOf('tempat-tisu', [14, 14, 13]).picture).toBeNull()
  expect(sizeOf('sajadah', [115, 65, null])).toMatchObject({
    picture: null,
    across: { centimetres: 115, as: 'length' },
    up: { centimetres: 65, as: 'width' },
  })
})
