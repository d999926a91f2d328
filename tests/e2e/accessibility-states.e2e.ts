import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { aBuyer, FAR_AWAY, firstName, order, putInBasket } from './support/buyer.ts'
import { findOrder, inDatabase, openOrder } from './support/demo.ts'
import { signInAsGroup, signInAsStaff } from './support/sign-in.ts'

/** With everything unfolded that can be. */
async function expectAccessibleUnfolded(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true
  })
  await expectAccessible(page)
}

/** What becomes of an order when it does not go the short way. */
const ORDERS = {
  'on its way': `payment.state = 'paid' and parcel.state = 'dispatched'`,
  'arrived, complained of and settled': `parcel.state = 'received' and parcel.problem_settled_at is not null`,
  'sent back': `parcel.state = 'returned'`,
  'that cannot be made, its money due': `payment.state = 'refund-due'`,
  'not paid in time': `payment.state = 'expired'`,
  'that waits for its cost': `payment.state = 'quoting'`,
}

for (const [state, condition] of Object.entries(ORDERS)) {
  test(`no barrier on an order ${state}, in both languages`, async ({ page }) => {
    const order = await findOrder(condition)
    await openOrder(page, order)
    await expectAccessibleUnfolded(page)
    await page.goto(`/en/pesanan/${order.code}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(order.code)
    await expectAccessibleUnfolded(page)
  })
}

test('no barrier on what staff see of such orders', async ({ page }) => {
  await signInAsStaff(page)
  for (const condition of Object.values(ORDERS)) {
    await page.goto(`/petugas/pesanan/${(await findOrder(condition)).id}`)
    await expectAccessibleUnfolded(page)
  }
})

test('no barrier on a report that waits for an answer, nor where staff answer it', async ({ page }) => {
  const order = await findOrder(`parcel.state = 'dispatched' and parcel.problem_at is null`)
  await openOrder(page, order)
  await page.getByText('Ada masalah').first().click()
  await page.getByRole('textbox').first().fill('Satu sudutnya sobek.')
  await page.getByRole('button', { name: 'Laporkan' }).first().click()
  await expect(
    page.getByText('“Satu sudutnya sobek.”').or(page.getByText('Satu sudutnya sobek.')),
  ).toBeVisible()
  await expectAccessible(page)
  await signInAsStaff(page)
  await page.goto(`/petugas/pesanan/${order.id}`)
  await expectAccessibleUnfolded(page)
  await page.goto('/petugas/tugas')
  await expectAccessibleUnfolded(page)
})

// the piece is sold out for good here: no other journey buys it
test('no barrier on a basket in which a price has changed and a piece has gone', async ({ page }) => {
  await page.goto('/barang/dompet-siku-keluang')
  await putInBasket(page)
  const change = (price: number, onHand: string) =>
    inDatabase((db) =>
      db.query(
        `with v as (update variant set price_rupiah = price_rupiah + $1 where product_id =
          (select id from product where slug = 'dompet-siku-keluang') returning id)
        update stock set on_hand = ${onHand} from v where stock.variant_id = v.id`,
        [price],
      ),
    )
  await change(5_000, 'on_hand')
  for (const path of ['/keranjang', '/en/keranjang']) {
    await page.goto(path)
    await expectAccessible(page)
  }
  await change(-5_000, 'reserved')
  for (const path of ['/keranjang', '/en/keranjang']) {
    await page.goto(path)
    await expectAccessible(page)
  }
})

test('no barrier where a group says what sending costs, and corrects it', async ({ page, browser }) => {
  const shopper = await (await browser.newContext()).newPage()
  const buyer = aBuyer('Wenda')
  const wish = {
    slug: 'tikar-pagar',
    group: 'Tanjung Belimbing',
    way: 'Ongkosnya ditanyakan dulu',
    payBy: 'Transfer bank',
  }
  await order(shopper, buyer, { ...wish, place: FAR_AWAY })
  await signInAsGroup(page, '0812 0000 0005')
  await page.getByRole('link', { name: firstName(buyer) }).click()
  await expectAccessible(page)
  const form = page.locator('form#ongkos')
  const send = page.locator('button[form="ongkos"], form#ongkos button').first()
  await send.click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
  await form.getByRole('radio', { name: 'Kurir' }).check()
  await form.getByRole('textbox', { name: 'Nama kurir' }).fill('Pos Indonesia')
  await form.getByRole('textbox', { name: 'Ongkos' }).fill('35.000')
  await form.getByRole('textbox', { name: 'Sampai paling cepat' }).fill('3')
  await form.getByRole('textbox', { name: 'Paling lama' }).fill('6')
  await send.click()
  await page.getByRole('link', { name: 'Ongkosnya salah tulis?' }).click()
  await expect(form).toBeVisible()
  await expectAccessible(page)
})

test('no barrier on the lists of the desk, full, unfolded and empty', async ({ page }) => {
  await signInAsStaff(page)
  for (const place of ['pesanan?bagian=ambil', 'pesanan?bagian=batal', 'pesanan?q=zzzz', 'transfer']) {
    await page.goto(`/petugas/${place}`)
    await expectAccessibleUnfolded(page)
  }
  await page.getByRole('button', { name: 'Tolak bukti' }).first().click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
})

test('no barrier on a parcel that has ended, nor where a group has nothing to see', async ({ page }) => {
  await signInAsGroup(page, '0812 0000 0003')
  await page.goto('/kelompok-saya/pesanan?semua')
  await expectAccessible(page)
  await page.locator('main a[href*="/pesanan/"]').last().click()
  await page.waitForURL(/pesanan\/[0-9a-f-]{36}$/)
  await expectAccessible(page)
  await page.goto('/kelompok-saya/pesanan/tidak-ada')
  await expectAccessible(page)
})

test('a name without a space stays inside the pages of its group and of staff', async ({ page }) => {
  await signInAsGroup(page, '0812 0000 0004')
  const href = await page.locator('.parcel-card').first().getAttribute('href')
  const { rows } = await inDatabase((db) =>
    db.query<{ id: string }>(
      `update shop_order set buyer_name = repeat('Muhammad', 8) from parcel
        where parcel.id = $1 and parcel.order_id = shop_order.id returning shop_order.id`,
      [href?.split('/').at(-1)],
    ),
  )
  for (const path of ['/kelompok-saya/pesanan', href ?? '']) {
    await page.goto(path)
    await expect(page.getByText('MuhammadMuhammad').first()).toBeVisible()
    await expectAccessible(page)
  }
  await page.context().clearCookies()
  await signInAsStaff(page)
  await page.goto(`/petugas/pesanan/${rows[0]?.id}`)
  await expectAccessible(page)
})

for (const [prefix, title] of [
  ['', 'Kirimannya terlalu besar'],
  ['/en', 'What you sent is too large'],
] as const) {
  test(`no barrier where something is refused, ${prefix || 'Indonesian'}`, async ({ page }) => {
    await page.goto(`${prefix}/%E0%A4%A`)
    await expectAccessible(page)
    // a photo from a phone that shrinks nothing, sent by the browser itself
    await page.goto(prefix || '/')
    await page.evaluate(sendLargePhoto, `${prefix}/pesanan/P-222222/bukti`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expectAccessible(page)
    await page.goto('about:blank')
    await page.setContent(`<form method="post" action="${test.info().project.use.baseURL}${prefix}/keranjang">
      <button>Send</button></form>`)
    await page.getByRole('button').click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Anyam Kayong')
    await expectAccessible(page)
  })
}

function sendLargePhoto(action: string): void {
  const form = Object.assign(document.createElement('form'), { action, method: 'post' })
  form.enctype = 'multipart/form-data'
  const photo = Object.assign(document.createElement('input'), { type: 'file', name: 'foto' })
  const files = new DataTransfer()
  files.items.add(new File([new Uint8Array(40 * 2 ** 20)], 'foto.jpg'))
  photo.files = files.files
  form.append(photo)
  document.body.append(form)
  form.submit()
}
