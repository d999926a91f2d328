import { type RawBuilder, sql } from 'kysely'
import { expect } from 'vitest'
import { declineParcel } from '#app/domain/payments/decline-parcel.server.ts'
import { newId } from '#app/lib/ids.ts'
import { hasNik } from '#app/lib/nik.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup, aProduct, aTraining, aVariant } from '#tests/support/builders.ts'
import { aTrainingOf } from '#tests/support/catalogue.ts'
import { anOrder, aPaidOrder, aReceivingAccount, asGroup, parcelsOf } from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

// Rules that hold whoever writes: what no command would do is tried in plain SQL. Stock, composite keys and the books are
// attacked in foundation.test.ts and ledger.test.ts, the erased buyer in erase-buyer.test.ts.

const NIK = '6111 0150 0180 0001'

interface Attack {
  /** What must be there first; answers with the statement that must fail. */
  by(ctx: Ctx): Promise<RawBuilder<unknown>>
  constraint: string
}

async function anOpenOrder(ctx: Ctx) {
  await aReceivingAccount(ctx)
  return anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
}

async function aDueRefund(ctx: Ctx) {
  await aReceivingAccount(ctx)
  const { orderId } = await aPaidOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
  const [parcel] = await parcelsOf(ctx, orderId)
  const group = asGroup(ctx, parcel?.group_id ?? '')
  await declineParcel(group, { parcelId: parcel?.id ?? '', reason: 'damaged', note: null })
}

async function aMember(ctx: Ctx) {
  const [groupId, id] = [await aGroup(ctx), newId()]
  await ctx.db.insertInto('member').values({ id, group_id: groupId, name: 'Halimah' }).execute()
  return { id, groupId }
}

async function anAttended(ctx: Ctx, state: string) {
  const [groupId, trainingId] = [await aGroup(ctx), await aTraining(ctx, { state })]
  return sql`insert into group_training (group_id, training_id, evidence)
    values (${groupId}, ${trainingId}, 'stated')`
}

const aConsent = (memberId: string) => sql`
  insert into consent (id, member_id, purpose, text_version, channel, given_on)
  values (gen_random_uuid(), ${memberId}, 'public-name', '1', 'paper', '2026-01-01')`

