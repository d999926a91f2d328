import { placeOrder } from '#app/domain/orders/place-order.server.ts'
import type { PlacedOrder, PlaceOrder, WantedParcel } from '#app/domain/orders/place-order.ts'
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
