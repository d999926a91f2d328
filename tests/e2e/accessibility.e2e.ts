import { expect, type Page, test } from '@playwright/test'
import { totp } from '#tests/support/totp.ts'
import { expectAccessible } from './support/accessible.ts'
import { openLetter } from './support/letters.ts'
import { enterAsStaff, HEAD } from './support/sign-in.ts'

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
  '/bantuan/tanya',
  '/tentang',
  '/privasi',
  '/aksesibilitas',
  '/j',
  // an order that this browser may not see yet: code and four digits open it
  '/pesanan/P-222222',
  '/tidak-ada',
]
const INDONESIAN_ONLY = [
  '/masuk',
  '/masuk/lupa',
  '/masuk/tautan/habis',
  '/masuk/atur-sandi/habis',
  '/lokal/surat',
]

for (const path of [
  ...SHOP.flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`]),
  ...INDONESIAN_ONLY,
]) {
  test(`no barrier on ${path}`, async ({ page }) => {
    await page.goto(path)
    await expectAccessible(page)
  })
}

/** Through the first such link, until the page it leads to is there. */
async function follow(page: Page, links: string): Promise<void> {
  const link = page.locator(links).first()
  const place = await link.getAttribute('href')
  await link.click()
  await page.waitForURL(`**${place}`)
}

for (const prefix of ['', '/en']) {
  test(`no barrier on what a list, a training and a library lead to, ${prefix || 'Indonesian'}`, async ({
    page,
  }) => {
    await page.goto(`${prefix}/barang`)
    await follow(page, 'main ul.goods a')
    await expectAccessible(page)
    await page.goto(`${prefix}/pelatihan`)
    await follow(page, 'main .training-list a')
    await expectAccessible(page)
    await follow(page, 'main a[href*="/perpustakaan/"]')
    await expectAccessible(page)
  })
}

test('no barrier on the page that asks for the code sent to a phone', async ({ page }) => {
  await page.goto('/masuk')
  await page.getByRole('textbox', { name: 'Nomor HP kelompok' }).fill('0812 0000 0002')
  await page.getByRole('button', { name: 'Kirim kode' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tulis kodenya')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Kode 6 angka' }).fill('12')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Kode 6 angka' })).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
})

test('no barrier on the way to a new password and to the second step', async ({ page }) => {
  await page.goto('/masuk/lupa')
  await page.getByRole('textbox', { name: 'Email' }).fill(HEAD)
  await page.getByRole('button', { name: 'Kirim tautan' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Periksa email Anda')
  await expectAccessible(page)
  await openLetter(page, HEAD, 'kata sandi', '/atur-sandi/')
  await expectAccessible(page)
  await page.getByRole('link', { name: '/atur-sandi/' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Buat kata sandi')
  await expectAccessible(page)

  await enterAsStaff(page, HEAD)
  await expect(page).toHaveURL(/\/petugas$/)
  await page.goto('/petugas/akun')
  await expectAccessible(page)
  await page.goto('/akun/dua-langkah')
  await page.getByRole('textbox', { name: 'kata sandi' }).fill('anyaman-pandan-2020')
  await page.getByRole('button', { name: 'Nyalakan' }).click()
  const secret = (await page.locator('code.secret').innerText()).replaceAll(' ', '')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: '6 angka dari aplikasi' }).fill(totp(secret))
  await page.getByRole('button', { name: 'Nyalakan sekarang' }).click()
  await expect(page).toHaveURL(/\/akun$/)
  await page.context().clearCookies()
  await enterAsStaff(page, HEAD)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Langkah kedua')
  await expectAccessible(page)
})
