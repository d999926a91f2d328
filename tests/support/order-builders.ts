import { sql } from 'kysely'
import { acceptParcel } from '#app/domain/fulfilment/accept-parcel.server.ts'
import { dispatchParcel } from '#app/domain/fulfilment/dispatch-parcel.server.ts'
import { packParcel } from '#app/domain/fulfilment/pack-parcel.server.ts'
import { FETCHED } from '#app/domain/fulfilment/parcel.ts'
import { placeOrder } from '#app/domain/orders/place-order.server.ts'
import type { PlacedOrder, PlaceOrder, WantedParcel } from '#app/domain/orders/place-order.ts'
import { confirmTransfer } from '#app/domain/payments/confirm-transfer.server.ts'
import { recordPickupPayment } from '#app/domain/payments/record-pickup-payment.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Ctx, GroupCtx, StaffCtx } from '#app/platform/context.server.ts'

/** Where the test library receives transfers. */
export async function aReceivingAccount(ctx: Ctx): Promise<string> {
  const id = newId()
  await ctx.db
    .insertInto('receiving_account')
    .values({ id, bank: 'Bank Kalbar', number: '1234567890', holder: 'Dinas Perpustakaan' })
    .execute()
  return id
}

export type Wanted = { variantId: string; quantity?: number; seenPriceRupiah?: number }

interface CommandOver extends Omit<Partial<PlaceOrder>, 'lines' | 'parcels'> {
  lines: readonly Wanted[]
  parcel?: Partial<WantedParcel>
}

/** A checkout of some pieces by courier for Rp20.000 a parcel, paid by transfer, unless the test says otherwise. */
export async function aCommand(ctx: Ctx, { lines, parcel, ...over }: CommandOver): Promise<PlaceOrder> {
  const variants = await ctx.db
    .selectFrom('variant')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .where(
      'variant.id',
      'in',
      lines.map((line) => line.variantId),
    )
    .select(['variant.id', 'variant.price_rupiah as price', 'product.group_id as groupId'])
    .execute()
  const price = new Map(variants.map((variant) => [variant.id, variant.price]))
  const isPickup = over.paymentMethod === 'pickup'
  return {
    intentId: newId(),
    locale: 'id',
    buyer: { name: 'Rini Astuti', phone: '+6281234567890', email: 'rini@example.com' },
    destination: {
      country: 'ID',
      districtCode: '61.11.01',
      street: 'Jalan Tanjungpura 5',
      village: 'Sutera',
      postalCode: '78852',
      landmark: null,
    },
    note: null,
    paymentMethod: 'transfer',
    ...over,
    lines: lines.map(({ variantId, quantity = 1, seenPriceRupiah }) => ({
      variantId,
      quantity,
      seenPriceRupiah: seenPriceRupiah ?? price.get(variantId) ?? 0,
    })),
    parcels: [...new Set(variants.map((variant) => variant.groupId))].map((groupId) => ({
      groupId,
      delivery: isPickup ? 'pickup-library' : 'courier',
      carrier: isPickup ? null : 'JNE',
      shippingRupiah: isPickup ? 0 : 20_000,
      billableGrams: 1_000,
      daysMin: 2,
      daysMax: 4,
      ...parcel,
    })),
  }
}

/** An order that must succeed. */
export async function anOrder(ctx: Ctx, over: CommandOver): Promise<PlacedOrder> {
  const result = await placeOrder(ctx, await aCommand(ctx, over))
  if (!result.ok) throw new Error(`Not placed: ${JSON.stringify(result.error)}`)
  return result.value
}

export const asStaff = <C extends Ctx>(ctx: C, name = 'Pak Yusuf'): C & StaffCtx => ({
  ...ctx,
  actor: { kind: 'staff', userId: newId(), name, role: 'staff' },
})

export const asGroup = <C extends Ctx>(ctx: C, groupId: string): C & GroupCtx => ({
  ...ctx,
  actor: { kind: 'group', userId: newId(), groupId, name: 'Seroja' },
})

