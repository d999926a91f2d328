import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { inDatabase } from './support/demo.ts'
import { signInAsStaff } from './support/sign-in.ts'

// takes tables away from everybody: runs alone, after everything else
test.describe.configure({ mode: 'serial' })

async function expectTrouble(page: Page, path: string, title: string): Promise<void> {
  const answer = await page.goto(path)
  expect(answer?.status()).toBeGreaterThanOrEqual(500)
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expectAccessible(page)
}

test('no barrier where something broke', async ({ page }) => {
  await inDatabase(async (db) => {
    await db.query('alter table motif rename to motif_away')
    try {
      await expectTrouble(page, '/motif', 'Ada yang rusak di pihak kami')
      await expectTrouble(page, '/en/motif', 'Something broke on our side')
    } finally {
      await db.query('alter table motif_away rename to motif')
    }
  })
})

test('no barrier while the data are away, in the shop without its frame and on the desk', async ({
  page,
}) => {
  await signInAsStaff(page)
  await inDatabase(async (db) => {
    await db.query('begin')
    await db.query('lock table setting in access exclusive mode')
    await expectTrouble(page, '/en/barang', 'The shop is hard to reach')
    await expectTrouble(page, '/masuk/lupa', 'Toko sedang sulit dibuka')
    await expectTrouble(page, '/petugas/tugas', 'Toko sedang sulit dibuka')
  })
})
