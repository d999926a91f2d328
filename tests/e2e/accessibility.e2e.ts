import { test } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'

/** Pages in both languages that need nothing but an address. */
const SHOP = [
  '/',
  '/barang',
  '/barang?q=zzzz&siap=1',
  '/barang?motif=pucuk-rebung&maks=150000',
  '/barang/jenis/tas',
  '/motif',
  '/motif/pucuk-rebung',
  '/kelompok',
  '/kelompok/peramas-indah',
  '/kelompok/seroja',
  '/pelatihan',
  '/dampak',
  '/dampak/cara-hitung',
  '/keranjang',
  '/pesanan/lacak',
  '/bantuan',
  '/bantuan/kirim',
  '/bantuan/bayar',
  '/bantuan/kembali',
  '/bantuan/luar-negeri',
  '/tentang',
  '/privasi',
  '/aksesibilitas',
  '/j',
  '/tidak-ada',
]
const INDONESIAN_ONLY = ['/masuk', '/masuk/lupa', '/lokal/surat']

for (const path of [
  ...SHOP.flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`]),
  ...INDONESIAN_ONLY,
]) {
  test(`no barrier on ${path}`, async ({ page }) => {
    await page.goto(path)
    await expectAccessible(page)
  })
}

for (const prefix of ['', '/en']) {
  test(`no barrier on what a list, a training and a library lead to, ${prefix || 'Indonesian'}`, async ({
    page,
  }) => {
    await page.goto(`${prefix}/barang`)
    await page.locator('main ul.goods a').first().click()
    await expectAccessible(page)
    await page.goto(`${prefix}/pelatihan`)
    await page.locator('main .training-list a').first().click()
    await expectAccessible(page)
    await page.locator(`main a[href*="/perpustakaan/"]`).first().click()
    await expectAccessible(page)
  })
}
