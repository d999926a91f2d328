import { sql } from 'kysely'
import type { Packed } from '#app/domain/catalogue/packed.ts'
import { packedCm } from '#app/domain/catalogue/sellable.server.ts'
import type { Day } from '#app/lib/day.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Random } from '../../illustrations/random.ts'

/** A choice that can be had at a moment. */
export interface ShelfItem extends Packed {
  variantId: string
  slug: string
  kind: string
  groupId: string
  groupSlug: string
  price: number
  mode: 'ready' | 'made-to-order'
  /** Pieces, or places in the queue, that are still free. */
  left: number
  publishedAt: Date
}

/** What the invented groups had on show at that moment, sold out or not. The real group's samples are not for sale. */
export async function shelfAt({ db, now }: Ctx): Promise<ShelfItem[]> {
  return db
    .selectFrom('variant')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .innerJoin('craft_group', 'craft_group.id', 'product.group_id')
    .innerJoin('stock', 'stock.variant_id', 'variant.id')
    .where('craft_group.shows_samples_only', '=', false)
    .where('product.published_at', '<=', now)
    .orderBy('product.slug')
    .orderBy('variant.position')
    .select((eb) => [
      'variant.id as variantId',
      'product.slug',
      'product.kind',
      'product.group_id as groupId',
      'craft_group.slug as groupSlug',
      'variant.price_rupiah as price',
      'variant.weight_grams as weightGrams',
      packedCm('variant').as('packedCm'),
      eb.ref('variant.mode').$castTo<ShelfItem['mode']>().as('mode'),
      sql<number>`case mode when 'ready' then on_hand - reserved else open_cap - open_pieces end`.as('left'),
      eb.ref('product.published_at').$castTo<Date>().as('publishedAt'),
    ])
    .execute()
}

export interface BasketLine {
  item: ShelfItem
  quantity: number
}

/** Mostly one piece, sometimes a few small ones; from as many groups as the basket is to come from. */
export function fillBasket(
  shelf: readonly ShelfItem[],
  { now, season, groupCount }: { now: Date; season: Day; groupCount: number },
  random: Random,
): BasketLine[] {
  const lines: BasketLine[] = []
  const inBasket = new Set<string>()
  const take = (from: readonly ShelfItem[]) => {
    const item = weighted(
      from.filter((candidate) => candidate.left > 0 && !inBasket.has(candidate.variantId)),
      (candidate) => appeal(candidate, now, season),
      random,
    )
    if (!item) return
    inBasket.add(item.variantId)
    lines.push({ item, quantity: Math.min(item.left, quantityOf(item, random)) })
  }
  const lineCount = random() < 0.68 ? 1 : random() < 0.75 ? 2 : 3
  take(shelf)
  const first = lines[0]?.item.groupId
  for (let more = 1; more < lineCount; more++) take(shelf.filter((item) => item.groupId === first))
  for (let groups = 1; groups < groupCount; groups++) {
    take(shelf.filter((item) => !lines.some((line) => line.item.groupId === item.groupId)))
  }
  return lines
}

const LIKED: Record<string, number> = {
  dompet: 3,
  tas: 2.6,
  'gantungan-kunci': 2.4,
  kipas: 1.8,
  'alas-gelas': 1.8,
  'tempat-tisu': 1.8,
  sandal: 1.7,
  bakul: 1.6,
  'kotak-pensil': 1.5,
  topi: 1.4,
  sajadah: 1.3,
  'tudung-saji': 1.3,
  tikar: 1.2,
  kopiah: 1.1,
}
/** Before Lebaran people buy for prayer and for the table, in July for school. */
const IN_SEASON: [from: string, to: string, kinds: string[], times: number][] = [
  ['2026-02-10', '2026-03-19', ['sajadah', 'kopiah', 'tudung-saji', 'tikar'], 3],
  ['2025-06-25', '2025-07-25', ['kotak-pensil'], 3],
  ['2026-06-25', '2026-07-25', ['kotak-pensil'], 3],
  ['2025-12-10', '2025-12-31', ['dompet', 'gantungan-kunci', 'kipas'], 2],
]

function appeal({ kind, publishedAt }: ShelfItem, now: Date, on: Day): number {
  const ageInDays = (now.getTime() - publishedAt.getTime()) / 86_400_000
  const season = IN_SEASON.filter(([from, to, kinds]) => on >= from && on <= to && kinds.includes(kind))
  const seasonal = season.reduce((product, [, , , times]) => product * times, 1)
  return (LIKED[kind] ?? 1) * (ageInDays < 60 ? 1.8 : 1) * seasonal
}

function quantityOf({ price }: ShelfItem, random: Random): number {
  const luck = random()
  if (price < 30_000) return 1 + Math.floor(luck * 5)
  if (price < 61_000) return luck < 0.7 ? 1 : luck < 0.9 ? 2 : 3
  return luck < 0.93 ? 1 : 2
}

function weighted<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  random: Random,
): Item | undefined {
  let left = random() * items.reduce((total, item) => total + weightOf(item), 0)
  return items.find((item) => (left -= weightOf(item)) < 0)
}
