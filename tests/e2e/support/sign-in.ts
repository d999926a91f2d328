import { expect, type Page } from '@playwright/test'
import { readCode } from './letters.ts'

/** By phone and the six figures sent to it. */
export async function signInAsGroup(page: Page, phone: string): Promise<void> {
  await page.goto('/masuk')
  await page.getByRole('textbox', { name: 'Nomor HP kelompok' }).fill(phone)
  await page.getByRole('button', { name: 'Kirim kode' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tulis kodenya')
  const phoneOfOurs = await page.context().newPage()
  const code = await readCode(phoneOfOurs, phone.replace(/^0/, '+62').replaceAll(' ', ''))
  await phoneOfOurs.close()
  await page.getByRole('textbox', { name: 'Kode 6 angka' }).fill(code)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page).toHaveURL(/\/kelompok-saya\/pesanan$/)
}

/** The demo's two members of staff. */
const STAFF = 'petugas@demo.anyam.id'
export const HEAD = 'kepala@demo.anyam.id'

export async function signInAsStaff(page: Page): Promise<void> {
  await enterAsStaff(page, STAFF)
  await expect(page).toHaveURL(/\/petugas$/)
}

/** By e-mail and the password that goes with the demo data; as far as the door's answer. */
export async function enterAsStaff(page: Page, email: string): Promise<void> {
  await page.goto('/masuk')
  const door = page.getByRole('region', { name: 'Petugas perpustakaan' })
  await door.getByRole('textbox', { name: 'Email' }).fill(email)
  await door.getByRole('textbox', { name: 'Kata sandi' }).fill('anyaman-pandan-2020')
  await door.getByRole('button', { name: 'Masuk' }).click()
}
