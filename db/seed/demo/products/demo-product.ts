import type { Picture } from '#db/seed/illustrations/draw.ts'

export type DemoGroup =
  | 'seroja'
  | 'bakau-indah'
  | 'tanjung-belimbing'
  | 'mekar-pandan'
  | 'ombak-kemboja'
  | 'peramas-indah'

export type Evidence = 'documented' | 'verified' | 'stated'

/** What one piece weighs, and how large it is packed. */
interface DemoPacked {
  weightGrams: number
  packedCm: [length: number, width: number, height: number]
}

export interface DemoVariant extends DemoPacked {
  /** Empty when there is nothing to choose. */
  labelId: string
  labelEn: string
  colour?: string
  size?: string
  /** Of several sizes the one that the piece's measures are of. */
  isMeasured?: boolean
  priceRupiah: number
  mode: 'ready' | 'made-to-order'
  stock: number
  leadDays?: [fewest: number, most: number]
  openCap?: number
}

export interface DemoProduct {
  slug: string
  code: string
  group: DemoGroup
  kind: string
  motif: string
  technique: string
  materials: string[]
  dye: string
  titleId: string
  titleEn: string
  storyId: string
  storyEn: string
  lengthCm: number
  widthCm: number
  heightCm: number | null
  toleranceCm: number
  holdsId?: string
  holdsEn?: string
  careId: string
  careEn: string
  madeYear: number
  /** Key of a fictional member, or null when the group made it together. */
  maker: string | null
  /** Empty when it is the group's own tradition. */
  trainings: { slug: string; evidence: Evidence }[]
  variants: DemoVariant[]
  publishedOn: string
  picture: Picture
}

/** A choice as it is written down: it weighs and packs like the piece as it was measured, unless it says otherwise. */
export type VariantEntry = Omit<DemoVariant, keyof DemoPacked> &
  Partial<DemoPacked> & {
    /** Of sandals: by how many numbers it is larger than the measured one. */
    numbersLarger?: number
  }

/** A product as it is written down in its group's file: the group and the picture's motif follow from the rest. */
export type ProductEntry = Omit<DemoProduct, 'group' | 'motif' | 'picture' | 'variants'> &
  DemoPacked & {
    motif: Picture['motif']
    variants: VariantEntry[]
    picture: Omit<Picture, 'motif'>
  }

export const productsOf = (group: DemoGroup, entries: readonly ProductEntry[]): DemoProduct[] =>
  entries.map(({ weightGrams, packedCm, ...entry }) => ({
    ...entry,
    group,
    variants: entry.variants.map((variant) => packedVariant(variant, { weightGrams, packedCm })),
    picture: { ...entry.picture, motif: entry.motif },
  }))

const GRAMS_PER_NUMBER = 8
const CM_PER_NUMBER = 2 / 3

function packedVariant(
  { numbersLarger = 0, ...variant }: VariantEntry,
  { weightGrams, packedCm: [length, width, height] }: DemoPacked,
): DemoVariant {
  return {
    weightGrams: weightGrams + numbersLarger * GRAMS_PER_NUMBER,
    packedCm: [Math.round(length + numbersLarger * CM_PER_NUMBER), width, height],
    ...variant,
  }
}

const unlabelled = { labelId: '', labelEn: '' }

/** The only choice there is: so many pieces on the shelf. */
export const ready = (priceRupiah: number, stock: number): VariantEntry[] => [
  { ...unlabelled, priceRupiah, mode: 'ready', stock },
]

/** The only choice there is: woven after the order, so many at a time. */
export const toOrder = (priceRupiah: number, leadDays: [number, number], openCap: number): VariantEntry[] => [
  { ...unlabelled, priceRupiah, mode: 'made-to-order', stock: 0, leadDays, openCap },
]

/** Sandals: one price, a count for each size, one of which was measured. */
export const sizes = (
  priceRupiah: number,
  counts: Readonly<Record<number, number>>,
  measured: number,
): VariantEntry[] =>
  Object.entries(counts).map(([size, stock]) => ({
    labelId: `Ukuran ${size}`,
    labelEn: `Size ${size}`,
    size,
    isMeasured: Number(size) === measured,
    numbersLarger: Number(size) - measured,
    priceRupiah,
    mode: 'ready',
    stock,
  }))

export const care = {
  mat: {
    careId:
      'Gulung bila tidak dipakai, jangan dilipat. Noda dilap dengan air garam hangat, dibilas, lalu diangin-anginkan. Jangan lama di bawah matahari langsung supaya warnanya tidak berubah.',
    careEn:
      'Roll it when not in use; do not fold it. Wipe stains with warm salt water, rinse, and let it dry in moving air. Keep it out of long direct sun, which changes the colour.',
  },
  bag: {
    careId:
      'Lap dengan kain lembap, lalu angin-anginkan. Bila disimpan lama, isi dengan kertas kering supaya bentuknya tetap. Jauhkan dari tempat lembap supaya tidak berjamur.',
    careEn:
      'Wipe with a damp cloth and let it dry in moving air. When you put it away for long, fill it with dry paper so that it keeps its shape. Keep it out of damp places, where it would mould.',
  },
  basket: {
    careId:
      'Debu di sela anyaman dibersihkan dengan kuas. Boleh dilap kain lembap, jangan direndam. Simpan di tempat berangin.',
    careEn:
      'Brush the dust out of the weave. A damp cloth is fine; do not soak it. Keep it where air can pass.',
  },
  worn: {
    careId:
      'Bila kehujanan, keringkan di tempat teduh yang berangin, jangan dijemur lama. Kotoran disikat halus dengan sedikit air. Jangan ditindih barang berat.',
    careEn:
      'If it gets rained on, dry it in airy shade rather than long in the sun. Brush off dirt gently with a little water. Do not put heavy things on it.',
  },
  sandals: {
    careId:
      'Bila basah, keringkan di tempat teduh yang berangin, jangan dijemur lama. Kotoran disikat halus dengan sedikit air, jangan direndam. Simpan berdampingan di tempat kering.',
    careEn:
      'If they get wet, dry them in airy shade rather than long in the sun. Brush off dirt gently with a little water; do not soak them. Keep them side by side in a dry place.',
  },
  table: {
    careId:
      'Tumpahan langsung dilap kain kering. Kotoran dibersihkan dengan kain lembap, lalu diangin-anginkan. Jangan dicuci di mesin.',
    careEn:
      'Blot spills at once with a dry cloth. Clean it with a damp cloth and let it dry in moving air. Not for the washing machine.',
  },
  small: {
    careId:
      'Kotoran dilap dengan kain lembap, lalu diangin-anginkan di tempat teduh. Jangan direndam dan jangan dicuci di mesin.',
    careEn:
      'Wipe off dirt with a damp cloth and let it dry in airy shade. Do not soak it; not for the washing machine.',
  },
} as const
