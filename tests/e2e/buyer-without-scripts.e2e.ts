import { expect, test } from '@playwright/test'
import {
  aBuyer,
  beginOrder,
  chooseWay,
  fillAddress,
  goToAddress,
  goToDelivery,
  goToPayment,
  orderCode,
  placeOrder,
  putInBasket,
  rupiahIn,
  searchDistrict,
} from './support/buyer.ts'

test.use({ javaScriptEnabled: false })

test('without scripts a buyer finds a hat and a mat, orders them and will pay on pickup', async ({
  page,
}) => {
  const buyer = aBuyer('Gunawan')

  await page.goto('/')
  await page.getByRole('searchbox').fill('caping seronk')
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('link', { name: 'Topi caping corak serong' }).click()
  const trace = page.getByRole('list', { name: 'Jejak' })
  await expect(trace.getByRole('listitem')).toHaveCount(5)
  await expect(trace.getByRole('link', { name: 'Tanjung Belimbing' })).toBeVisible()

  await page.getByText('Dikirim ke mana?').click()
  await page.getByRole('textbox', { name: 'Kecamatan atau kota' }).fill('Sukadana')
  await page.getByRole('button', { name: 'Lihat ongkos' }).click()
  const places = page.getByRole('group', { name: /Kabupaten Kayong Utara/ })
  await places.getByRole('button', { name: 'Sukadana' }).click()
  await expect(page.getByText(/Ongkos kirim 1\sbuah ke Sukadana.*mulai Rp/)).toBeVisible()
  await putInBasket(page)

  await page.goto('/kelompok/seroja')
  await page.getByRole('link', { name: 'Tempat tisu bunga tanjung' }).click()
  await putInBasket(page)
  await page.getByRole('button', { name: 'Tambah satu, Tempat tisu bunga tanjung' }).click()
  await expect(page.getByRole('textbox', { name: 'Jumlah, Tempat tisu bunga tanjung' })).toHaveValue('2')
  await page.getByRole('button', { name: 'Hapus Topi caping corak serong' }).click()
  await page.getByRole('button', { name: 'Kembalikan' }).click()
  await expect(page.getByRole('region', { name: /^Paket dari/ })).toHaveCount(2)

  await goToAddress(page)
  await goToDelivery(page)
  await expect(page.getByRole('alert')).toContainText('Tulis namanya.')
  await fillAddress(page, buyer)
  await goToDelivery(page)
  await chooseWay(page, 'Tanjung Belimbing', 'Ambil di perpustakaan')
  await chooseWay(page, 'Seroja', 'Ambil di perpustakaan')
  await goToPayment(page)
  await placeOrder(page, 'Tunai saat ambil')

  const code = await orderCode(page)
  await expect(page.getByRole('status')).toContainText('Pesanan sudah tercatat.')
  const pay = page.getByRole('region', { name: 'Bayar waktu mengambil' })
  await expect(pay).toContainText(`Bawa kode ${code}`)
  expect(await rupiahIn(pay)).toBe(85_000 + 2 * 75_000)
  await expect(pay).toContainText('Dinas Perpustakaan dan Kearsipan')
  await expect(pay).toContainText('Disimpan sampai')
})

test('a kecamatan that was not the first of those found is still ticked after going on and back', async ({
  page,
}) => {
  await beginOrder(page)
  await fillAddress(page, aBuyer('Contoh'))
  await searchDistrict(page, 'cimahi')
  const taken = page.getByRole('radio', { name: 'Cimahi Utara' })
  await taken.check()
  await page.getByRole('textbox', { name: 'Desa' }).fill('Cibabat')
  await goToDelivery(page)
  await expect(page).toHaveURL(/\/checkout\/kirim$/)
  await page.goBack()
  await expect(taken).toBeChecked()
  await goToDelivery(page)
  await expect(page).toHaveURL(/\/checkout\/kirim$/)
})

test('each way out of an empty list leads to as many pieces as it says', async ({ page }) => {
  for (const list of [
    '/barang/jenis/tas?maks=60000',
    '/barang/jenis/tas?q=tikar',
    '/barang?q=keranjang+baju&maks=50000',
    '/barang?q=tas+laptop&kelompok=seroja&maks=100000',
  ]) {
    await page.goto(list)
    const ways = page.locator('main .chips a', { hasText: /^Tanpa / })
    const words = await ways.allTextContents()
    expect(words).not.toEqual([])
    for (const way of words) {
      await page.goto(list)
      await ways.filter({ hasText: way }).click()
      await expect(page.locator('main [role=status]')).toHaveText(way.slice(way.lastIndexOf(':') + 2))
    }
  }
})
