import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]
const THEMES = ['light', 'dark'] as const
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

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

async function expectAccessible(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
      expect(found, `${page.url()} ${size.width} px ${colorScheme}`).toEqual([])
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways, `${page.url()} scrolls sideways at ${size.width} px`).toBeLessThanOrEqual(0)
  }
}

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
