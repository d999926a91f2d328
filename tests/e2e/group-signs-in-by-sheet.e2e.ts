import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { signInAsStaff } from './support/sign-in.ts'

test('staff make a sheet, and a group signs in with it once', async ({ page, browser }) => {
  await signInAsStaff(page)
  await page.getByRole('navigation', { name: 'Petugas' }).getByRole('link', { name: 'Kelompok' }).click()
  const group = page.getByRole('row').filter({ hasText: 'Ombak Kemboja' })
  await group.getByRole('link', { name: 'Buat lembar atau kode' }).click()
  await page.getByRole('button', { name: 'Buat lembar masuk' }).click()
  const sheet = page.getByRole('region', { name: 'Lembar masuk' })
  await expect(sheet.getByRole('img', { name: 'Kode QR untuk masuk' })).toBeVisible()
  await expectAccessible(page)

  const address = await sheet.getByText('/masuk/tautan/').innerText()
  const phone = await (await browser.newContext()).newPage()
  await phone.goto(address)
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Lembar ini untuk Kelompok Ombak Kemboja')
  await expectAccessible(phone)
  await phone.getByRole('button', { name: 'Masuk sebagai Kelompok Ombak Kemboja' }).click()
  await expect(phone).toHaveURL(/\/kelompok-saya\/pesanan$/)
  await phone.goto('/akun')
  await expectAccessible(phone)

  const another = await (await browser.newContext()).newPage()
  await another.goto(address)
  await expect(another.getByRole('heading', { level: 1 })).toHaveText('Lembar ini sudah dipakai')
})