const ATTACKS: Record<string, Attack> = {
  'two orders of one intent': {
    constraint: 'shop_order_intent_id_key',
    by: async (ctx) => {
      const [one, other] = [await anOpenOrder(ctx), await anOpenOrder(ctx)]
      return sql`update shop_order set intent_id = (select intent_id from shop_order where id = ${one.orderId})
        where id = ${other.orderId}`
    },
  },
  'two open orders of one total on one account': {
    constraint: 'transfer_total_receiving_account_id_total_rupiah_used_excl',
    by: async (ctx) => {
      const { orderId } = await anOpenOrder(ctx)
      return sql`insert into transfer_total (order_id, receiving_account_id, total_rupiah, used)
        select gen_random_uuid(), receiving_account_id, total_rupiah, used from transfer_total where order_id = ${orderId}`
    },
  },
  'a line that is not its price times its pieces': {
    constraint: 'order_line_check',
    by: async (ctx) => (await anOpenOrder(ctx), sql`update order_line set line_rupiah = line_rupiah + 1`),
  },
  'a fee that is not the rate of its line': {
    constraint: 'order_line_check1',
    by: async (ctx) => (await anOpenOrder(ctx), sql`update order_line set fee_rupiah = fee_rupiah + 1`),
  },
  'an order to pay without a total': {
    constraint: 'payment_check',
    by: async (ctx) => (await anOpenOrder(ctx), sql`update payment set total_rupiah = null`),
  },
  'a place in a queue that is full': {
    constraint: 'stock_check1',
    by: async (ctx) => (await aVariant(ctx, { openCap: 2 }), sql`update stock set open_pieces = 3`),
  },
  'a size without a weight': {
    constraint: 'variant_weight_grams_check',
    by: async (ctx) => (await aVariant(ctx), sql`update variant set weight_grams = 0`),
  },
  'a size that is packed into nothing': {
    constraint: 'variant_packed_height_cm_check',
    by: async (ctx) => (await aVariant(ctx), sql`update variant set packed_height_cm = 0`),
  },
  'a training that is no longer held': {
    constraint: 'training_move',
    by: async (ctx) => (await aTraining(ctx), sql`update training set state = 'planned'`),
  },
  'a group that attended a training which was called off': {
    constraint: 'group_training_was_held',
    by: (ctx) => anAttended(ctx, 'cancelled'),
  },
  'a group that attended a training which is still to come': {
    constraint: 'group_training_was_held',
    by: (ctx) => anAttended(ctx, 'planned'),
  },
  'a training called off that a group attended, even where it could move': {
    constraint: 'group_training_was_held',
    by: async (ctx) => {
      const attended = await anAttended(ctx, 'held')
      await attended.execute(ctx.db)
      await sql`insert into state_move values ('training', 'held', 'cancelled')`.execute(ctx.db)
      return sql`update training set state = 'cancelled'`
    },
  },
  'somebody who was at a session for longer than a session can last': {
    constraint: 'attendance_minutes_present_check',
    by: async (ctx) => {
      await aTrainingOf(ctx, await aGroup(ctx), { learners: 1 })
      return sql`update attendance set minutes_present = 721`
    },
  },
  'a product published out of the archive': {
    constraint: 'product_move',
    by: async (ctx) => {
      await aProduct(ctx)
      await sql`update product set state = 'archived'`.execute(ctx.db)
      return sql`update product set state = 'published'`
    },
  },
  'a refund that goes back to being due': {
    constraint: 'refund_move',
    by: async (ctx) => {
      await aDueRefund(ctx)
      await sql`update refund set state = 'failed'`.execute(ctx.db)
      return sql`update refund set state = 'due'`
    },
  },
  'a refund sent by nobody': {
    constraint: 'refund_check',
    by: async (ctx) => (await aDueRefund(ctx), sql`update refund set state = 'sent'`),
  },
  'a parcel sent without a cost of sending': {
    constraint: 'parcel_check4',
    by: async (ctx) => (
      await aDueRefund(ctx),
      sql`insert into parcel
      (id, order_id, group_id, state, delivery, billable_grams, promise_on, lead_days, dispatched_at)
      select gen_random_uuid(), order_id, ${await aGroup(ctx)}, 'dispatched', 'boat', 1, promise_on, 1, moment() from parcel`
    ),
  },
  'a parcel that left no way': {
    constraint: 'parcel_left_some_way',
    by: async (ctx) => (await aDueRefund(ctx), sql`update parcel set dispatched_at = moment()`),
  },
  'a courier of what the group brings itself': {
    constraint: 'parcel_carrier_fits_way',
    by: async (ctx) => (
      await aDueRefund(ctx),
      sql`update parcel set dispatched_at = moment(), dispatch_way = 'local', dispatch_carrier = 'JNE'`
    ),
  },
  'a line in the parcel of another group': {
    constraint: 'order_line_parcel_id_group_id_fkey',
    by: async (ctx) => {
      await anOpenOrder(ctx)
      return sql`update order_line set group_id = ${await aGroup(ctx)}`
    },
  },
  'a maker of another group': {
    constraint: 'product_maker_id_group_id_fkey',
    by: async (ctx) => {
      const { id } = await aMember(ctx)
      const { productId } = await aProduct(ctx)
      return sql`update product set maker_id = ${id} where id = ${productId}`
    },
  },
  'two consents of one member to one purpose': {
    constraint: 'consent_active',
    by: async (ctx) => {
      const { id } = await aMember(ctx)
      await aConsent(id).execute(ctx.db)
      return aConsent(id)
    },
  },
  'a NIK in the name of a participant': {
    constraint: 'participant_name_check',
    by: async () => sql`insert into participant (id, name) values (gen_random_uuid(), ${`Halimah ${NIK}`})`,
  },
  'a NIK in the name of a member': {
    constraint: 'member_name_check',
    by: async (ctx) => (await aMember(ctx), sql`update member set name = ${NIK}`),
  },
  'a NIK in what is told of a group': {
    constraint: 'words_have_no_nik',
    by: async (ctx) => (await aGroup(ctx), sql`update craft_group set about_en = ${`Ibu Siti, ${NIK}`}`),
  },
  'a NIK in the story of a piece': {
    constraint: 'words_have_no_nik',
    by: async (ctx) => (await aProduct(ctx), sql`update product set story_id = ${NIK}`),
  },
  'a NIK in what is told of a training': {
    constraint: 'words_have_no_nik',
    by: async (ctx) => (await aTraining(ctx), sql`update training set summary_id = ${NIK}`),
  },
  'a NIK in why a parcel cannot be sent': {
    constraint: 'words_have_no_nik',
    by: async (ctx) => (await anOpenOrder(ctx), sql`update parcel set decline_note = ${NIK}`),
  },
  'a NIK in the name of a witness': {
    constraint: 'witness_has_no_nik',
    by: async (ctx) => {
      const { id } = await aMember(ctx)
      await aConsent(id).execute(ctx.db)
      return sql`update consent set witness = ${`Ibu RT ${NIK}`}`
    },
  },
  'a NIK in the name of a teacher': {
    constraint: 'training_facilitator_name_check',
    by: async (ctx) => sql`insert into training_facilitator (training_id, name, role)
      values (${await aTraining(ctx)}, ${NIK}, 'instructor')`,
  },
  'a NIK in the name or the note of a buyer': {
    constraint: 'shop_order_note_check',
    by: async (ctx) => (await anOpenOrder(ctx), sql`update shop_order set note = ${`KTP ${NIK}`}`),
  },
  'a parcel that is sent nobody knows where to': {
    constraint: 'sent_parcel_needs_a_place',
    by: async (ctx) => {
      const lines = [{ variantId: await aVariant(ctx) }]
      const { orderId } = await anOrder(ctx, { lines, paymentMethod: 'pickup' })
      await ctx.db.updateTable('shop_order').set({ district_code: null }).where('id', '=', orderId).execute()
      return sql`update parcel set delivery = 'courier' where order_id = ${orderId}`
    },
  },
  'a price below a thousand rupiah': {
    constraint: 'variant_price_rupiah_check',
    by: async (ctx) => (await aVariant(ctx), sql`update variant set price_rupiah = 999`),
  },
}

