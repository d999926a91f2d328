import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { newId } from '#app/lib/ids.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Database } from '#app/platform/db.server.ts'
import { aGroup, aProduct, aVariant } from '#tests/support/builders.ts'
import { aReceivingAccount } from '#tests/support/order-builders.ts'
import { type Step, takeStep, type World } from '#tests/support/order-model/actions.ts'
import { findBroken } from '#tests/support/order-model/invariants.ts'
import { SENT_BACK, takeSnapshot } from '#tests/support/order-model/snapshot.ts'
import { test } from '#tests/support/test.ts'

/** Fixed, so that a red build is red again; another may be given to look elsewhere. */
const SEED = Number(process.env.MODEL_SEED ?? 20_261_122)
const RUNS = Number(process.env.MODEL_RUNS ?? 60)
const MACHINES = ['payment', 'parcel', 'hold', 'refund']

const step: fc.Arbitrary<Step> = fc.record({ act: fc.nat(5_039), pick: fc.nat(9), salt: fc.nat(30) })
/** Mostly one thing at a time; now and then several in the same moment, as on a market day. */
const turn = fc.oneof(
  { arbitrary: step.map((one) => [one]), weight: 3 },
  { arbitrary: fc.array(step, { minLength: 2, maxLength: 6 }), weight: 1 },
)

test('whatever happens to orders, in whatever order and at once, nothing is lost or made up', {
  timeout: 300_000,
}, async ({ raceCtx }) => {
  console.info(`order model: seed ${SEED}, ${RUNS} runs (MODEL_SEED, MODEL_RUNS)`)
  await countMoves(raceCtx)
  await letNoneEndWithItsTotal(raceCtx)
  await aReceivingAccount(raceCtx)
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 20, maxLength: 45 }), async (turns) => {
      const { world, groups, onShelf } = await aWorld(raceCtx)
      let seen = await takeSnapshot(raceCtx.db, groups)
      for (const steps of turns) {
        await Promise.all(steps.map((one) => takeStep(world, seen, one)))
        seen = await takeSnapshot(raceCtx.db, groups)
        expect(findBroken(seen, { onShelf, ...world })).toEqual([])
      }
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  )
  const moves = await movesMade(raceCtx)
  console.info(moves.map(({ move, times }) => `${move} ${times}`).join(', '))
  const corrections = await countCorrections(raceCtx)
  console.info(`shipping corrected ${corrections}`)
  expect(corrections).toBeGreaterThan(0)
  const notes = await countNotes(raceCtx)
  console.info(`money of another amount: ${JSON.stringify(notes)}`)
  expect(Math.min(...Object.values(notes))).toBeGreaterThan(0)
  expect(moves.filter(({ times }) => times === 0).map(({ move }) => move)).toEqual([])
})

/** Two groups with little on their shelves, so that orders meet; prices and a fee that do not divide evenly. */
async function aWorld(ctx: Ctx & { db: Database }) {
  const groups = [await aGroup(ctx), await aGroup(ctx, { feeBasisPoints: 333 })]
  const variantIds: string[] = []
  const onShelf = new Map<string, number>()
  const add = async (
    groupId: string | undefined,
    over: { onHand?: number; openCap?: number; priceRupiah: number },
  ) => {
    const { productId } = await aProduct(ctx, { groupId })
    const variantId = await aVariant(ctx, { productId, ...over })
    variantIds.push(variantId)
    onShelf.set(variantId, over.onHand ?? 0)
  }
  await add(groups[0], { onHand: 3, priceRupiah: 125_001 })
  await add(groups[1], { onHand: 2, priceRupiah: 89_999 })
  await add(groups[0], { openCap: 2, priceRupiah: 45_500 })
  await add(groups[1], { openCap: 3, priceRupiah: 310_007 })
  const imageKey = async () => {
    const key = `bukti-${newId()}`
    const size = { width: 9, height: 9, widths: [9] }
    await ctx.db
      .insertInto('image')
      .values({ key, source: 'stored', ...size, is_illustration: false })
      .execute()
    return key
  }
  const world: World = {
    ctx,
    variantIds,
    imageKey,
    paidIn: 0,
    sentBack: 0,
    came: new Map(),
    told: new WeakSet(),
  }
  return { world, groups, onShelf }
}

/** Writes down every change of state that the tables let through. */
async function countMoves({ db }: { db: Database }): Promise<void> {
  await sql`create table move_made (machine text, from_state text, to_state text)`.execute(db)
  await sql`create function note_move() returns trigger language plpgsql as $$ begin
    if new.state is distinct from old.state then insert into move_made values (tg_argv[0], old.state, new.state); end if;
    return null; end $$`.execute(db)
  for (const machine of MACHINES) {
    const table = machine === 'hold' ? 'stock_hold' : machine
    await sql`create trigger note_move after update of state on ${sql.table(table)} for each row
      execute function note_move(${sql.lit(machine)})`.execute(db)
  }
}

/** I22: no order ends by its clock while its total is noted for it. */
async function letNoneEndWithItsTotal({ db }: { db: Database }): Promise<void> {
  await sql`create function refuse_end() returns trigger language plpgsql as $$ begin
    if exists (select from staff_task where order_id = new.order_id and kind = 'wrong-amount' and resolved_at is null
      and (detail ->> 'amountRupiah')::bigint >= new.total_rupiah)
    then raise exception 'I22 ended though its total is noted: %', new.order_id; end if;
    return null; end $$`.execute(db)
  await sql`create trigger refuse_end after update of state on payment for each row
    when (new.state = 'expired' and old.state <> 'expired') execute function refuse_end()`.execute(db)
}

/** Told costs that were corrected: no change of state says so. */
async function countCorrections({ db }: { db: Database }): Promise<number> {
  const { count } = await db
    .selectFrom('order_event')
    .where('kind', '=', 'shipping-corrected')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Money of another amount: how often more of it came, it was a slip or all a slip, it went back, more came after that, it came beside what paid, and it bounced. */
async function countNotes({ db }: { db: Database }) {
  type Notes = Record<
    'grown' | 'slips' | 'takenBack' | 'sentBack' | 'afterwards' | 'again' | 'bounced',
    number
  >
  const { rows } = await sql<Notes>`
    select count(*) filter (where detail ? 'earlierRupiah') as grown,
      (select count(*) from order_event where detail ? 'slipRupiah') as slips,
      count(*) filter (where resolution = 'slip') as "takenBack",
      count(*) filter (where resolution = ${SENT_BACK}) as "sentBack",
      count(*) filter (where detail -> 'expectedRupiah' = 'null') as again,
      count(*) filter (where detail ? 'bouncedRupiah') as bounced,
      count(*) filter (where exists (select from staff_task as before where before.order_id = task.order_id
        and before.resolution = ${SENT_BACK} and before.resolved_at <= task.created_at)) as afterwards
    from staff_task as task where kind = 'wrong-amount'
  `.execute(db)
  return rows[0] as Notes
}

/** Every allowed move and how often it was made. */
async function movesMade({ db }: { db: Database }): Promise<{ move: string; times: number }[]> {
  const { rows } = await sql<{ move: string; times: number }>`
    select concat(machine, ' ', from_state, ' > ', to_state) as move, count(move_made.machine) as times
    from state_move left join move_made using (machine, from_state, to_state)
    where machine = any(${MACHINES}) group by machine, from_state, to_state order by 1
  `.execute(db)
  return rows
}
