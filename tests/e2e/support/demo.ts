import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { orderLinkToken } from '#app/domain/orders/order-link.server.ts'
import { homeOf, runningUrl } from '#db/postgres-home.ts'

const folder = () => process.env['E2E_DATA_DIR'] ?? ''

/** The journeys' own database: for what the demo data hold in some state, and for what happens when data are away. */
export async function inDatabase<Value>(work: (db: pg.Client) => Promise<Value>): Promise<Value> {
  const url = runningUrl(homeOf(join(folder(), 'postgres')))
  if (!url) throw new Error(`No database runs in ${folder()}`)
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}

export interface DemoOrder {
  id: string
  code: string
  linkVersion: number
}

/** The first order of the demo data of which this is true. */
export async function findOrder(condition: string): Promise<DemoOrder> {
  const { rows } = await inDatabase((db) =>
    db.query<DemoOrder>(`select o.id, o.code, o.link_version as "linkVersion" from shop_order o
      join payment on payment.order_id = o.id join parcel on parcel.order_id = o.id
      where ${condition} order by o.id limit 1`),
  )
  const [order] = rows
  if (!order) throw new Error(`No order of the demo data where ${condition}`)
  return order
}

/** As its buyer does, by the link in a letter. */
export async function openOrder(page: Page, { id, code, linkVersion }: DemoOrder): Promise<void> {
  const secret = readFileSync(join(folder(), 'secret'), 'utf8').trim()
  await page.goto(`/pesanan/${code}/buka/${orderLinkToken(secret, id, linkVersion)}`)
  await page.waitForURL(`**/pesanan/${code}`)
}