test.for(Object.entries(ATTACKS))('the database refuses %s', async ([, { by, constraint }], { ctx }) => {
  const attack = await by(ctx)
  await expect(attack.execute(ctx.db)).rejects.toMatchObject({ constraint })
})

test('a line of an order stays as it was sold, even where it would still add up', async ({ raceCtx }) => {
  const { orderId } = await anOpenOrder(raceCtx)
  const rewritten = [
    sql`update order_line set fee_basis_points = 1000, fee_rupiah = line_rupiah / 10`,
    sql`update order_line set quantity = 2, line_rupiah = 2 * unit_price_rupiah`,
    sql`delete from order_line where order_id = ${orderId}`,
  ]
  for (const statement of rewritten) {
    await expect(statement.execute(raceCtx.db)).rejects.toThrow('order_line is append-only')
  }
})

test('a piece of the group’s own tradition cannot be linked to a training too', async ({ raceCtx }) => {
  const { productId, groupId } = await aProduct(raceCtx)
  const trainingId = await aTraining(raceCtx)
  const evidence = 'stated'
  const attended = { group_id: groupId, training_id: trainingId, evidence }
  await raceCtx.db.insertInto('group_training').values(attended).execute()
  const linked = { ...attended, product_id: productId, confirmed_on: '2026-01-01' }
  await raceCtx.db.insertInto('product_training').values(linked).execute()
  await expect(
    raceCtx.db.updateTable('product').set({ own_tradition: true }).execute(),
  ).rejects.toMatchObject({ constraint: 'tradition_or_training' })
})

test('a session lies within the days of its training, whichever of them is moved; both can move together', async ({
  raceCtx,
}) => {
  const { db } = raceCtx
  const trainingId = await aTrainingOf(raceCtx, await aGroup(raceCtx), { endsOn: '2025-03-12' })
  const moveSession = sql`update training_session set held_on = '2025-03-13'`
  const moveTraining = sql`update training set starts_on = '2025-03-13', ends_on = '2025-03-14' where id = ${trainingId}`
  const refused = { constraint: 'session_within_training' }
  await expect(moveSession.execute(db)).rejects.toMatchObject(refused)
  await expect(moveTraining.execute(db)).rejects.toMatchObject(refused)
  await db.transaction().execute(async (trx) => {
    await moveSession.execute(trx)
    await moveTraining.execute(trx)
  })
})

const NIKS = [
  '6111014108900001',
  'KTP 6111 0141 0890 0001.',
  '6111-0141-0890-0001',
  '6111.0141 - 0890.0001',
  '6111/0141/0890/0001',
  'NIK 611101 / 410890 / 0001',
]
const NOT_NIKS = [
  '',
  '611101410890000',
  '6111/0141/0890/000',
  'Di rumah 12/03/2026 - 14/03/2026',
  '0812-3456-7890 / 0813-4567-8901',
  'WA 081234567890/081345678901',
  'RT 2/RW 4, Jalan 17',
]
test('forms and database take the same words for a NIK', async ({ ctx }) => {
  const inDatabase = async (words: string) =>
    (await sql<{ has: boolean }>`select not has_no_nik(${words}) as has`.execute(ctx.db)).rows[0]?.has
  for (const words of NIKS) expect([hasNik(words), await inDatabase(words)], words).toEqual([true, true])
  for (const words of NOT_NIKS)
    expect([hasNik(words), await inDatabase(words)], words).toEqual([false, false])
})
