import { expect, type Page } from '@playwright/test'

/** Opens the letter with this subject that went to this address; letters leave a moment after what they tell of. */
export async function openLetter(page: Page, to: string, subject: string, link = '/buka/'): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: to }).filter({ hasText: subject })
  await expect(async () => {
    await page.goto('/lokal/surat')
    await expect(row.first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await row.first().getByRole('link').click()
  await expect(page.getByRole('link', { name: link })).toBeVisible()
}

/** The newest six figures sent to this phone. */
export async function readCode(page: Page, phone: string): Promise<string> {
  const row = page.getByRole('row').filter({ hasText: phone }).filter({ hasText: 'Kode masuk' })
  await expect(async () => {
    await page.goto('/lokal/surat')
    await expect(row.first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  return /\d{6}/.exec(await row.first().getByRole('link').innerText())?.[0] ?? ''
}
