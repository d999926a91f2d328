import sharp from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { inTurn, isCrowded } from './image-queue.server.ts'
import type { ImageFormat, ImageWidth, Photo, PhotoBytes, PhotoRefusal } from './images.ts'

sharp.concurrency(1)
sharp.cache(false)

const MOST_BYTES = 12 * 1024 * 1024
const MOST_PIXELS = 40e6
const MOST_PIXELS_A_SIDE = 2000
const DECODING = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true } as const

/**
 * Makes an upload safe to keep and to show.
 * The first bytes decide whether sharp sees it at all, since sharp would also run SVG; then it must decode to the end.
 * @see docs/decisions/0012-pictures-are-made-anew.md
 */
export async function preparePhoto(upload: Uint8Array): Promise<Result<Photo, PhotoRefusal>> {
  if (upload.byteLength > MOST_BYTES) return refuse({ code: 'too-large' })
  const kind = kindOf(Buffer.from(upload.buffer, upload.byteOffset, Math.min(upload.byteLength, 16)))
  if (!kind) return refuse({ code: 'not-an-image', isHeic: false })
  if (isCrowded()) return refuse({ code: 'busy' })
  try {
    return ok(await inTurn(() => makeAnew(upload)))
  } catch (error) {
    return refuse(refusalFor(error, kind === 'heic'))
  }
}

async function makeAnew(upload: Uint8Array): Promise<Photo> {
  const { data, info } = await sharp(upload, DECODING)
    .autoOrient()
    .resize({
      width: MOST_PIXELS_A_SIDE,
      height: MOST_PIXELS_A_SIDE,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .webp({ quality: 86 })
    .toBuffer({ resolveWithObject: true })
  return {
    bytes: data as PhotoBytes,
    width: info.width,
    height: info.height,
    thumbhash: await thumbhashOf(data),
  }
}

async function thumbhashOf(bytes: Uint8Array): Promise<string> {
  const { data, info } = await sharp(bytes)
    .resize({ width: 100, height: 100, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64')
}

/** One width of a prepared photo as WebP, quick enough while somebody waits. */
export const makeWebp = (photo: Uint8Array, width: ImageWidth): Promise<Buffer> =>
  inTurn(() => inWidth(photo, width).webp({ quality: 76 }).toBuffer())

/**
 * The same as AVIF, up to half the size and several times slower: for a job, and behind every photo someone waits for.
 * Effort 2 because 4 takes eight times as long for files of the same size, and an upload may have to wait for one.
 */
export const makeAvif = (photo: Uint8Array, width: ImageWidth): Promise<Buffer> =>
  inTurn(() => inWidth(photo, width).avif({ quality: 52, effort: 2 }).toBuffer(), { isUrgent: false })

const inWidth = (photo: Uint8Array, width: ImageWidth) =>
  sharp(photo, DECODING).resize({ width, withoutEnlargement: true })

export const contentTypeOf = (format: ImageFormat): string => `image/${format}`

type Kind = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic'

function kindOf(start: Buffer): Kind | null {
  if (start.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (start.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png'
  const text = start.toString('latin1')
  if (/^RIFF.{4}WEBP/s.test(text)) return 'webp'
  if (/^.{4}ftypavi[fs]/s.test(text)) return 'avif'
  return /^.{4}ftyp(he[iv][cxms]|mif1|msf1)/s.test(text) ? 'heic' : null
}

function refusalFor(error: unknown, isHeic: boolean): PhotoRefusal {
  if (!(error instanceof Error)) throw error
  return /pixel limit/.test(error.message) ? { code: 'too-many-pixels' } : { code: 'not-an-image', isHeic }
}
