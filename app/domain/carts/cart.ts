import type { Photo } from '#app/domain/catalogue/photo.ts'
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
  notes: LineNote[]
}

/** The lines of one group: they leave its village together. */
export interface CartParcel {
  groupId: string
  groupSlug: string
  groupName: string
  villageName: string
  lines: CartLine[]
  goodsRupiah: Rupiah
  /** The longest making time among its lines; null when all are ready. */
  leadDaysMax: number | null
}

export interface Cart {
  id: string
  destination: District | null
  draft: CheckoutDraft
  parcels: CartParcel[]
  /** Lines that can only be removed stay in their parcel but count for nothing. */
  pieceCount: number
  goodsRupiah: Rupiah
  /** Something is in it and nothing needs saying first. */
  canCheckOut: boolean
}

export interface CartLineRow extends Omit<CartLine, 'lineRupiah' | 'notes'> {
  isSellable: boolean
  groupId: string
  groupSlug: string
  groupName: string
  villageName: string
}

/** What to say about a line, the gravest first. */
export function notesOf(
  row: Pick<CartLineRow, 'isSellable' | 'left' | 'quantity' | 'unitPriceRupiah' | 'seenPriceRupiah'>,
): LineNote[] {
  if (!row.isSellable) return [{ code: 'gone' }]
  const notes: LineNote[] = []
  if (row.left < row.quantity) notes.push({ code: 'out-of-stock', left: row.left })
  if (row.unitPriceRupiah !== row.seenPriceRupiah)
    notes.push({ code: 'price-changed', was: row.seenPriceRupiah, now: row.unitPriceRupiah })
  return notes
}

/** Lines gathered into one parcel per group, in the order the groups were first chosen. */
export function parcelsOf(rows: readonly CartLineRow[]): CartParcel[] {
  const byGroup = new Map<string, CartLineRow[]>()
  for (const row of rows) byGroup.set(row.groupId, [...(byGroup.get(row.groupId) ?? []), row])
  return [...byGroup.values()].map(toParcel)
}

/** A parcel's lines that can still be bought: what is weighed, priced and ordered. */
export const sellableLines = (parcel: CartParcel): CartLine[] =>
  parcel.lines.filter(({ notes }) => notes.every(({ code }) => code !== 'gone'))

function toParcel(rows: CartLineRow[]): CartParcel {
  const [{ groupId, groupSlug, groupName, villageName }] = rows as [CartLineRow]
  const parcel = { groupId, groupSlug, groupName, villageName, lines: rows.map(toLine) }
  const lines = sellableLines({ ...parcel, goodsRupiah: rupiah(0), leadDaysMax: null })
  const leadDays = lines.map(({ leadDaysMax }) => leadDaysMax).filter((days) => days !== null)
  return {
    ...parcel,
    goodsRupiah: sum(lines.map(({ lineRupiah }) => lineRupiah)),
    leadDaysMax: leadDays.length > 0 ? Math.max(...leadDays) : null,
  }
}

function toLine(row: CartLineRow): CartLine {
  const { isSellable, groupId, groupSlug, groupName, villageName, ...line } = row
  return { ...line, lineRupiah: rupiah(line.unitPriceRupiah * line.quantity), notes: notesOf(row) }
}
