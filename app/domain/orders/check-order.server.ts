import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { isSellable } from '#app/domain/catalogue/sellable.server.ts'
import type { SaleMode } from '#app/domain/stock/hold.ts'
import { findShortages } from '#app/domain/stock/reserve-stock.server.ts'
import { type Rupiah, rupiah } from '#app/lib/money.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import {
  type PlaceOrder,
  type PlaceOrderRefusal,
  takesCash,
  type WantedLine,
  type WantedParcel,
} from './place-order.ts'

/** A line as the database knows it on this day; everything that later edits must not rewrite. */
export interface CheckedLine {
  variantId: string
  quantity: number
  productId: string
  productCode: string
  groupId: string
  title: { id: string; en: string }
  label: { id: string; en: string }
  priceRupiah: Rupiah
  feeBasisPoints: number
  mode: SaleMode
  leadDaysMax: number | null
  trainingIds: string[]
  isDemo: boolean
}

export interface CheckedOrder {
  lines: CheckedLine[]
  /** In the order of the command, only those with lines in them. */
  parcels: WantedParcel[]
  receivingAccountId: string | null
}

/**
 * Everything that can be wrong with an order, found before anything is written. The stock it asks for stays locked
 * until the transaction ends.
 */
export async function checkOrder(
  ctx: Ctx,
  command: PlaceOrder,
): Promise<Result<CheckedOrder, PlaceOrderRefusal>> {
  const wanted = mergeLines(command.lines)
  if (wanted.size === 0) return refuse({ code: 'nothing-to-order' })
  const lines = await findLines(ctx, wanted)
  const refusal = unknownVariant(wanted, lines) ?? changedPrice(command.lines, lines)
  if (refusal) return refuse(refusal)
  const parcels = parcelsOf(command, lines)
  if (!parcels.ok) return parcels
  const receivingAccountId = await findAccount(ctx, command)
  if (command.paymentMethod === 'transfer' && !receivingAccountId)
    return refuse({ code: 'no-receiving-account' })
  const shortage = await findShortage(ctx, lines)
  return shortage ? refuse(shortage) : ok({ lines, parcels: parcels.value, receivingAccountId })
}

/** Lines of one variant are one wish: checked apart, each could pass where their sum must not. */
function mergeLines(lines: readonly WantedLine[]): Map<string, number> {
  const merged = new Map<string, number>()
  for (const { variantId, quantity } of lines) {
    if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`Not a quantity: ${quantity}`)
    merged.set(variantId, (merged.get(variantId) ?? 0) + quantity)
  }
  return merged
}

async function findLines({ db }: Ctx, wanted: ReadonlyMap<string, number>): Promise<CheckedLine[]> {
  const rows = await db
    .selectFrom('variant as va')
    .innerJoin('product as p', 'p.id', 'va.product_id')
    .innerJoin('craft_group as g', 'g.id', 'p.group_id')
    .where('va.id', 'in', [...wanted.keys()])
    .where(isSellable())
    .select((eb) => [
      'va.id as variantId',
      'va.price_rupiah as price',
      eb.ref('va.mode').$castTo<SaleMode>().as('mode'),
      'va.lead_days_max as leadDaysMax',
      'va.label_id',
      'va.label_en',
      'p.id as productId',
      'p.code as productCode',
      'p.group_id as groupId',
      'p.title_id',
      'p.title_en',
      'p.is_demo as isDemo',
      'g.fee_basis_points as feeBasisPoints',
      jsonArrayFrom(
        eb
          .selectFrom('product_training')
          .whereRef('product_training.product_id', '=', 'p.id')
          .orderBy('product_training.training_id')
          .select('product_training.training_id as id'),
      ).as('trainings'),
    ])
    .execute()
  const inCartOrder = [...wanted.keys()].flatMap((id) => rows.filter((row) => row.variantId === id))
  return inCartOrder.map(({ price, label_id, label_en, title_id, title_en, trainings, ...row }) => ({
    ...row,
    quantity: wanted.get(row.variantId) ?? 0,
    priceRupiah: rupiah(price),
    title: { id: title_id, en: title_en },
    label: { id: label_id, en: label_en },
    trainingIds: trainings.map((training) => training.id),
  }))
}

function unknownVariant(
  wanted: ReadonlyMap<string, number>,
  lines: readonly CheckedLine[],
): PlaceOrderRefusal | null {
  const known = new Set(lines.map((line) => line.variantId))
  const variantIds = [...wanted.keys()].filter((id) => !known.has(id))
  return variantIds.length > 0 ? { code: 'unknown-variant', variantIds } : null
}

function changedPrice(seen: readonly WantedLine[], lines: readonly CheckedLine[]): PlaceOrderRefusal | null {
  const now = new Map(lines.map((line) => [line.variantId, line.priceRupiah]))
  const variants = seen
    .map((line) => ({
      variantId: line.variantId,
      seen: line.seenPriceRupiah,
      now: now.get(line.variantId) ?? 0,
    }))
    .filter((line) => line.seen !== line.now)
  return variants.length > 0 ? { code: 'price-changed', variants } : null
}

function parcelsOf(
  command: PlaceOrder,
  lines: readonly CheckedLine[],
): Result<WantedParcel[], PlaceOrderRefusal> {
  const groups = new Set(lines.map((line) => line.groupId))
  const parcels = command.parcels.filter((parcel) => groups.has(parcel.groupId))
  const given = new Set(parcels.map((parcel) => parcel.groupId))
  const groupIds = [...groups].filter((id) => !given.has(id))
  if (groupIds.length > 0) return refuse({ code: 'parcel-missing', groupIds })
  if (command.paymentMethod === 'pickup' && !parcels.every(takesCash)) {
    return refuse({ code: 'pickup-payment-not-possible' })
  }
  return ok(parcels)
}

async function findAccount(
  { db }: Ctx,
  { paymentMethod, receivingAccountId }: PlaceOrder,
): Promise<string | null> {
  if (paymentMethod !== 'transfer') return null
  let accounts = db.selectFrom('receiving_account').where('is_active', '=', true)
  if (receivingAccountId) accounts = accounts.where('id', '=', receivingAccountId)
  const account = await accounts.orderBy('is_demo').orderBy('id').select('id').executeTakeFirst()
  return account?.id ?? null
}

async function findShortage(ctx: Ctx, lines: readonly CheckedLine[]): Promise<PlaceOrderRefusal | null> {
  const short = await findShortages(ctx, lines)
  const ofMode = (mode: SaleMode) =>
    short.filter((line) => line.mode === mode).map(({ variantId, left }) => ({ variantId, left }))
  const ready = ofMode('ready')
  if (ready.length > 0) return { code: 'out-of-stock', variants: ready }
  const toOrder = ofMode('made-to-order')
  return toOrder.length > 0 ? { code: 'too-many-open', variants: toOrder } : null
}
