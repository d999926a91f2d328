import { type Ground, overAt, wrap } from './drafts.ts'
import { type Cloth, pathsByColour, runsOf } from './strips.ts'

/** The dyes of the house. Strips keep these colours in light and dark: a mat does not change with the lamp. */
export const DYES = {
  tarum: '#2f46ad',
  tarumMuda: '#8fa2f0',
  kunyit: '#f4b81e',
  pandan: '#2c8a52',
  kesumba: '#c0195a',
  manggis: '#6a2f80',
  jerami: '#e2cc9b',
  toska: '#14807f',
  bata: '#b4451d',
  nila: '#1f4f8f',
  arang: '#2b2a28',
} as const

type Tile = {
  /** Half a cell's diagonal in px; the tile is four of these wide and high. */
  cell: number
  /** Colours of the strips in each direction, in turn. */
  a: readonly string[]
  b: readonly string[]
  bed: string
  ground?: Ground
}

const BED = '#0b1f17'
const { tarum, tarumMuda, kunyit, pandan, kesumba, jerami } = DYES

/** The weaves of the shop. Two colours crossing are two hands meeting: see the comment in `weave-tiles.css`. */
export const SHOP_TILES: Record<string, Tile> = {
  library: { cell: 6, a: [tarum], b: [tarum, tarumMuda], bed: BED },
  training: { cell: 6, a: [tarum], b: [kunyit], bed: BED },
  group: { cell: 6, a: [pandan], b: [kunyit], bed: BED },
  maker: { cell: 6, a: [pandan], b: [kesumba], bed: BED },
  product: { cell: 6, a: [tarum, kunyit], b: [kesumba, pandan], bed: BED },
  own: { cell: 6, a: [pandan], b: [jerami], bed: BED },
  edge: { cell: 4, a: [kunyit, jerami], b: [kesumba, jerami], bed: BED },
  'ground-light': { cell: 7, a: ['#e9efe0'], b: ['#e2ead8'], bed: '#d3dec9' },
  'ground-dark': { cell: 7, a: ['#152c21'], b: ['#122419'], bed: '#0b1710' },
}

/** Chart series differ by weave as well as colour, so they survive grey printing and colour blindness. */
export const CHART_TILES: Record<string, Tile> = {
  'series-1': { cell: 4, a: ['#2f46ad'], b: ['#24368c'], bed: '#121d52' },
  'series-2': { cell: 4, a: ['#f4b81e'], b: ['#dca013'], bed: '#8a6200', ground: 'plain' },
  'series-3': { cell: 5, a: ['#2c8a52'], b: ['#1f6f3f'], bed: '#0c3a20' },
  'series-4': { cell: 6, a: ['#c0195a'], b: ['#9a1147'], bed: '#520622', ground: 'plain' },
}

/** A small SVG that repeats without a seam in both directions. */
export function tileSvg({ cell, a, b, bed, ground = 'twill' }: Tile): string {
  const size = cell * 4
  const cloth: Cloth = {
    width: size,
    height: size,
    cell,
    gap: 0.06,
    over: (at) => overAt(at, 0, ground),
    colour: ({ i, j }, direction) => (direction === 'A' ? a[wrap(i, a.length)] : b[wrap(j, b.length)]) ?? bed,
  }
  const strips = [...pathsByColour(cloth, runsOf(cloth))]
    .map(([colour, path]) => `<path fill="${colour}" d="${path}"/>`)
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><path fill="${bed}" d="M0 0h${size}v${size}H0z"/>${strips}</svg>`
}

const dataUri = (svg: string) =>
  `data:image/svg+xml,${svg.replaceAll('"', "'").replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E')}`

/** The stylesheet that holds a set of tiles as custom properties. */
export function tilesCss(tiles: Record<string, Tile>): string {
  const properties = Object.entries(tiles).map(
    ([name, tile]) => `  --weave-${name}: url("${dataUri(tileSvg(tile))}");`,
  )
  return `/* Woven by app/ui/weave/write-assets.ts; change the tiles there. */\n:root {\n${properties.join('\n')}\n}\n`
}
