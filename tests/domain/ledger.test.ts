import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { handOverPickup } from '#app/domain/fulfilment/hand-over-pickup.server.ts'
import { type Posting, post } from '#app/domain/ledger/post.server.ts'
import { newId } from '#app/lib/ids.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import type { Database } from '#app/platform/db.server.ts'
import { aGroup, aVariant } from '#tests/support/builders.ts'
import {
  anOrder,
  aPaidOrder,
  aReceivingAccount,
  asStaff,
  books,
  moveParcel,
} from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

async function aPosting(ctx: Ctx, over: Partial<Posting> = {}): Promise<Posting> {
  await aReceivingAccount(ctx)
  const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
  return {
    key: `test:${newId()}`,
    kind: 'late-money',
    orderId,
    entries: [
      { account: 'bank', rupiah: 100_000 },
      { account: 'refunds-due', rupiah: -100_000 },
    ],
    ...over,
  }
}

const inOne = (ctx: Ctx & { db: Database }, work: (inside: Ctx) => Promise<unknown>) =>
  ctx.db.transaction().execute((trx) => work(within(ctx, trx)))

describe('the books', () => {
  test('take a transaction once, however often and however quickly it is told', async ({ raceCtx }) => {
    const posting = await aPosting(raceCtx)
    const posted = await Promise.all(
      Array.from({ length: 10 }, () => inOne(raceCtx, (inside) => post(inside, posting))),
    )
    expect(posted.filter(Boolean)).toHaveLength(1)
    expect(await books(raceCtx)).toEqual({ bank: 100_000, 'refunds-due': -100_000 })
  })

  test('leave out what is zero', async ({ ctx }) => {
    const posting = await aPosting(ctx)
    await post(ctx, { ...posting, entries: [...posting.entries, { account: 'fee', rupiah: 0 }] })
    expect(await ctx.db.selectFrom('ledger_entry').selectAll().execute()).toHaveLength(2)
  })

  test('have nothing to say of a parcel that moves no money', async ({ ctx }) => {
    // all of it is the library's, and it was collected: the group's share is zero
    const groupId = await aGroup(ctx, { feeBasisPoints: 10_000 })
    const lines = [{ variantId: await aVariant(ctx, { groupId }) }]
    const { orderId } = await aPaidOrder(ctx, { lines, paymentMethod: 'pickup' })
    const { parcelId } = await moveParcel(ctx, orderId, 'packed')
    expect(await handOverPickup(asStaff(ctx), parcelId)).toMatchObject({ ok: true })
    expect(await books(ctx)).toEqual({ cash: 285_000, fee: -285_000 })
  })

  test('refuse what does not balance, in code and in the database', async ({ raceCtx }) => {
    const posting = await aPosting(raceCtx)
    const lopsided = { ...posting, entries: [{ account: 'bank' as const, rupiah: 1 }] }
    await expect(post(raceCtx, lopsided)).rejects.toThrow(RangeError)
    await inOne(raceCtx, (inside) => post(inside, posting))
    await expect(
      inOne(raceCtx, async ({ db }) => {
        const id = newId()
        await db
          .insertInto('ledger_transaction')
          .values({ id, idempotency_key: 'crooked', kind: 'payment' })
          .execute()
        await db
          .insertInto('ledger_entry')
          .values([
            { transaction_id: id, line: 0, account_code: 'bank', amount_rupiah: 5 },
            { transaction_id: id, line: 1, account_code: 'refunds-due', amount_rupiah: -4 },
          ])
          .execute()
      }),
    ).rejects.toMatchObject({ constraint: 'ledger_balanced' })
    await expect(
      raceCtx.db
        .insertInto('ledger_transaction')
        .values({ id: newId(), idempotency_key: 'empty', kind: 'payment' })
        .execute(),
    ).rejects.toMatchObject({ constraint: 'ledger_balanced' })
  })

  test('are never rewritten, and an old transaction takes no new lines', async ({ raceCtx }) => {
    const posting = await aPosting(raceCtx)
    await inOne(raceCtx, (inside) => post(inside, posting))
    const { id } = await raceCtx.db.selectFrom('ledger_transaction').select('id').executeTakeFirstOrThrow()
    const refused = { code: '23001' }
    const late = { transaction_id: id, line: 9, account_code: 'bank', amount_rupiah: 7 }
    await expect(raceCtx.db.insertInto('ledger_entry').values(late).execute()).rejects.toMatchObject({
      constraint: 'ledger_closed',
    })
    await expect(
      raceCtx.db.updateTable('ledger_entry').set({ amount_rupiah: 1 }).execute(),
    ).rejects.toMatchObject(refused)
    await expect(raceCtx.db.deleteFrom('ledger_entry').execute()).rejects.toMatchObject(refused)
    await expect(sql`truncate ledger_transaction cascade`.execute(raceCtx.db)).rejects.toMatchObject(refused)
    await expect(
      raceCtx.db.updateTable('ledger_transaction').set({ note: 'x' }).execute(),
    ).rejects.toMatchObject(refused)
  })
})

describe('moves that the tables do not know', () => {
  test.for([
    ['payment', 'paid'],
    ['payment', 'refunded'],
    ['parcel', 'dispatched'],
    ['parcel', 'received'],
    ['stock_hold', 'weaving'],
  ] as const)('%s cannot jump to %s', async ([table, state], { raceCtx }) => {
    await aReceivingAccount(raceCtx)
    const variantId = await aVariant(raceCtx)
    await anOrder(raceCtx, { lines: [{ variantId }] })
    await expect(
      sql`update ${sql.table(table)} set state = ${state}`.execute(raceCtx.db),
    ).rejects.toMatchObject({ code: '23514' })
  })

  test('events and the audit log only grow', async ({ raceCtx }) => {
    await aReceivingAccount(raceCtx)
    await anOrder(raceCtx, { lines: [{ variantId: await aVariant(raceCtx) }] })
    const refused = { code: '23001' }
    await expect(raceCtx.db.deleteFrom('order_event').execute()).rejects.toMatchObject(refused)
    await expect(raceCtx.db.updateTable('audit_log').set({ action: 'x' }).execute()).rejects.toMatchObject(
      refused,
    )
  })
})
