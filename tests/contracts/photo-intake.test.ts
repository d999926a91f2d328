import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { preparePhoto } from '#app/ports/images/process.server.ts'
import { aJpeg, aPicture, aPngOf, prepared } from './photos.ts'

const codeOf = async (upload: Uint8Array) => {
  const result = await preparePhoto(upload)
  return result.ok ? 'ok' : result.error.code
}

describe('what is accepted', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    '%s becomes WebP of at most 2000 pixels a side',
    async (format) => {
      const photo = await prepared(await aPicture(2400, 1200).toFormat(format, { effort: 1 }).toBuffer())
      expect(photo).toMatchObject({ width: 2000, height: 1000 })
      expect(await sharp(photo.bytes).metadata()).toMatchObject({ format: 'webp', width: 2000, height: 1000 })
      expect(Buffer.from(photo.thumbhash, 'base64').length).toBeLessThan(40)
    },
  )

  test('a small picture is not enlarged', async () => {
    expect(await prepared(await aJpeg(300, 200))).toMatchObject({ width: 300, height: 200 })
  })

  test('a picture taken sideways is turned upright, and where it was taken is forgotten', async () => {
    const taken = await aPicture(600, 400)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge({
        IFD0: { Make: 'Samsung', ImageDescription: 'rumah Ibu Aisyah' },
        IFD3: {
          GPSLatitudeRef: 'S',
          GPSLatitude: '1/1 15/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '109/1 57/1 0/1',
        },
      })
      .toBuffer()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const photo = await prepared(taken)
    const { exif, xmp, iptc, orientation } = await sharp(photo.bytes).metadata()
    expect({ exif, xmp, iptc, orientation }).toEqual({})
    expect(photo.bytes.includes('Samsung')).toBe(false)
    expect(photo).toMatchObject({ width: 400, height: 600 })
  })

  test('what hides behind or inside a picture does not come along', async () => {
    const polyglot = Buffer.concat([await aJpeg(), Buffer.from('<script>alert(1)</script>PK\x03\x04')])
    const photo = await prepared(polyglot)
    expect(photo.bytes.includes('<script>')).toBe(false)
    expect(photo.bytes.includes('PK\x03\x04')).toBe(false)
  })
})

describe('what is refused', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'

  test.each([
    ['nothing at all', Buffer.alloc(0)],
    ['an SVG', Buffer.from(svg)],
    ['an SVG that says it is XML', Buffer.from(`<?xml version="1.0"?>${svg}`)],
    ['a page called .jpg', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a GIF that is also a script', Buffer.from('GIF89a/*\x00\x00*/=1;alert(1)')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['only the first bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    [
      'a PNG with an SVG inside',
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(svg)]),
    ],
  ])('%s is not an image', async (_, upload) => {
    expect(await codeOf(upload)).toBe('not-an-image')
  })

  test('a photo that broke off on its way is not an image', async () => {
    const whole = await aJpeg(1200, 900)
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('not-an-image')
  })

  test('a telephone’s HEIC is named, so that the page can say what to do', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\x00\x00\x00\x00mif1heic')])
    expect(await preparePhoto(heic)).toEqual({ ok: false, error: { code: 'not-an-image', isHeic: true } })
  })

  test('a PNG of 256 million pixels in few bytes is refused within a second', async () => {
    const bomb = aPngOf(16_000, 16_000)
    expect(bomb.length).toBeLessThan(40_000)
    const began = Date.now()
    expect(await codeOf(bomb)).toBe('too-many-pixels')
    expect(Date.now() - began).toBeLessThan(1_000)
  })

  test('more than twelve megabytes is refused unread', async () => {
    expect(await codeOf(Buffer.alloc(12 * 1024 * 1024 + 1, 0xff))).toBe('too-large')
  })

  test('when too many photos wait, the next is asked to come back and the others are made', async () => {
    const upload = await aJpeg()
    const codes = await Promise.all(Array.from({ length: 30 }, () => codeOf(upload)))
    expect(new Set(codes)).toEqual(new Set(['ok', 'busy']))
    expect(await codeOf(upload)).toBe('ok')
  })
})
