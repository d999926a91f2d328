import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, type Response, test } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { aBuyer, order } from './support/buyer.ts'
import { inDatabase } from './support/demo.ts'
import { chooseReceipt } from './support/photo.ts'
import { signInAsStaff } from './support/sign-in.ts'

// takes tables, folders and tries away from everybody: runs alone, after everything else
test.describe.configure({ mode: 'serial' })

async function expectTrouble(page: Page, path: string, title: string): Promise<void> {
  const answer = await page.goto(path)
  expect(answer?.status()).toBeGreaterThanOrEqual(500)
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expectAccessible(page)
}

/** Presses the page's own button; what the form answers is there to be looked at. */
async function send(page: Page, button: string): Promise<Response> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.waitForEvent('load'),
    page.getByRole('main').getByRole('button', { name: button, exact: true }).click(),
  ])
  return answer
}

/** What somebody does who does not give up: the page's form is sent over and over, and the last time by hand. */
async function expectRefusedInTheEnd(page: Page, button: string): Promise<void> {
  const answers = await page
    .getByRole('main')
    .getByRole('button', { name: button, exact: true })
    .evaluate(async (pressed: HTMLButtonElement) => {
      if (!pressed.form) throw new Error('The button sends nothing')
      const { enctype } = pressed.form
      const filled = new FormData(pressed.form, pressed)
      const body =
        enctype === 'multipart/form-data' ? filled : new URLSearchParams([...filled] as [string, string][])
      const address = pressed.form.getAttribute('action') ?? location.href
      const attempts = Array.from({ length: 25 }, () => fetch(address, { method: 'POST', body }))
      return (await Promise.all(attempts)).map(({ status }) => status)
    })
  expect(answers).toContain(429)
  expect((await send(page, button)).status()).toBe(429)
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
}

test('no barrier where a photo cannot be kept, nor where it was sent too often', async ({ page }) => {
  await order(page, aBuyer('Penuh'), {
    slug: 'kipas-siku-keluang',
    group: 'Seroja',
    way: 'Kurir Contoh',
    payBy: 'Transfer bank',
  })
  const proofs = join(process.env['E2E_DATA_DIR'] ?? '', 'proofs')
  await rename(proofs, `${proofs}-away`)
  try {
    await writeFile(proofs, '')
    await chooseReceipt(page)
    expect((await send(page, 'Kirim bukti')).status()).toBe(503)
    await expect(page.getByRole('alert')).toBeVisible()
    await expectAccessible(page)
    await expectRefusedInTheEnd(page, 'Kirim bukti')
  } finally {
    await rm(proofs)
    await rename(`${proofs}-away`, proofs)
  }
})

for (const { lost, code, digits, button } of [
  { lost: '/pesanan/lacak', code: 'Kode pesanan', digits: 'Empat angka terakhir', button: 'Lacak' },
  { lost: '/en/pesanan/lacak', code: 'Order code', digits: 'Last four digits', button: 'Track' },
]) {
  test(`no barrier where an order was looked for too often, ${lost}`, async ({ page }) => {
    await page.goto(lost)
    await page.getByRole('textbox', { name: code }).fill('P-222222')
    await page.getByRole('textbox', { name: digits }).fill('0000')
    await expectRefusedInTheEnd(page, button)
  })
}

test('no barrier where staff and a group tried their door too often', async ({ page }) => {
  await page.goto('/masuk')
  await page.getByRole('textbox', { name: 'Email' }).fill('sasaran@demo.anyam.id')
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill('bukan ini')
  await expectRefusedInTheEnd(page, 'Masuk')
  await page.goto('/masuk')
  await page.getByRole('textbox', { name: 'Nomor HP kelompok' }).fill('0812 9999 9003')
  await expectRefusedInTheEnd(page, 'Kirim kode')
})

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

test('what was typed at the desk while the data are away stands there again when they are back', async ({
  page,
}) => {
  await signInAsStaff(page)
  await page.goto('/petugas/kelompok')
  await page.locator('main a[href*="/tautan"]').first().click()
  await page.getByRole('textbox', { name: 'Siapa yang memegang HP ini?' }).fill('Bu Contoh')
  await inDatabase(async (db) => {
    await db.query('begin')
    await db.query('lock table setting in access exclusive mode')
    await db.query('lock table app_user in access exclusive mode')
    await page.getByRole('button', { name: 'Tambah HP' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Toko sedang sulit dibuka')
  })
  await page.goBack()
  const holder = page.getByRole('textbox', { name: 'Siapa yang memegang HP ini?' })
  await expect(holder).toHaveValue('Bu Contoh')
  // and no longer once it has been taken
  await page.getByRole('textbox', { name: 'Nomor HP kelompok' }).fill('0812 0000 7771')
  await page.getByRole('button', { name: 'Tambah HP' }).click()
  await expect(page.getByText('0812-0000-7771')).toBeVisible()
  await expect(holder).toHaveValue('')
})

test('no barrier while the data are away, in the shop without its frame and on the desk', async ({
  page,
}) => {
  await signInAsStaff(page)
  await inDatabase(async (db) => {
    await db.query('begin')
    await db.query('lock table setting in access exclusive mode')
    // at once: each is answered only when the patience with the database has ended
    await Promise.all([
      expectTrouble(page, '/en/barang', 'The shop is hard to reach'),
      expectTrouble(await page.context().newPage(), '/masuk/lupa', 'Toko sedang sulit dibuka'),
      expectTrouble(await page.context().newPage(), '/petugas/tugas', 'Toko sedang sulit dibuka'),
    ])
  })
})
