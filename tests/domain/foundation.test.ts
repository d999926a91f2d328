import { expect } from 'vitest'
import { enqueue } from '#app/platform/queue.server.ts'
import { aProduct, aTraining, aVariant } from '#tests/support/builders.ts'
import { test } from '#tests/support/test.ts'

test('a product cannot claim a training its group did not attend', async ({ raceCtx }) => {
  const { productId, groupId } = await aProduct(raceCtx)
  const trainingId = await aTraining(raceCtx)
  const link = {
    product_id: productId,
    group_id: groupId,
    training_id: trainingId,
    evidence: 'stated',
    confirmed_on: '2026-01-01',
  }
  await expect(raceCtx.db.insertInto('product_training').values(link).execute()).rejects.toThrow(
    /group_training|foreign key/,
  )
  await raceCtx.db
    .insertInto('group_training')
    .values({ group_id: groupId, training_id: trainingId, evidence: 'documented' })
    .execute()
  await raceCtx.db.insertInto('product_training').values(link).execute()
})

test('stock can be neither below zero nor below what is reserved', async ({ raceCtx }) => {
  const variantId = await aVariant(raceCtx, { onHand: 2 })
  const set = (values: { on_hand?: number; reserved?: number }) =>
    raceCtx.db.updateTable('stock').set(values).where('variant_id', '=', variantId).execute()
  await expect(set({ on_hand: -1 })).rejects.toThrow(/check/)
  await expect(set({ reserved: 3 })).rejects.toThrow(/check/)
})

test('a job is queued if and only if the change that needs it is kept', async ({ raceCtx }) => {
  const queued = async () => {
    const { rows } = await raceCtx.db.executeQuery<{ n: number }>({
      sql: "select count(*) as n from pgboss.job where name = 'send-notice'",
      parameters: [],
      query: { kind: 'RawNode' },
    } as never)
    return rows[0]?.n
  }
  await raceCtx.db.transaction().execute((trx) => enqueue(trx, 'send-notice', { noticeId: 'a' }))
  await expect(
    raceCtx.db.transaction().execute(async (trx) => {
      await enqueue(trx, 'send-notice', { noticeId: 'b' })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow()
  expect(await queued()).toBe(1)
})
