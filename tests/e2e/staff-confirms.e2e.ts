import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { aBuyer, factOf, order, orderCode, rupiahIn } from './support/buyer.ts'
import { signInAsStaff } from './support/sign-in.ts'

test.use({ viewport: { width: 1280, height: 800 } })

test('staff find a transfer on the bank statement, and the buyer sees it paid', async ({ page, browser }) => {
  const shopper = await (await browser.newContext()).newPage()
  const buyer = aBuyer('Puspita')
  await order(shopper, buyer, {
    slug: 'tempat-tisu-lorong',
    group: 'Mekar Pandan',
    way: 'Ambil di perpustakaan',
    payBy: 'Transfer bank',
  })
  const code = await orderCode(shopper)
  const total = await rupiahIn(factOf(shopper, 'Transfer persis'))

  await signInAsStaff(page)
  await page.getByRole('navigation', { name: 'Petugas' }).getByRole('link', { name: 'Transfer' }).click()
  const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: code }) })
  await expect(card).toContainText(buyer.name)
  await expectAccessible(page)
  const confirm = card.getByRole('button', { name: 'Uangnya sudah masuk' })
  const amount = card.getByRole('textbox', { name: 'Jumlah di mutasi bank' })
  // the form begins at the lower edge of a window that shows the top of the page
  const top = await amount.evaluate(
    (field) => (field.closest('form')?.getBoundingClientRect().top ?? 0) + scrollY,
  )
  await page.setViewportSize({ width: 1280, height: Math.round(top) + 120 })
  await amount.fill('banyak')
  await confirm.click()
  await expect(amount).toHaveAccessibleDescription(/belum terbaca/)
  await expect(card.getByText(/belum terbaca/).last()).toBeInViewport({ ratio: 1 })
  await amount.fill(String(total))
  await confirm.click()
  await expect(page.getByRole('status')).toContainText(`${code} lunas.`)
  await expect(page.getByRole('status')).toBeInViewport()
  await expect(card).toHaveCount(0)

  await shopper.reload()
  await expect(shopper.getByRole('region', { name: 'Status' })).toContainText(
    'Pesanan sudah masuk daftar kelompok',
  )
  await expect(shopper.getByText(/Transfer bank\s· Dibayar/)).toBeVisible()

  await page.getByRole('searchbox', { name: 'Cari pesanan' }).fill(code)
  await page.getByRole('button', { name: 'Cari' }).click()
  // with the form for money that comes again
  await card.getByRole('link', { name: code }).click()
  await expect(page.getByRole('main')).toContainText(buyer.name)
  await expectAccessible(page)
})

test('staff read what the trainings led to, with what every figure means', async ({ page }) => {
  await signInAsStaff(page)
  const figures = page.getByRole('list', { name: 'Capaian dari pelatihan sampai penjualan' })
  await expect(figures.getByRole('listitem')).toHaveCount(5)
  for (const figure of await figures.getByRole('listitem').all()) await expect(figure).toContainText(/\d/)
  const lastQuarter = page.getByRole('option', { name: /^Triwulan/ }).nth(1)
  await page.goto(`/petugas?periode=${await lastQuarter.getAttribute('value')}`)
  await expect(page.getByText(/Angka triwulan .+ dihitung sampai (31|30)\s/)).toBeVisible()
  const today = new Intl.DateTimeFormat('id', { dateStyle: 'long', timeZone: 'Asia/Pontianak' }).format()
  await expect(page.getByText(`Sejak awal sampai ${today}.`)).toBeVisible()

  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Jangka waktu' }).selectOption('Sejak awal')
  await page.getByRole('button', { name: 'Tampilkan' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Capaian sejak awal')
  const link = figures.getByRole('link').last()
  const name = await link.innerText()
  await link.click()
  await expect(page).toHaveURL(/\/petugas\/definisi#/)
  const definition = page.getByRole('heading', { name, exact: true })
  await expect(definition).toBeInViewport()
  await expectAccessible(page)
})

test('no barrier on what staff work through and on their own account', async ({ page }) => {
  await signInAsStaff(page)
  for (const list of ['Pesanan', 'Tugas', 'Kelompok']) {
    await page.getByRole('navigation', { name: 'Petugas' }).getByRole('link', { name: list }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
  for (const path of ['/akun', '/akun/sandi', '/akun/dua-langkah', '/petugas/pesanan/tidak-ada']) {
    await page.goto(path)
    await expectAccessible(page)
  }
})
