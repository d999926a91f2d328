/**
 * Kelarai drafts: how each motif is counted out on the slanted lattice of a plait, for pages and for illustrations.
 * Our own readings of published descriptions; local weavers have the last word on them.
 */

/** Which dyed layer shows at a half-cell: 0 is undyed straw, 1 to 3 are the dyes. */
export type Layer = 0 | 1 | 2 | 3
/** The two directions a strip can run. */
export type Direction = 'A' | 'B'
/** `plain` goes over one under one; `twill` over two under two. */
export type Ground = 'plain' | 'twill'
/** How large the cloth is, in half-cells. */
export interface Extent {
  columns: number
  rows: number
}
/** The layer at a half-cell: x runs across the cloth, y up it. */
export type Draft = (x: number, y: number, extent: Extent) => Layer

interface MotifDraft {
  /** Half-cells from one repeat to the next. */
  period: number
  draft: Draft
  /** A motif made by dyeing whole strips, instead of by floating one set over the other. */
  strip?: (direction: Direction, strip: number) => Layer
  /** Borders stand on the edge of a cloth, so they are not shifted to put a repeat in its middle. */
  fromEdge?: boolean
  /** On a cloth without an end, the half-cells after which a motif with two edges begins anew. */
  height?: number
}

/** The remainder that stays positive left of the origin. */
export const wrap = (value: number, period: number) => ((value % period) + period) % period
/** 0 in the middle of a repeat, half the period at its edge. */
const fromMiddle = (value: number, period: number) => Math.abs(wrap(value, period) - period / 2)
const ground: Draft = () => 0

const belahKetupat: Draft = (x, y) => {
  const distance = fromMiddle(x, 24) + fromMiddle(y, 24)
  if (distance < 3) return 2
  if (distance < 6) return 0
  if (distance < 9) return 1
  return distance > 21 ? 2 : 0
}

const sikuKeluang: Draft = (x, y) => {
  const band = wrap(y + fromMiddle(x, 16), 24)
  if (band < 5) return 1
  if (band >= 8 && band < 10) return 2
  return band >= 14 && band < 17 ? 1 : 0
}

/** Bamboo shoots rising from the lower edge and hanging from the upper one. */
const pucukRebung: Draft = (x, y, { rows }) => {
  const across = fromMiddle(x, 16)
  if (y < 3 || rows - y < 3) return 1
  for (const up of [y - 5, rows - y - 5]) {
    if (up < 0 || up >= 15 || across >= (15 - up) / 2 + 0.5) continue
    return across < (11 - up) / 2 - 1 ? 2 : 1
  }
  const middle = y - rows / 2
  return Math.abs(middle) < 14 && across + fromMiddle(middle + 8, 16) < 3 ? 1 : 0
}

const mataPunai: Draft = (x, y) => {
  const distance = fromMiddle(x, 12) + fromMiddle(y, 12)
  if (distance < 2) return 2
  return distance >= 4 && distance < 6 ? 1 : 0
}

const bungaTanjung: Draft = (x, y) => {
  const across = Math.abs(wrap(x, 28) - 14)
  const up = Math.abs(wrap(y, 28) - 14)
  const reach = Math.max(across, up)
  if (across + up < 3) return 2
  if (Math.abs(across - up) < 2.2 && reach < 9 && reach > 2) return 1
  if (Math.min(across, up) < 1.6 && reach < 11 && reach > 4) return 2
  return fromMiddle(x + 14, 28) + fromMiddle(y + 14, 28) < 3 ? 1 : 0
}

const pagar: Draft = (x, y) => {
  const row = wrap(y, 30)
  if (row < 2 || (row >= 22 && row < 24)) return 2
  if (row >= 24) return 0
  const across = fromMiddle(x, 12)
  return across < 2.2 || (row > 17 && across < 2.2 + (22 - row) / 1.6) ? 1 : 0
}

