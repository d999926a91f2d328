import type { Page } from '@playwright/test'
import sharp from 'sharp'

/** Chooses the photo of a receipt, large as a phone sends it, and waits until the page shows it, made smaller. */
export async function chooseReceipt(page: Page): Promise<void> {
  const paper = { width: 1800, height: 2400, channels: 3 as const, background: '#f4f1ea' }
  const noise = { type: 'gaussian' as const, mean: 200, sigma: 20 }
  const buffer = await sharp({ create: { ...paper, noise } })
    .jpeg({ quality: 90 })
    .toBuffer()
  await page
    .getByLabel('Foto struk atau tangkapan layar')
    .setInputFiles({ name: 'struk.jpg', mimeType: 'image/jpeg', buffer })
  // it comes above the button, which a press in that very moment would miss
  await page.locator('canvas.chosen-photo').waitFor()
}
