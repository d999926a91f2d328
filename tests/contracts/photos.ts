import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { type Photo, type PhotoBytes } from '#app/ports/images/images.ts'
import { preparePhoto } from '#app/ports/images/process.server.ts'

/** A photo-like picture: colours that run, so that no encoder makes it trivially small. */
export function aPicture(width = 900, height = 600) {
  const pixels = Buffer.alloc(width * height * 3)
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = (i * 31 + Math.floor(i / (width * 3)) * 7) % 256
  return sharp(pixels, { raw: { width, height, channels: 3 } }).blur(3)
}

export const aJpeg = (width?: number, height?: number): Promise<Buffer> =>
  aPicture(width, height).jpeg().toBuffer()

export async function prepared(upload?: Uint8Array): Promise<Photo> {
  const result = await preparePhoto(upload ?? (await aJpeg()))
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

export const photoBytes = async (): Promise<PhotoBytes> => (await prepared()).bytes

/** A PNG of one colour, a bit a pixel, which no decoder is needed to make: 256 million pixels in 31 KB. */
export function aPngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
