import { expect, type Page } from '@playwright/test'

/** On the provider's page: one press on one of its buttons. */
export async function pressOnCardPage(page: Page, button: 'Pay' | 'Decline' | 'Close'): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Pay by card' })).toBeVisible()
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** Until the provider's word has come in, by whatever way comes first. */
export async function expectPaid(page: Page, paid: string): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('region', { name: 'Status' })).toContainText(paid, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
}

/** Pays and shuts the window on the provider's thanks, so that only the provider itself can tell the shop. */
export async function payAndLeave(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Pay by card' })).toBeVisible()
  const paid = await page.request.post(`${page.url()}/pay`, { maxRedirects: 0 })
  expect(paid.status()).toBe(303)
}