const tampukManggis: Draft = (x, y) => {
  const across = Math.abs(wrap(x, 24) - 12)
  const up = Math.abs(wrap(y, 24) - 12)
  const distance = Math.max(across, up, (across + up) * 0.72)
  if (distance < 2.5) return 2
  if (distance < 5) return 1
  if (distance < 6.5) return 0
  if (distance < 8.5) return 1
  return across + up > 20 ? 2 : 0
}

const corakSerong: Draft = (x, y) => {
  const slant = wrap(x + y, 28)
  if (slant < 6) return 1
  if (slant >= 9 && slant < 12) return 2
  return slant >= 15 && slant < 18 ? 1 : 0
}

const lorong: Draft = (x) => {
  const column = wrap(x, 20)
  if (column < 4 || (column >= 12 && column < 14)) return 1
  return column >= 6 && column < 8 ? 2 : 0
}

const jalur: Draft = (_x, y) => {
  const row = wrap(y, 26)
  if (row < 6) return 1
  if (row >= 8 && row < 10) return 2
  return row >= 12 && row < 14 ? 3 : 0
}

const kisi = (_direction: Direction, strip: number): Layer => {
  const place = wrap(strip, 6)
  if (place < 2) return 1
  return place === 3 ? 2 : 0
}

const anyamSilang = (direction: Direction, strip: number): Layer => {
  const place = wrap(strip, 8)
  if (direction === 'A') return place < 2 ? 1 : 0
  if (place < 2) return 2
  return place === 4 ? 1 : 0
}

export const MOTIFS = {
  polos: { period: 4, draft: ground },
  'belah-ketupat': { period: 24, draft: belahKetupat },
  'siku-keluang': { period: 16, draft: sikuKeluang },
  'pucuk-rebung': { period: 16, draft: pucukRebung, fromEdge: true, height: 80 },
  'mata-punai': { period: 12, draft: mataPunai },
  'bunga-tanjung': { period: 28, draft: bungaTanjung },
  pagar: { period: 12, draft: pagar, fromEdge: true },
  'tampuk-manggis': { period: 24, draft: tampukManggis },
  'corak-serong': { period: 28, draft: corakSerong },
  lorong: { period: 20, draft: lorong },
  jalur: { period: 4, draft: jalur },
  'anyam-silang': { period: 16, draft: ground, strip: anyamSilang },
  kisi: { period: 12, draft: ground, strip: kisi },
} satisfies Record<string, MotifDraft>

export type Motif = keyof typeof MOTIFS
export const isMotif = (name: string): name is Motif => Object.hasOwn(MOTIFS, name)
export const draftOf = (motif: Motif): MotifDraft => MOTIFS[motif]

/** A lattice cell: strip i of direction A crosses strip j of direction B. */
export type Cell = { i: number; j: number }

/** The layer a motif shows at a cell of a cloth without an end; `shift` moves the motif, in half-cells. */
export function layerAt(motif: Motif, { i, j }: Cell, direction: Direction, shift = { x: 0, y: 0 }): Layer {
  const { draft, strip, height, fromEdge } = draftOf(motif)
  if (strip) return strip(direction, direction === 'A' ? i : j)
  // what is counted from an edge stands on the lower one
  const y = (fromEdge ? -1 : 1) * (i + j + 1) + shift.y
  const extent = { columns: Number.POSITIVE_INFINITY, rows: height ?? Number.POSITIVE_INFINITY }
  return draft(i - j + shift.x, height ? wrap(y, height) : y, extent)
}

/** Which strip lies on top: dyed areas float three over one so that the colour closes, straw lies in its ground. */
export function overAt({ i, j }: Cell, layer: Layer, ground: Ground): Direction {
  if (layer > 0) return wrap(i + j, 4) === 0 ? 'A' : 'B'
  if (ground === 'plain') return wrap(i + j, 2) === 0 ? 'A' : 'B'
  return wrap(i + j, 4) < 2 ? 'A' : 'B'
}
