import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import {
  aBuyer,
  chooseWay,
  factOf,
  fillAddress,
  goToAddress,
  goToDelivery,
  goToPayment,
  orderCode,
  phoneTail,
  placeOrder,
  putInBasket,
  rupiahIn,
} from './support/buyer.ts'
import { openLetter } from './support/letters.ts'
import { chooseReceipt } from './support/photo.ts'

test('a buyer finds two pieces, orders them from two groups and pays by transfer', async ({
  page,
  browser,
}) => {
  // many pages are looked at for barriers along the way
  test.slow()
  const buyer = aBuyer('Kartika')

  await page.goto('/')
  await page.getByRole('searchbox').fill('kotak pensl')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByText('Mungkin maksud Anda “kotak pensil”')).toBeVisible()
  await page.getByRole('link', { name: 'Kotak pensil mata punai' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kotak pensil mata punai')
  const trace = page.getByRole('list', { name: 'Jejak' })
  await expect(trace.getByRole('listitem')).toHaveCount(5)
  await expect(trace.getByRole('link', { name: 'Seroja' })).toBeVisible()
  const price = await rupiahIn(page.getByRole('heading', { name: /^Ke mana Rp/ }))
  expect(await rupiahIn(page.getByRole('listitem').filter({ hasText: 'untuk kelompok' }))).toBe(price)

  await page.getByText('Dikirim ke mana?').click()
  await page.getByRole('textbox', { name: 'Kecamatan atau kota' }).fill('sukadana')
  await page.getByRole('button', { name: 'Lihat ongkos' }).click()
  const places = page.getByRole('group', { name: /Kabupaten Kayong Utara/ })
  await places.getByRole('button', { name: 'Sukadana' }).click()
  await expect(page.getByText(/Ongkos kirim 1\sbuah ke Sukadana.*mulai Rp/)).toBeVisible()
  await putInBasket(page)

  await page.getByRole('link', { name: 'Cari barang lain' }).click()
  await page.getByRole('searchbox').fill('belah ketupat')
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('link', { name: 'Kotak pensil belah ketupat' }).click()
  await putInBasket(page)
  await expect(page.getByRole('region', { name: /^Paket dari/ })).toHaveCount(2)
  await expectAccessible(page)

  await goToAddress(page)
  await expectAccessible(page)
  await fillAddress(page, buyer)
  await expectAccessible(page)
  await goToDelivery(page)
  await chooseWay(page, 'Seroja', 'Diantar kelompok')
  await chooseWay(page, 'Mekar Pandan', 'Kurir Contoh')
  await expectAccessible(page)
  await goToPayment(page)
  await expect(page.getByText(buyer.name)).toBeVisible()
  await expectAccessible(page)
  const beforeCode = await rupiahIn(factOf(page, 'Total'))
  await placeOrder(page, 'Transfer bank')

  const code = await orderCode(page)
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('Menunggu transfer Anda')
  const total = await rupiahIn(factOf(page, 'Transfer persis'))
  expect(total).toBe(await rupiahIn(factOf(page, 'Total')))
  expect(total).toBe(beforeCode + (await rupiahIn(factOf(page, 'Kode unik'))))
  await expect(factOf(page, 'Paling lambat')).toContainText(/\d{1,2}[.:]\d{2}/)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Kirim bukti' }).click()
  await expect(page.getByRole('alert')).toContainText('Pilih fotonya dulu')
  await chooseReceipt(page)
  await expect(page.getByText('Pilih fotonya dulu')).toHaveCount(0)
  await page.getByRole('button', { name: 'Kirim bukti' }).click()
  await expect(page.getByRole('status')).toContainText('Bukti transfer sudah masuk')
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('Bukti transfer sedang diperiksa')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Kirim foto lain' }).click()
  await expect(page).toHaveURL(/\/bukti$/)
  await expectAccessible(page)
  for (const path of [`/en/pesanan/${code}`, `/en/pesanan/${code}/bukti`]) {
    await page.goto(path)
    await expectAccessible(page)
  }

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(`/pesanan/${code}`)
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Buka pesanan')
  await elsewhere.goto('/pesanan/lacak')
  await elsewhere.getByRole('textbox', { name: 'Kode pesanan' }).fill(code.toLowerCase())
  await elsewhere.getByRole('textbox', { name: /Empat angka terakhir/ }).fill(phoneTail(buyer))
  await elsewhere.getByRole('button', { name: 'Lacak' }).click()
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText(`Pesanan ${code}`)

  const byMail = await (await browser.newContext()).newPage()
  await openLetter(byMail, buyer.email, `Pesanan ${code} sudah tercatat`)
  await byMail.getByRole('link', { name: '/buka/' }).click()
  await expect(byMail).toHaveURL(new RegExp(`/pesanan/${code}$`))
  await expect(byMail.getByRole('heading', { level: 1 })).toHaveText(`Pesanan ${code}`)
})