export async function paymentOf({ db }: Ctx, orderId: string) {
  return db.selectFrom('payment').where('order_id', '=', orderId).selectAll().executeTakeFirstOrThrow()
}

export async function parcelsOf({ db }: Ctx, orderId: string) {
  return db.selectFrom('parcel').where('order_id', '=', orderId).orderBy('id').selectAll().execute()
}

export async function stockOf({ db }: Ctx, variantId: string) {
  const row = await db
    .selectFrom('stock')
    .where('variant_id', '=', variantId)
    .select(['on_hand as onHand', 'reserved', 'open_pieces as openPieces'])
    .executeTakeFirstOrThrow()
  return row
}

/** Moves the shop's clock, the database's and ours together. Only inside a test's own transaction. */
export async function travel<C extends Ctx>(ctx: C, to: string): Promise<C> {
  await sql`select set_config('anyam.now', ${to}, true)`.execute(ctx.db)
  return { ...ctx, now: new Date(to) }
}

/** An order by transfer that has been paid: its parcels are open. */
export async function aPaidOrder(ctx: Ctx, over: CommandOver): Promise<PlacedOrder> {
  const order = await anOrder(ctx, over)
  const { total_rupiah, method } = await paymentOf(ctx, order.orderId)
  const amountRupiah = total_rupiah ?? 0
  const { orderId } = order
  const paid =
    method === 'pickup'
      ? await recordPickupPayment(asStaff(ctx), { orderId, amountRupiah })
      : await confirmTransfer(asStaff(ctx), { orderId, amountRupiah, note: null })
  if (!paid.ok) throw new Error(`Not paid: ${JSON.stringify(paid.error)}`)
  return order
}

const BY_COURIER = { way: 'courier', carrier: 'JNE', trackingNumber: 'JP123' } as const

/** An order's only parcel, moved on by its group as far as the test needs it. */
export async function moveParcel(
  ctx: Ctx,
  orderId: string,
  to: 'accepted' | 'packed' | 'dispatched',
): Promise<{ parcelId: string; group: Ctx & GroupCtx }> {
  const [parcel] = await parcelsOf(ctx, orderId)
  if (!parcel) throw new Error('The order has no parcel')
  const group = asGroup(ctx, parcel.group_id)
  const steps = [
    () => acceptParcel(group, parcel.id),
    () => packParcel(group, parcel.id),
    () =>
      dispatchParcel(group, {
        parcelId: parcel.id,
        ...(parcel.delivery === 'pickup-group' ? FETCHED : BY_COURIER),
      }),
  ].slice(0, ['accepted', 'packed', 'dispatched'].indexOf(to) + 1)
  for (const step of steps) {
    const moved = await step()
    if (!moved.ok) throw new Error(`Not moved: ${JSON.stringify(moved.error)}`)
  }
  return { parcelId: parcel.id, group }
}

/** Every balance that is not zero, the groups' added together. */
export async function books({ db }: Ctx): Promise<Record<string, number>> {
  const { rows } = await sql<{ account: string; balance: number }>`
    select split_part(account_code, ':', 1) as account, sum(amount_rupiah::bigint)::bigint as balance
    from ledger_entry group by 1 having sum(amount_rupiah::bigint) <> 0
  `.execute(db)
  return Object.fromEntries(rows.map(({ account, balance }) => [account, balance]))
}

/** What the library holds for a group: for parcels on their way, and to be paid out. */
export async function heldFor({ db }: Ctx, groupId: string): Promise<{ pending: number; payable: number }> {
  const { rows } = await sql<{ pending: number; payable: number }>`
    select
      coalesce(-sum(amount_rupiah::bigint) filter (where account_code = 'group-pending:' || ${groupId}), 0)::bigint as pending,
      coalesce(-sum(amount_rupiah::bigint) filter (where account_code = 'group-payable:' || ${groupId}), 0)::bigint as payable
    from ledger_entry
  `.execute(db)
  return rows[0] ?? { pending: 0, payable: 0 }
}
