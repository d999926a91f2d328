import { holdSizes } from '#app/lib/format.ts'
import type { Availability, Taken } from './availability.ts'
import type { Packed } from './packed.ts'
import type { Photo } from './photo.ts'
import type { Trace } from './trace.ts'

/** Something with a page of its own: a kind, a technique, a material. */
export interface Named {
  slug: string
  name: string
}

export interface MotifFacts {
  slug: string
  name: string
  /** What the name says in English: `bamboo shoot`. */
  gloss: string | null
  /** null: nobody has told us yet. */
  meaning: string | null
  toldBy: string | null
  place: string | null
  /** `sebutan`: no motif's name, only a word for how a piece looks. */
  scope: 'kayong-utara' | 'umum-melayu' | 'sebutan'
  sourceUrl: string | null
}

/** The seller as PP 80/2019 article 13 asks for it. */
export interface ProductGroup {
  id: string
  slug: string
  name: string
  hamlet: string | null
  villageName: string
  districtName: string
  districtCode: string
  regencyName: string
  phone: string | null
  businessNumber: string | null
  feeBasisPoints: number
  weaveMotif: string
  weaveColour: string
  isDemo: boolean
  /** A group that rests takes no orders for a while. */
  state: 'active' | 'resting' | 'closed'
  /** A real group that shows samples: nothing of it is sold here. */
  showsSamplesOnly: boolean
}

export interface ProductVariant extends Packed {
  id: string
  /** Empty when there is nothing to choose. */
  label: string
  colour: string | null
  size: string | null
  /** Of several sizes the one whose length, width and height the piece has. */
  isMeasured: boolean
  priceRupiah: number
  mode: 'ready' | 'made-to-order'
  /** Pieces ready to send, or free places in the weaving queue. */
  left: number
  taken: Taken | null
  leadDaysMin: number | null
  leadDaysMax: number | null
}

/** What pieces of a kind are counted in. */
export type Unit = 'piece' | 'pair'

export interface Product {
  id: string
  slug: string
  code: string
  title: string
  story: string
  holds: string | null
  care: string
  kind: Named
  unit: Unit
  technique: Named
  dye: Named
  materials: Named[]
  motif: MotifFacts
  lengthCm: number
  widthCm: number
  heightCm: number | null
  toleranceCm: number
  madeYear: number | null
  publishedAt: Date
  updatedAt: Date
  isDemo: boolean
  /** False when taken down, when the group rests, or for a sample; its page stays, because its code is on a tag. */
  isForSale: boolean
  /** Invented to say what the group might make: neither its work nor to be bought. */
  isSample: boolean
  photos: Photo[]
  variants: ProductVariant[]
  /** The lowest price of what can be had, of all when nothing can; with `priceVaries` others cost more. */
  priceRupiah: number | null
  priceVaries: boolean
  availability: Availability
  /** All the ways to have it: its first is `availability`. */
  ways: Availability[]
  group: ProductGroup
  trace: Trace
}

/** Those of a piece that can be had; of a piece that is gone all of them. */
export function toBeHad<V extends Pick<ProductVariant, 'left'>>(variants: readonly V[]): readonly V[] {
  const left = variants.filter((variant) => variant.left > 0)
  return left.length > 0 ? left : variants
}

/** A piece with the size or colour that was chosen of it: `Sandal siku keluang (39)`. */
export const pieceName = ({ title, label }: { title: string; label: string }): string =>
  label ? `${title} (${holdSizes(label)})` : title

/** Whether a piece can be had in this size or colour. */
export function availabilityOfVariant({
  mode,
  left,
  taken,
  leadDaysMin,
  leadDaysMax,
}: Pick<ProductVariant, 'mode' | 'left' | 'taken' | 'leadDaysMin' | 'leadDaysMax'>): Availability {
  if (left === 0) return { state: taken ?? 'gone' }
  if (mode === 'ready') return { state: 'ready', count: left }
  return { state: 'made', daysMin: leadDaysMin ?? 0, daysMax: leadDaysMax ?? 0 }
}
