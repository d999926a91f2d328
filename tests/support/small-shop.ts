import type { Ctx } from '#app/platform/context.server.ts'
import { aVariant } from './builders.ts'
import type { TestApp, TestBrowser } from './http.ts'
import { aReceivingAccount } from './order-builders.ts'
import { findBroken, type Truth } from './order-model/invariants.ts'
import { takeSnapshot } from './order-model/snapshot.ts'
import { ADDRESS, add, goToPayment } from './shopper.ts'
import { quiet } from './test.ts'

/** What the smallest shop that sells knows of itself: one group, one piece, and where money goes. */
export interface SmallShop {
  variantId: string
  onHand: number
}

export const ctxOf = (app: Pick<TestApp, 'db'>): Ctx => ({
  db: app.db,
  now: new Date(),
  locale: 'id',
  log: quiet,
})

/** Fills an empty shop with just enough to buy something in it. */
export async function openSmallShop(app: Pick<TestApp, 'db'>, onHand: number): Promise<SmallShop> {
  const ctx = ctxOf(app)
  await aReceivingAccount(ctx)
  return { variantId: await aVariant(ctx, { onHand }), onHand }
}

export type Method = 'transfer' | 'pickup' | 'card'

/** Somebody with one piece in the basket and the last form in front of them. */
export interface Buyer {
  browser: TestBrowser
  method: Method
  intentId: string
  /** An address of their own, as a proxy would report it: limits are by address. */
  ip: string
}

export async function aBuyer(
  app: TestApp,
  { variantId }: SmallShop,
  { method = 'transfer', ip }: { method?: Method; ip: string },
): Promise<Buyer> {
  const browser = app.browser()
  await add(browser, variantId)
  const address = { ...ADDRESS, village: 'Pangkalan Buton' }
  const intentId = await goToPayment(browser, { address })
  if (!intentId) throw new Error('The buyer did not reach the last page')
  return { browser, method, intentId, ip }
}

/** What the last form got for an answer: where it leads to, or that there was none. */
export interface Reply {
  status: number | 'cut'
  place: string
}

/** Sends the last form. A connection that is cut is an answer, too: nobody knows what became of the order. */
export async function sendForm({ browser, intentId, method, ip }: Buyer): Promise<Reply> {
  try {
    const form = { intentId, paymentMethod: method }
    const answer = await browser.post('/checkout/bayar', form, { 'X-Forwarded-For': ip })
    await answer.arrayBuffer()
    return { status: answer.status, place: answer.headers.get('Location') ?? '' }
  } catch {
    return { status: 'cut', place: '' }
  }
}

const TRIES = 10

/** Sends it again as long as the shop says to come back: 503 is a promise that nothing is broken. */
export async function insist(buyer: Buyer): Promise<Reply> {
  let reply = await sendForm(buyer)
  for (let tries = 1; reply.status === 503 && tries < TRIES; tries += 1) reply = await sendForm(buyer)
  return reply
}

/** The orders that the buyers' forms have made, by intent. */
export async function ordersOf(app: Pick<TestApp, 'db'>, buyers: readonly Buyer[]) {
  const rows = await app.db
    .selectFrom('shop_order')
    .innerJoin('payment', 'payment.order_id', 'shop_order.id')
    .where(
      'intent_id',
      'in',
      buyers.map((buyer) => buyer.intentId),
    )
    .orderBy('placed_at')
    .select(['shop_order.id', 'shop_order.code', 'intent_id as intentId', 'payment.state'])
    .execute()
  return rows
}

/** Everything that is wrong with stock, orders and books, in words. */
export async function findTrouble(
  app: Pick<TestApp, 'db'>,
  { variantId, onHand }: SmallShop,
  money: Partial<Pick<Truth, 'paidIn' | 'sentBack'>> = {},
): Promise<string[]> {
  const { group_id } = await app.db
    .selectFrom('variant')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .where('variant.id', '=', variantId)
    .select('product.group_id')
    .executeTakeFirstOrThrow()
  const world = await takeSnapshot(app.db, [group_id])
  return findBroken(world, { onShelf: new Map([[variantId, onHand]]), paidIn: 0, sentBack: 0, ...money })
}
