import sharp from 'sharp'

/** A photo of a receipt as a phone would send it: large enough that the page makes it smaller first. */
export async function receiptPhoto() {
  const paper = { width: 1800, height: 2400, channels: 3 as const, background: '#f4f1ea' }
  const noise = { type: 'gaussian' as const, mean: 200, sigma: 20 }
  const buffer = await sharp({ create: { ...paper, noise } })
    .jpeg({ quality: 90 })
    .toBuffer()
  return { name: 'struk.jpg', mimeType: 'image/jpeg', buffer }
}
