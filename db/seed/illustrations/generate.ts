/**
 * Writes the demo pictures into public/ilustrasi, and what the shop must know about them into manifest.json.
 * Run with `npx tsx db/seed/illustrations/generate.ts`, or with slugs to redraw only those.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import sharp from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { demoProducts } from '#db/seed/demo/products.ts'
import { drawIllustration, FRAME, type Picture } from './draw.ts'
import { MANIFEST_FILE, readManifest, type ShippedPicture } from './manifest.ts'
import { drawSocialCard } from './social-card.ts'

const FOLDER = resolve(import.meta.dirname, '../../../public/ilustrasi')
const WIDTHS = [160, 320, 640]
/** Drawn at twice the largest width, so that fine strips come down clean. */
const MASTER = 1280
/** A close-up is all edges: it needs fewer bits for the same look. */
const QUALITY = { whole: { avif: 46, webp: 52 }, detail: { avif: 38, webp: 40 } }
/** On a phone twenty cards come before anybody scrolls: at their size what this leaves out is not seen. */
const SMALL_AVIF = { width: 320, quality: 32 }
const CARD_QUALITY = 56

type View = keyof typeof QUALITY

async function writePicture(key: string, picture: Picture, view: View): Promise<ShippedPicture> {
  const { svg, box } = drawIllustration(picture, view)
  const { data, info } = await sharp(Buffer.from(svg), { density: (72 * MASTER) / FRAME })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  for (const width of WIDTHS) {
    const sized = sharp(data, { raw: info }).resize(width)
    const file = resolve(FOLDER, `${key}-${width}`)
    const quality = width === SMALL_AVIF.width ? SMALL_AVIF.quality : QUALITY[view].avif
    await sized.clone().avif({ quality, effort: 5 }).toFile(`${file}.avif`)
    await sized.clone().webp({ quality: QUALITY[view].webp, effort: 5 }).toFile(`${file}.webp`)
  }
  const tiny = await sharp(data, { raw: info }).resize(100).ensureAlpha().raw().toBuffer()
  const thumbhash = Buffer.from(rgbaToThumbHash(100, 100, tiny)).toString('base64')
  const largest = Math.max(...WIDTHS)
  return { width: largest, height: largest, widths: WIDTHS, box: view === 'whole' ? box : null, thumbhash }
}

async function writeSocialCard(): Promise<void> {
  const card = sharp(Buffer.from(drawSocialCard())).flatten()
  await card.jpeg({ quality: CARD_QUALITY, mozjpeg: true }).toFile(resolve(FOLDER, 'anyam-og.jpg'))
}

/** Other pictures live in the folder too: only those that an earlier run listed may go. */
function removeStale(earlier: readonly string[], current: Record<string, ShippedPicture>): void {
  for (const key of earlier.filter((earlierKey) => !(earlierKey in current))) {
    for (const width of WIDTHS) {
      for (const format of ['avif', 'webp'])
        rmSync(resolve(FOLDER, `${key}-${width}.${format}`), { force: true })
    }
  }
}

async function generate(only: readonly string[]): Promise<void> {
  sharp.concurrency(1)
  mkdirSync(FOLDER, { recursive: true })
  const known = existsSync(MANIFEST_FILE) ? readManifest() : {}
  const pictures: Record<string, ShippedPicture> = {}
  for (const { slug, picture } of demoProducts) {
    for (const view of ['whole', 'detail'] as const) {
      const key = view === 'whole' ? slug : `${slug}-detail`
      const kept = only.length === 0 || only.includes(slug) ? undefined : known[key]
      pictures[key] = kept ?? (await writePicture(key, picture, view))
    }
    console.log(slug)
  }
  await writeSocialCard()
  removeStale(Object.keys(known), pictures)
  writeFileSync(MANIFEST_FILE, `${JSON.stringify(pictures, null, 1)}\n`)
}

await generate(process.argv.slice(2))
