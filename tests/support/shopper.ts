import { sql } from 'kysely'
import type { TestApp, TestBrowser } from './http.ts'

/** A ready variant of the demo shop of which at least so many can be had, in a group that sends by road. */
export async function findVariant(app: TestApp, least: number): Promise<string> {
  const { id } = await app.db
    .selectFrom('variant')
    .innerJoin('stock', 'stock.variant_id', 'variant.id')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .innerJoin('craft_group', 'craft_group.id', 'product.group_id')
    .where('variant.mode', '=', 'ready')
    .where('variant.is_active', '=', true)
    .where('product.state', '=', 'published')
    .where('craft_group.slug', '=', 'seroja')
    .where(sql<boolean>`stock.on_hand - stock.reserved >= ${least}`)
    .orderBy(sql`stock.on_hand - stock.reserved`)
    .orderBy('variant.id')
    .select('variant.id')
    .executeTakeFirstOrThrow()
  return id
}

export const ADDRESS = {
  name: 'Rini Astuti',
  phone: '0812 3456 7890',
  email: 'rini@example.com',
  country: 'ID',
  districtCode: '61.11.01',
  village: 'Sutera',
  street: 'Dusun Tanjung, RT 02',
}

export const add = (browser: TestBrowser, variantId: string, quantity: number | string = 1) =>
  browser.post('/keranjang', { aksi: 'tambah', pilihan: variantId, jumlah: String(quantity) })

/** Every group's parcel goes this way. */
export async function chooseWays(browser: TestBrowser, way: string): Promise<Response> {
  const page = await (await browser.get('/checkout/kirim')).text()
  const names = new Set([...page.matchAll(/name="(kirim\.[0-9a-f-]+)"/g)].map(([, name]) => name ?? ''))
  return browser.post('/checkout/kirim', Object.fromEntries([...names].map((name) => [name, way])))
}

/** The way from a filled basket to the last page. @returns the intent its form carries */
export async function goToPayment(
  browser: TestBrowser,
  { address = ADDRESS, way = 'pickup-library' }: { address?: Record<string, string>; way?: string } = {},
): Promise<string> {
  await browser.post('/checkout/alamat', address)
  await chooseWays(browser, way)
  return intentIn(await (await browser.get('/checkout/bayar')).text())
}

export const intentIn = (page: string): string => /name="intentId" value="([0-9a-f-]+)"/.exec(page)?.[1] ?? ''

/** An order through the shop's own pages. @returns its code */
export async function order(
  app: TestApp,
  browser: TestBrowser,
  {
    method = 'transfer',
    way,
    address,
  }: { method?: string; way?: string; address?: Record<string, string> } = {},
): Promise<string> {
  await add(browser, await findVariant(app, 2))
  const intentId = await goToPayment(browser, { way, address })
  const placed = await browser.post('/checkout/bayar', { intentId, paymentMethod: method })
  const code = /\/pesanan\/(P-\w{6})/.exec(placed.headers.get('Location') ?? '')?.[1]
  return code ?? (await newestCode(app))
}

/** For an order by card, whose next page is the provider's. */
async function newestCode(app: TestApp): Promise<string> {
  const { code } = await app.db
    .selectFrom('shop_order')
    .orderBy('placed_at', 'desc')
    .select('code')
    .executeTakeFirstOrThrow()
  return code
}

/** A page's words without its markup, as a reader would have them. */
export const wordsOf = (page: string): string =>
  page
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ')
