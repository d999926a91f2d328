import {
  type Cell,
  type Direction,
  draftOf,
  isMotif,
  type Layer,
  layerAt,
  type Motif,
  overAt,
  wrap,
} from './drafts.ts'
import { type Cloth, pathsByColour, runsOf, shadowPath } from './strips.ts'
import { DYES } from './tiles.ts'

const HUES = [
  ['#c0195a', '#8f0f40'],
  [DYES.tarum, '#203182'],
  [DYES.pandan, '#1d6a3d'],
  ['#e39a12', '#b97605'],
] as const
const STRAW = { A: ['#e6d3a6', '#dcc592'], B: ['#d3b981', '#c9ae74'] } as const
const REPEAT = 48

/** The hero cloth: tampuk manggis, each repeat in another dye than its neighbours, seamless over 48 half-cells. */
export function heroClothSvg(cell = 8): string {
  const size = REPEAT * cell
  const motifAt = (at: Cell): Layer => {
    const x = wrap(at.i - at.j, REPEAT)
    const y = wrap(at.i + at.j, REPEAT)
    // layerAt counts x = i - j and y = i + j + 1, so this cell has the same count inside one repeat.
    return layerAt('tampuk-manggis', { i: (x + y) / 2, j: (y - x) / 2 }, 'A')
  }
  const cloth: Cloth = {
    width: size,
    height: size,
    cell,
    gap: 0.06,
    over: (at) => overAt(at, motifAt(at), 'twill'),
    colour: (at, direction) => heroColour(at, direction, motifAt(at)),
  }
  const runs = runsOf(cloth)
  const strips = [...pathsByColour(cloth, runs)].map(([fill, path]) => `<path fill="${fill}" d="${path}"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}"><path fill="#0b1f17" d="M0 0h${size}v${size}H0z"/>${strips.join('')}<path fill="#000" fill-opacity=".22" d="${shadowPath(cloth, runs)}"/></svg>\n`
}

function heroColour({ i, j }: Cell, direction: Direction, layer: Layer): string {
  const strip = direction === 'A' ? i : j
  if (layer === 0) return STRAW[direction][wrap(strip, 2) as 0 | 1]
  const x = i - j
  const y = i + j
  const isSeed = Math.abs(wrap(x, 24) - 12) > 8 && Math.abs(wrap(y, 24) - 12) > 8
  const offset = isSeed ? 12 : 0
  const repeat = wrap(Math.floor((x + offset) / 24), 2) + 2 * wrap(Math.floor((y + offset) / 24), 2)
  const hue = HUES[(layer === 2 ? (repeat + 1) % 4 : repeat) as 0 | 1 | 2 | 3]
  return direction === 'B' ? hue[0] : hue[1]
}

/** Where each motif sits best in a small window, in half-cells. */
const SHIFT: Partial<Record<Motif, { x: number; y: number }>> = {
  pagar: { x: 11, y: 24 },
  'pucuk-rebung': { x: 0, y: 18 },
  'siku-keluang': { x: 1, y: 0 },
  'bunga-tanjung': { x: 7, y: 5 },
  'mata-punai': { x: 5, y: 3 },
  'belah-ketupat': { x: 5, y: 3 },
  'tampuk-manggis': { x: 5, y: 3 },
}

export type WovenField = { motif: string; width: number; height: number; cell: number }

/** The dyed strips of a motif as path data, one path per dye; the straw under them is a repeating pattern. */
export function dyedPaths({ motif, width, height, cell }: WovenField): { first: string; second: string } {
  const known: Motif = isMotif(motif) ? motif : 'polos'
  const shift = SHIFT[known] ?? { x: 0, y: 0 }
  // dyed strips lie in an even ground; only floats close a colour
  const isStriped = draftOf(known).strip !== undefined
  const layerOn = (at: Cell, direction: Direction) => layerAt(known, at, direction, shift)
  const cloth: Cloth = {
    width,
    height,
    cell,
    gap: 0,
    over: (at) => overAt(at, isStriped ? 0 : layerOn(at, 'A'), 'twill'),
    colour: (at, direction) => DYE_KEYS[layerOn(at, direction)],
  }
  const paths = pathsByColour(cloth, runsOf(cloth))
  return { first: paths.get('first') ?? '', second: paths.get('second') ?? '' }
}

/** A page's cloth has two dyes; the third of a drawing is the first again. */
const DYE_KEYS = [null, 'first', 'second', 'first'] as const

/** The straw ground as a tile of four half-cells: its two strip directions, to be stroked with the bed's colour. */
export function strawPaths(cell: number): { a: string; b: string } {
  const cloth: Cloth = {
    width: cell * 4,
    height: cell * 4,
    cell,
    gap: 0,
    over: (at) => overAt(at, 0, 'twill'),
    colour: (_, direction) => direction,
  }
  const paths = pathsByColour(cloth, runsOf(cloth))
  return { a: paths.get('A') ?? '', b: paths.get('B') ?? '' }
}
