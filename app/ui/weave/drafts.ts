/**
 * Kelarai drafts: how each motif is counted out on the slanted lattice of a plait.
 * Our own readings of published descriptions; local weavers have the last word on them.
 */

/** Which dyed layer shows at a half-cell: 0 is undyed straw, 1 and 2 are the first and second dye. */
export type Layer = 0 | 1 | 2
/** The two directions a strip can run. */
export type Direction = 'A' | 'B'
/** `plain` goes over one under one; `twill` over two under two. */
export type Ground = 'plain' | 'twill'
type Draft = (x: number, y: number, direction: Direction, strip: number) => Layer

/** The remainder that stays positive left of the origin. */
export const wrap = (value: number, period: number) => ((value % period) + period) % period
/** A zigzag: 0 in the middle of a repeat, half the period at its edges. */
const zigzag = (value: number, period: number) => Math.abs(wrap(value, period) - period / 2)

const belahKetupat: Draft = (x, y) => {
  const distance = zigzag(x, 24) + zigzag(y, 24)
  if (distance < 3 || distance > 21) return 2
  return distance >= 6 && distance < 9 ? 1 : 0
}

const sikuKeluang: Draft = (x, y) => {
  const row = wrap(y + zigzag(x, 16), 24)
  if (row < 5 || (row >= 14 && row < 17)) return 1
  return row >= 8 && row < 10 ? 2 : 0
}

const SHOOT_HEIGHT = 80
const pucukRebung: Draft = (x, y) => {
  const across = zigzag(x, 16)
  const row = wrap(y, SHOOT_HEIGHT)
  const fromEdge = Math.min(row, SHOOT_HEIGHT - row)
  if (fromEdge < 3) return 1
  const up = fromEdge - 5
  if (up >= 0 && up < 15 && across < (15 - up) / 2 + 0.5) return across < (11 - up) / 2 - 1 ? 2 : 1
  const middle = row - SHOOT_HEIGHT / 2
  return Math.abs(middle) < 14 && across + zigzag(middle + 8, 16) < 3 ? 1 : 0
}

const mataPunai: Draft = (x, y) => {
  const distance = zigzag(x, 12) + zigzag(y, 12)
  if (distance < 2) return 2
  return distance >= 4 && distance < 6 ? 1 : 0
}

const bungaTanjung: Draft = (x, y) => {
  const a = Math.abs(wrap(x, 28) - 14)
  const b = Math.abs(wrap(y, 28) - 14)
  const reach = Math.max(a, b)
  if (a + b < 3) return 2
  if (Math.abs(a - b) < 2.2 && reach < 9 && reach > 2) return 1
  if (Math.min(a, b) < 1.6 && reach < 11 && reach > 4) return 2
  return zigzag(x + 14, 28) + zigzag(y + 14, 28) < 3 ? 1 : 0
}

const pagar: Draft = (x, y) => {
  const row = wrap(y, 30)
  if (row < 2 || (row >= 22 && row < 24)) return 2
  if (row >= 22) return 0
  const across = zigzag(x, 12)
  return across < 2.2 || (row > 17 && across < 2.2 + (22 - row) / 1.6) ? 1 : 0
}

const tampukManggis: Draft = (x, y) => {
  const a = Math.abs(wrap(x, 24) - 12)
  const b = Math.abs(wrap(y, 24) - 12)
  const ring = Math.max(a, b, (a + b) * 0.72)
  if (ring < 2.5) return 2
  if (ring < 5 || (ring >= 6.5 && ring < 8.5)) return 1
  return ring >= 8.5 && a + b > 20 ? 2 : 0
}

const kisi: Draft = (_x, _y, _direction, strip) => {
  const place = wrap(strip, 6)
  return place < 2 ? 1 : place === 3 ? 2 : 0
}

const anyamSilang: Draft = (_x, _y, direction, strip) => {
  const place = wrap(strip, 8)
  if (direction === 'A') return place < 2 ? 1 : 0
  return place < 2 ? 2 : place === 4 ? 1 : 0
}

const lorong: Draft = (x) => {
  const column = wrap(x, 20)
  if (column < 4 || (column >= 12 && column < 14)) return 1
  return column >= 6 && column < 8 ? 2 : 0
}

const jalur: Draft = (_x, y) => {
  const row = wrap(y, 26)
  if (row < 6 || (row >= 12 && row < 14)) return 1
  return row >= 8 && row < 10 ? 2 : 0
}

const corakSerong: Draft = (x, y) => {
  const slant = wrap(x + y, 28)
  if (slant < 6 || (slant >= 15 && slant < 18)) return 1
  return slant >= 9 && slant < 12 ? 2 : 0
}

const DRAFTS = {
  polos: () => 0,
  'belah-ketupat': belahKetupat,
  'siku-keluang': sikuKeluang,
  'pucuk-rebung': pucukRebung,
  'mata-punai': mataPunai,
  'bunga-tanjung': bungaTanjung,
  pagar,
  'tampuk-manggis': tampukManggis,
  'corak-serong': corakSerong,
  lorong,
  jalur,
  'anyam-silang': anyamSilang,
  kisi,
} satisfies Record<string, Draft>

export type Motif = keyof typeof DRAFTS
export const MOTIFS = Object.keys(DRAFTS) as Motif[]
export const isMotif = (name: string): name is Motif => Object.hasOwn(DRAFTS, name)

/** A lattice cell: strip i of direction A crosses strip j of direction B. */
export type Cell = { i: number; j: number }

/** The layer a motif shows at a cell; `shift` moves the motif, in half-cells. */
export function layerAt(motif: Motif, cell: Cell, direction: Direction, shift = { x: 0, y: 0 }): Layer {
  const draft: Draft = DRAFTS[motif]
  const x = cell.i - cell.j + shift.x
  const y = cell.i + cell.j + 1 + shift.y
  return draft(x, y, direction, direction === 'A' ? cell.i : cell.j)
}

/** Which strip lies on top: dyed areas float three over one so that the colour closes, straw lies in its ground. */
export function overAt({ i, j }: Cell, layer: Layer, ground: Ground): Direction {
  if (layer > 0) return wrap(i + j, 4) === 0 ? 'A' : 'B'
  if (ground === 'plain') return wrap(i + j, 2) === 0 ? 'A' : 'B'
  return wrap(i + j, 4) < 2 ? 'A' : 'B'
}
