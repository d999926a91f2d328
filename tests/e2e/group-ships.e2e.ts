import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { aBuyer, type Buyer, firstName, order, orderCode } from './support/buyer.ts'
import { expectPaid, payAndLeave, pressOnCardPage } from './support/card.ts'
import { signInAsGroup } from './support/sign-in.ts'

interface Given {
  group: string
  phone: string
  slug: string
  buyer: Buyer
}

/** A piece of this group, ordered and paid by card; the shop hears of the money from the provider alone. */
async function orderAndPay(page: Page, { group, slug, buyer }: Given): Promise<string> {
  await order(page, buyer, { slug, group, way: 'Kurir Contoh', payBy: 'Kartu kredit atau debit' })
  const payPage = page.url()
  await pressOnCardPage(page, 'Close')
  const code = await orderCode(page)
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('Menunggu pembayaran kartu')
  await page.goto(payPage)
  await payAndLeave(page)
  await page.goto(`/pesanan/${code}`)
  await expectPaid(page, 'Pesanan sudah masuk daftar kelompok')
  return code
}

async function ship(page: Page, tracking: string, look: (page: Page) => Promise<void>): Promise<void> {
  await look(page)
  await page.getByRole('link', { name: 'Pesanan ini tidak jadi?' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kenapa tidak jadi?')
  await look(page)
  await page.goBack()
  await page.getByRole('button', { name: 'Terima pesanan' }).click()
  await expect(page.getByRole('status')).toContainText('Pesanan diterima.')
  await page.getByRole('button', { name: 'Sudah dikemas' }).click()
  await expect(page.getByRole('status')).toContainText('Bagus, sudah dikemas.')
  await look(page)
  await page.getByRole('link', { name: 'Kirim', exact: true }).click()
  await look(page)
  await page.getByRole('link', { name: 'Kurir' }).click()
  await page.getByRole('button', { name: 'Sudah dikirim' }).click()
  await expect(page.getByRole('alert')).toContainText('Pilih atau tulis nama kurirnya.')
  await look(page)
  await page.getByRole('radio', { name: 'JNE' }).check()
  await page.getByRole('textbox', { name: 'Nomor resi' }).fill(tracking)
  await page.getByRole('button', { name: 'Sudah dikirim' }).click()
  await expect(page.getByRole('status')).toContainText('Sudah dikirim. Pembeli sudah dikabari.')
}

/** A number is mistyped, mended once it has left, and refused when nothing is mended. */
async function mendNumber(page: Page, tracking: string, look: (page: Page) => Promise<void>): Promise<void> {
  await look(page)
  await page.getByRole('link', { name: 'Kurir atau nomornya perlu diperbaiki?' }).click()
  await expect(page.getByRole('radio', { name: 'JNE' })).toBeChecked()
  await page.getByRole('button', { name: 'Simpan perbaikan' }).click()
  await expect(page.getByRole('alert')).toContainText('Sudah tertulis begitu.')
  await look(page)
  await page.getByRole('textbox', { name: 'Nomor resi' }).fill(tracking)
  await page.getByRole('button', { name: 'Simpan perbaikan' }).click()
  await expect(page.getByRole('status')).toContainText('Sudah diperbaiki. Pembeli sudah dikabari yang benar.')
  await expect(page.getByText(`Nomor resi ${tracking}.`)).toBeVisible()
}

/** From the money to the buyer's word that it has come. */
async function journey(page: Page, shopper: Page, given: Given, look: (page: Page) => Promise<void>) {
  const tracking = `JNE${Date.now()}`
  const code = await orderAndPay(shopper, given)

  await signInAsGroup(page, given.phone)
  await look(page)
  await page
    .getByRole('link', { name: new RegExp(`${firstName(given.buyer)}, .+, Kabupaten Kayong Utara`) })
    .click()
  await expect(page.getByRole('main')).toContainText(given.buyer.name)
  await expect(page.getByText('Pembeli sudah membayar.')).toBeVisible()
  await ship(page, `${tracking}-SALAH`, look)
  await mendNumber(page, tracking, look)

  await shopper.reload()
  await expect(shopper.getByRole('region', { name: 'Status' })).toContainText('Dalam perjalanan')
  await expect(shopper.getByRole('row', { name: 'Dikirim lewat' })).toContainText('JNE')
  await expect(shopper.getByRole('row', { name: 'Nomor resi' })).toContainText(tracking)
  await look(shopper)
  await shopper.getByRole('button', { name: 'Sudah saya terima' }).click()
  await expect(shopper.getByRole('status')).toContainText('paketnya sudah Anda terima')
  await expect(shopper.getByRole('region', { name: 'Status' })).toContainText('Sudah diterima')

  await page.reload()
  await expect(page.getByText(`Pesanan ${code}`)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sudah sampai')
  await expect(page.getByText('Uang ini sudah menjadi hak kelompok.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Kurir atau nomornya perlu diperbaiki?' })).toHaveCount(0)
  await look(page)
}

test('a group sends what was paid for, and the buyer says it has come', async ({ page, browser }) => {
  // many pages are looked at for barriers along the way
  test.slow()
  const shopper = await (await browser.newContext()).newPage()
  const given = { group: 'Bakau Indah', phone: '0812 0000 0001', slug: 'bakul-belah-ketupat' }
  await journey(page, shopper, { ...given, buyer: aBuyer('Sembiring') }, expectAccessible)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a group sends what was paid for, and the buyer says it has come', async ({ page, browser }) => {
    const shopper = await (await browser.newContext()).newPage()
    const given = { group: 'Tanjung Belimbing', phone: '0812 0000 0005', slug: 'sajadah-pagar' }
    await journey(page, shopper, { ...given, buyer: aBuyer('Lestari') }, async () => {})
  })
})
