import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daysBetween, LOCAL_ZONE, localDayOf } from '#app/lib/day.ts'
import { makePool } from '#app/platform/db.server.ts'
import { variantId } from '#db/seed/demo/catalogue.ts'
import { demoMembers } from '#db/seed/demo/members.ts'
import { demoProducts } from '#db/seed/demo/products.ts'
import { HasOrders, seedDemo } from '#db/seed/demo.ts'
import { seedEmptyDatabase } from '#db/seed/first-start.ts'
import { demoDatabase, endOfDemo, type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { quiet } from '#tests/support/test.ts'

// One demo for the whole file, that which the other tests copy; it is only read. Some tests make one more to compare with.

const SEEDING = 300_000
/** A night in the middle of a weekend. */
const SUNDAY_NIGHT = new Date('2027-01-09T19:40:00Z')
let fresh: FreshDatabase
let end: Date
let pool: pg.Pool

beforeAll(async () => {
  fresh = await demoDatabase()
  end = await endOfDemo()
  pool = makePool(fresh.url, quiet, 2)
}, SEEDING)
afterAll(async () => {
  await pool.end()
  await fresh.drop()
})

const rows = async <Row extends object>(text: string): Promise<Row[]> => (await pool.query<Row>(text)).rows
const one = async <Row extends object>(text: string): Promise<Row> => {
  const [row] = await rows<Row>(text)
  if (!row) throw new Error(`No row: ${text}`)
  return row
}

describe('what the demo holds', () => {
  test('five invented groups, eight trainings, 120 people, the whole catalogue and about 300 orders', async () => {
    const counts = await one<Record<string, number>>(`select
      (select count(*) from craft_group where is_demo) as groups,
      (select count(*) from training where is_demo) as trainings,
      (select count(*) from participant where is_demo) as participants,
      (select count(*) from member where is_demo) as members,
      (select count(*) from product where is_demo and state = 'published') as products,
      (select count(*) from product_photo) as photos`)
    expect(counts).toEqual({
      groups: 5,
      trainings: 8,
      participants: 120,
      members: demoMembers.length,
      products: demoProducts.length,
      photos: demoProducts.length * 2,
    })
  })

  test('about three hundred orders over eighteen months up to now, none of them without one', async () => {
    const { orders, months, first, last } = await one<{
      orders: number
      months: number
      first: Date
      last: Date
    }>(`
      select count(*) as orders, min(placed_at) as first, max(placed_at) as last,
        count(distinct to_char(placed_at at time zone '${LOCAL_ZONE}', 'YYYY-MM')) as months from shop_order`)
    expect(orders).toBeGreaterThanOrEqual(290)
    expect(orders).toBeLessThanOrEqual(325)
    expect(daysBetween(localDayOf(first), localDayOf(end))).toBeGreaterThan(17.5 * 30.5)
    expect(daysBetween(localDayOf(last), localDayOf(end))).toBeLessThan(7)
    expect(months).toBe(monthOf(last) - monthOf(first) + 1)
  })

  const monthOf = (moment: Date): number => {
    const [year = 0, month = 0] = localDayOf(moment).split('-').map(Number)
    return year * 12 + month
  }

  test('groups have eight to fifteen members, and pages say as many as their stories do', async () => {
    const groups = await rows<{ slug: string; members: number }>(`
      select slug, count(*) as members from craft_group join member on group_id = craft_group.id group by slug order by slug`)
    expect(groups).toEqual([
      { slug: 'bakau-indah', members: 12 },
      { slug: 'mekar-pandan', members: 10 },
      { slug: 'ombak-kemboja', members: 9 },
      { slug: 'seroja', members: 14 },
      { slug: 'tanjung-belimbing', members: 11 },
    ])
  })

  test('everything invented says so', async () => {
    const tables = await rows<{ table_name: string }>(
      `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'is_demo' order by 1`,
    )
    const unmarked: Record<string, number> = {}
    for (const { table_name: table } of tables) {
      unmarked[table] = (await one<{ n: number }>(`select count(*) as n from ${table} where not is_demo`)).n
    }
    // the real library, group and two trainings of the base seed
    expect(unmarked).toMatchObject({ library: 1, craft_group: 1, training: 2 })
    const { library: _library, craft_group: _group, training: _training, ...others } = unmarked
    expect(Object.values(others).every((count) => count === 0)).toBe(true)
  })

  test('the real group shows samples, and has no people, no sign-in and no sales', async () => {
    expect(
      await one(`select
        (select count(*) from product where group_id = g.id) as products,
        (select count(*) from member where group_id = g.id) as members,
        (select count(*) from app_user where group_id = g.id) as users,
        (select count(*) from order_line where group_id = g.id) as sold,
        (select count(*) from ledger_account where group_id = g.id) as accounts,
        (select count(*) from product where group_id = g.id and (maker_id is not null or own_tradition)) as claims
        from craft_group g where slug = 'peramas-indah'`),
    ).toEqual({ products: 6, members: 0, users: 0, sold: 0, accounts: 0, claims: 0 })
  })

  test('each invented group has a telephone, the real one none', async () => {
    const unreachable = await rows(`select slug from craft_group where group_phone(id) is null`)
    expect(unreachable).toEqual([{ slug: 'peramas-indah' }])
  })

  test('most members may be named, some may not, and one took it back', async () => {
    const { named, withdrawn } = await one<{ named: number; withdrawn: number }>(`
      select count(*) filter (where withdrawn_at is null) as named, count(withdrawn_at) as withdrawn
      from consent where purpose = 'public-name'`)
    expect(withdrawn).toBe(1)
    expect(named).toBeGreaterThan(demoMembers.length * 0.8)
    expect(named).toBeLessThan(demoMembers.length)
  })

  test('no text holds anything like a NIK', async () => {
    const columns = await rows<{ table_name: string; column_name: string }>(`
      select table_name, column_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and data_type in ('text', 'jsonb')`)
    for (const { table_name: table, column_name: column } of columns) {
      const { found } = await one<{ found: number }>(
        `select count(*) as found from "${table}" where "${column}"::text ~ '(^|[^0-9a-f])\\d{16}([^0-9a-f]|$)'`,
      )
      expect({ table, column, found }).toEqual({ table, column, found: 0 })
    }
  })
})

describe('the trace', () => {
  test('every training behind a piece had been held when the piece was shown', async () => {
    expect(
      await rows(`select product.slug, training.slug as training from product_training
        join product on product.id = product_id join training on training.id = training_id
        where training.state <> 'held' or training.ends_on >= (published_at at time zone 'Asia/Pontianak')::date
          or confirmed_on <= training.ends_on`),
    ).toEqual([])
  })

  test('somebody of the group was there, unless only the group says so', async () => {
    expect(
      await rows(`select craft_group.slug, training.slug as training from group_training
        join craft_group on craft_group.id = group_id join training on training.id = training_id
        where training.is_demo and (evidence = 'stated') = exists (
          select from attendance join training_session on training_session.id = session_id
            join member on member.participant_id = attendance.participant_id
          where training_session.training_id = training.id and member.group_id = craft_group.id)`),
    ).toEqual([])
  })

  test('trainings are held on working days', async () => {
    expect(await rows('select held_on from training_session where extract(isodow from held_on) > 5')).toEqual(
      [],
    )
  })

  test('nobody was at a session longer than it lasted', async () => {
    expect(
      await rows(
        `select 1 from attendance join training_session on id = session_id where minutes_present > minutes`,
      ),
    ).toEqual([])
  })
})

describe('what the orders left behind', () => {
  test('the books balance, and money that is not here yet belongs to nobody', async () => {
    const { sum } = await one<{ sum: number }>(
      'select sum(amount_rupiah::bigint)::bigint as sum from ledger_entry',
    )
    expect(sum).toBe(0)
    const { wrong } = await one<{ wrong: number }>(`select count(*) as wrong from (
      select account_code, kind, sum(amount_rupiah::bigint) as balance from ledger_entry
      join ledger_account on code = account_code group by 1, 2) accounts
      where (kind = 'asset' and balance < 0) or (kind <> 'asset' and balance > 0)`)
    expect(wrong).toBe(0)
    const money = await one<{ held: number; due: number }>(`select
      (select sum(amount_rupiah::bigint)::bigint from ledger_entry where account_code in ('bank', 'cash')) as held,
      (select sum(total_rupiah::bigint)::bigint from payment where paid_at is not null)
        - (select sum(amount_rupiah::bigint)::bigint from refund where state = 'sent')
        + (select sum((detail ->> 'amountRupiah')::bigint)::bigint from staff_task
          where kind = 'wrong-amount' and resolved_at is null) as due`)
    expect(money.held).toBe(money.due)
  })

  test('counts of stock are what the holds say, and end as the catalogue says', async () => {
    expect(
      await rows(`select variant_id from stock
        left join lateral (select
          coalesce(sum(quantity) filter (where mode = 'ready' and state = 'held'), 0) as reserved,
          coalesce(sum(quantity) filter (where mode = 'made-to-order' and state in ('held', 'weaving')), 0) as open
          from stock_hold where stock_hold.variant_id = stock.variant_id) holds on true
        where stock.reserved <> holds.reserved or open_pieces <> holds.open or on_hand < stock.reserved`),
    ).toEqual([])
    const counted = await rows<{ id: string; on_hand: number; open_cap: number }>(
      'select variant_id as id, on_hand, open_cap from stock',
    )
    const expected = demoProducts.flatMap((product) =>
      product.variants.map((variant, position) => ({
        id: variantId(product.slug, position),
        on_hand: variant.mode === 'ready' ? variant.stock : 0,
        open_cap: variant.openCap ?? 0,
      })),
    )
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(counted.sort(byId)).toEqual(expected.sort(byId))
  })

  test('at its end each state can be met', async () => {
    expect(await whatStandsOpen(pool, end)).toEqual(EACH_STATE)
  })

  test(
    'also when it ends in a night at a weekend',
    async () => {
      const later = await freshDatabase()
      await seedDemo(later.url, () => undefined, SUNDAY_NIGHT)
      const other = makePool(later.url, quiet, 2)
      expect(await whatStandsOpen(other, SUNDAY_NIGHT)).toEqual(EACH_STATE)
      await other.end()
      await later.drop()
    },
    SEEDING,
  )

  test('nobody is written to about it', async () => {
    expect(
      await one(`select (select count(*) from notice where sent_at is null) as notices,
        (select count(*) from pgboss.job) as jobs`),
    ).toEqual({ notices: 0, jobs: 0 })
  })
})

describe('seeding', () => {
  test('refuses a database that has orders', async () => {
    await expect(seedDemo(fresh.url, () => undefined)).rejects.toThrow(HasOrders)
  })

  test('a first start leaves a database alone in which there is something', async () => {
    const said: string[] = []
    await seedEmptyDatabase(fresh.url, (line) => said.push(line))
    expect(said).toEqual([])
  })

  test(
    'makes the same rows in every run',
    async () => {
      const again = await freshDatabase()
      await seedDemo(again.url, () => undefined, end)
      const other = makePool(again.url, quiet, 2)
      expect(await contentsOf(other)).toEqual(await contentsOf(pool))
      await other.end()
      await again.drop()
    },
    SEEDING,
  )
})

const words = (all: string) => expect.arrayContaining(all.split(' '))
const EACH_STATE = {
  payments: words('awaiting cancelled expired paid proof-sent quoting refund-due refunded'),
  parcels: words('accepted cancelled declined dispatched open packed received waiting'),
  tasks: words('problem refund-due wrong-amount'),
  areSomeLate: true,
  canAllBePaid: true,
  isNothingLater: true,
}

/** What somebody meets who comes at that moment, and for half a day after it. */
async function whatStandsOpen(database: pg.Pool, end: Date) {
  const found = async (from: string) =>
    (await database.query<{ word: string }>(`select distinct ${from}`)).rows.map(({ word }) => word)
  const { rows } = await database.query<Record<string, boolean>>(
    `select
      (select count(*) >= 3 from parcel where state in ('open', 'accepted', 'packed')
        and promise_on < ($1 at time zone 'Asia/Pontianak')::date) as "areSomeLate",
      (select min(expires_at) > $1::timestamptz + interval '12 hours' from payment
        where state in ('awaiting', 'quoting')) as "canAllBePaid",
      (select max(at) <= $1 from order_event) as "isNothingLater"`,
    [end],
  )
  return {
    payments: await found('state as word from payment'),
    parcels: await found('state as word from parcel'),
    tasks: await found('kind as word from staff_task where resolved_at is null'),
    ...rows[0],
  }
}

/** Columns that PostgreSQL numbers or a password library salts: no seed can decide them. */
const BEYOND_SEED: Record<string, string[]> = {
  ledger_transaction: ['made_in'],
  user_credential: ['password'],
}

/** One checksum a table, so that a difference says where it is. */
async function contentsOf(database: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migration' order by 1`,
  )
  const contents: Record<string, string> = {}
  for (const { name } of tables) {
    const left = (BEYOND_SEED[name] ?? []).map((column) => ` - '${column}'`).join('')
    const { rows: sums } = await database.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(line, E'\\n' order by line collate "C")), '-') as sum
       from (select (to_jsonb(t)${left})::text as line from "${name}" t) lines`,
    )
    contents[name] = sums[0]?.sum ?? ''
  }
  return contents
}
