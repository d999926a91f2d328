import type { Taken } from '#app/domain/catalogue/availability.ts'
import type { Photo } from '#app/domain/catalogue/photo.ts'
import type { Unit } from '#app/domain/catalogue/product.ts'
import type { District } from '#app/domain/places/district.ts'
import type { PackedPieces } from '#app/domain/shipping/weight.ts'
import { type Rupiah, rupiah, sum } from '#app/lib/money.ts'
import type { CheckoutDraft } from './checkout-form.ts'

/** What the shopper must know about a line before going on. */
export type LineNote =
  /** Taken down or no longer sold: it can only be removed. */
  | { code: 'gone' }
  /** Fewer can be had than were chosen; 0 when none. */
  | { code: 'out-of-stock'; left: number }
  | { code: 'price-changed'; was: number; now: number }

export interface CartLine extends PackedPieces {
  variantId: string
  productId: string
  productSlug: string
  productCode: string
  title: string
  unit: Unit
  /** Empty when the product has nothing to choose. */
  label: string
  photo: Photo | null
  unitPriceRupiah: number
  /** The price the shopper last saw; the order is placed against it. */
  seenPriceRupiah: number
  lineRupiah: Rupiah
  mode: 'ready' | 'made-to-order'
  leadDaysMin: number | null
  leadDaysMax: number | null
  left: number
  /** Why there is none of it just now, where there may be again. */
  taken: Taken | null
  /** False for what is no longer sold; `notes` says `gone`. */
  isSellable: boolean
  notes: LineNote[]
}

export interface CartGroup {
  groupId: string
  groupSlug: string
  groupName: string
  villageName: string
  /** The kecamatan that its parcel leaves from. */
  districtCode: string
}

/** The lines of one group: they leave its village together. */
export interface CartParcel extends CartGroup {
  lines: CartLine[]
  goodsRupiah: Rupiah
  /** The longest making time among its lines; null when all are ready. */
  leadDaysMax: number | null
}

export interface Cart {
  id: string
  /** When something in it was last changed by whoever holds it. */
  changedAt: Date
  destination: District | null
  draft: CheckoutDraft
  parcels: CartParcel[]
  /** Lines that cannot be had stay in their parcel but count for nothing. */
  pieceCount: number
  goodsRupiah: Rupiah
  /** Something is in it and nothing needs saying first. */
  canCheckOut: boolean
}

export interface CartLineRow extends Omit<CartLine, 'lineRupiah' | 'notes'> {
  group: CartGroup
}

/** What to say about a line, the gravest first. */
function notesOf(
  line: Pick<CartLine, 'isSellable' | 'left' | 'quantity' | 'unitPriceRupiah' | 'seenPriceRupiah'>,
): LineNote[] {
  if (!line.isSellable) return [{ code: 'gone' }]
  const notes: LineNote[] = []
  if (line.left < line.quantity) notes.push({ code: 'out-of-stock', left: line.left })
  if (line.unitPriceRupiah !== line.seenPriceRupiah)
    notes.push({ code: 'price-changed', was: line.seenPriceRupiah, now: line.unitPriceRupiah })
  return notes
}

/** Lines gathered into one parcel per group, in the order the groups were first chosen. */
export function parcelsOf(rows: readonly CartLineRow[]): CartParcel[] {
  const parcels = new Map<string, { group: CartGroup; lines: CartLine[] }>()
  for (const { group, ...row } of rows) {
    const parcel = parcels.get(group.groupId) ?? { group, lines: [] }
    const lineRupiah = rupiah(row.unitPriceRupiah * row.quantity)
    parcels.set(group.groupId, {
      group,
      lines: [...parcel.lines, { ...row, lineRupiah, notes: notesOf(row) }],
    })
  }
  return [...parcels.values()].map(({ group, lines }) => toParcel(group, lines))
}

/** A parcel's lines that are still sold, whether or not there are any: what is ordered. */
export const sellableLines = ({ lines }: Pick<CartParcel, 'lines'>): CartLine[] =>
  lines.filter(({ isSellable }) => isSellable)

/** A parcel's lines that there is something of: what a basket comes to. */
export const linesToHave = (parcel: Pick<CartParcel, 'lines'>): CartLine[] =>
  sellableLines(parcel).filter(({ left }) => left > 0)

function toParcel(group: CartGroup, lines: CartLine[]): CartParcel {
  const sold = linesToHave({ lines })
  const leadDays = sold.map(({ leadDaysMax }) => leadDaysMax).filter((days) => days !== null)
  return {
    ...group,
    lines,
    goodsRupiah: sum(sold.map(({ lineRupiah }) => lineRupiah)),
    leadDaysMax: leadDays.length > 0 ? Math.max(...leadDays) : null,
  }
}
