import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/lib/ids.ts'
import { cloudinaryImages } from '#app/ports/images/cloudinary.server.ts'
import { cloudinaryBesideDisk } from '#app/ports/images/cloudinary-beside-disk.server.ts'
import { type DiskImages, diskImages } from '#app/ports/images/disk.server.ts'
import { type ImageStore, type PhotoBytes, parseImageName, widthsFor } from '#app/ports/images/images.ts'
import { type CloudinaryStandIn, startCloudinaryStandIn } from '#tests/support/cloudinary/stand-in.ts'
import { photoBytes } from './photos.ts'

const account = { cloudName: 'anyam-uji', apiKey: '1234', apiSecret: 'r4has1a' }
let cloudinary: CloudinaryStandIn
let folder: string
let disk: DiskImages
let cloud: ImageStore
let both: ImageStore
let bytes: PhotoBytes

beforeAll(async () => {
  cloudinary = await startCloudinaryStandIn(account)
  folder = mkdtempSync(join(tmpdir(), 'anyam-images-'))
  disk = await diskImages({ folder })
  cloud = await cloudinaryImages({ url: cloudinary.cloudinaryUrl })
  both = cloudinaryBesideDisk(cloud, await diskImages({ folder: join(folder, 'both') }))
  bytes = await photoBytes()
})
beforeEach(() => cloudinary.control.reset())
afterAll(async () => {
  await cloudinary.close()
  rmSync(folder, { recursive: true })
})

describe.each([
  ['disk', () => disk as ImageStore],
  ['Cloudinary', () => cloud],
  ['Cloudinary beside disk', () => both],
])('pictures kept by %s', (_, store) => {
  test('come back in every width and format, and are gone once removed', async () => {
    const key = newId()
    expect(await store().store({ key, bytes })).toEqual({ ok: true, value: null })
    for (const width of [160, 640] as const) {
      for (const format of ['webp', 'avif'] as const) {
        const file = await store().read(key, width, format)
        if (!file.ok) throw new Error(file.error.code)
        expect((await sharp(file.value.bytes).metadata()).width).toBe(width)
      }
    }
    expect(await store().remove(key)).toEqual({ ok: true, value: null })
    expect(await store().read(key, 160, 'webp')).toMatchObject({ ok: false, error: { code: 'missing' } })
    expect(await store().remove(key)).toEqual({ ok: true, value: null })
  })

  test('are not enlarged', async () => {
    const key = newId()
    await store().store({ key, bytes })
    const file = await store().read(key, 1280, 'webp')
    if (!file.ok) throw new Error(file.error.code)
    expect((await sharp(file.value.bytes).metadata()).width).toBe(900)
  })

  test('stay as they are when the same key is stored again', async () => {
    const key = newId()
    const stored = await Promise.all([1, 2, 3].map(() => store().store({ key, bytes })))
    expect(stored.every((result) => result.ok)).toBe(true)
    expect(await store().read(key, 320, 'webp')).toMatchObject({ ok: true })
  })

  test.each(['../etc/passwd', 'a/b', '', '.unfinished-1', 'A', '%2e'])(
    'never have the key %j',
    async (key) => {
      expect(await store().read(key, 160, 'webp')).toMatchObject({ ok: false, error: { code: 'missing' } })
      await expect(store().store({ key, bytes })).rejects.toThrow(RangeError)
      await expect(store().remove(key)).rejects.toThrow(RangeError)
    },
  )
})

describe('disk', () => {
  test('gives addresses under the prefix of the folder', async () => {
    expect(disk.url('abc', 320, 'webp')).toBe('/gambar/abc/320.webp')
    const proofs = await diskImages({ folder: join(folder, 'bukti'), urlPrefix: '/petugas/bukti' })
    expect(proofs.url('abc', 640, 'avif')).toBe('/petugas/bukti/abc/640.avif')
  })

  test('answers for AVIF with WebP until it is made, and says so', async () => {
    const own = await diskImages({ folder: join(folder, 'own') })
    const key = newId()
    await own.store({ key, bytes })
    expect(await own.read(key, 320, 'avif')).toMatchObject({
      value: { contentType: 'image/webp', isFinal: false },
    })
    expect(await own.finish()).toBe(0)
    expect(await own.read(key, 320, 'avif')).toMatchObject({
      value: { contentType: 'image/avif', isFinal: true },
    })
    expect(await own.listWithout('1280.avif')).toEqual([])
  })

  test('keeps the photo in full size for a copy elsewhere', async () => {
    const key = newId()
    await disk.store({ key, bytes })
    expect(await disk.original(key)).toEqual(bytes)
    expect(await disk.original(newId())).toBeNull()
  })

  test('clears away what a crash left half written, and only that', async () => {
    const own = mkdtempSync(join(tmpdir(), 'anyam-images-'))
    for (const name of ['.unfinished-old', '.unfinished-new', 'whole']) mkdirSync(join(own, name))
    utimesSync(join(own, '.unfinished-old'), new Date(0), new Date(0))
    await diskImages({ folder: own })
    expect(readdirSync(own).sort()).toEqual(['.unfinished-new', 'whole'])
    rmSync(own, { recursive: true })
  })

  test.skipIf(!canMount())('refuses in a word when it is full, and leaves nothing behind', async () => {
    const small = mkdtempSync(join(tmpdir(), 'anyam-full-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', small])
    try {
      const full = await diskImages({ folder: small })
      expect(await full.store({ key: newId(), bytes })).toEqual({
        ok: false,
        error: { code: 'storage-full' },
      })
      expect(readdirSync(small)).toEqual([])
    } finally {
      execFileSync('umount', [small])
      rmSync(small, { recursive: true })
    }
  })
})

describe('Cloudinary', () => {
  test('is asked with a signature, and refuses another account’s', async () => {
    const key = newId()
    await cloud.store({ key, bytes })
    expect(cloudinary.control.pictures().get(`anyam/${key}`)).toEqual(bytes)
    const stranger = await cloudinaryImages({
      url: cloudinary.cloudinaryUrl.replace(account.apiSecret, 'tebakan'),
    })
    const refused = await stranger.store({ key: newId(), bytes })
    expect(refused).toMatchObject({
      error: { code: 'unavailable', detail: expect.stringContaining('Invalid Signature') },
    })
    expect(await stranger.read(key, 160, 'webp')).toMatchObject({ error: { code: 'unavailable' } })
  })

  test('serves from its own host unless a stand-in is set', async () => {
    const real = await cloudinaryImages({ url: 'cloudinary://1:2@demo' })
    expect(real.url('abc', 320, 'webp')).toMatch(
      /^https:\/\/res\.cloudinary\.com\/demo\/image\/upload\/s--[\w-]{8}--\/c_limit,q_auto,w_320\/v1\/anyam\/abc\.webp$/,
    )
    const europe = await cloudinaryImages({
      url: 'cloudinary://1:2@demo?upload_prefix=https://api-eu.cloudinary.com',
    })
    expect(europe.url('abc', 320, 'webp')).toBe(real.url('abc', 320, 'webp'))
    expect(cloud.url('abc', 320, 'webp').startsWith(cloudinary.url)).toBe(true)
  })

  test.each(['500', '502-html', 'hang', 'drip', 'reset'] as const)(
    '%s is a refusal in time, and a later try works',
    async (kind) => {
      const key = newId()
      const url = cloudinary.cloudinaryUrl
      const impatient = await cloudinaryImages({ url, timeoutMs: 500, deadlineMs: 1_500 })
      cloudinary.control.fail({ kind, on: 'upload' })
      cloudinary.control.fail({ kind, on: 'destroy' })
      const began = Date.now()
      expect(await impatient.store({ key, bytes })).toMatchObject({
        ok: false,
        error: { code: 'unavailable' },
      })
      expect(Date.now() - began).toBeLessThan(4_000)
      expect(await impatient.remove(key)).toMatchObject({ ok: false, error: { code: 'unavailable' } })
      expect(await cloud.store({ key, bytes })).toMatchObject({ ok: true })
      expect(await cloud.remove(key)).toMatchObject({ ok: true })
    },
  )
})

test('the widths offered reach just past the picture’s own', () => {
  expect(widthsFor(2000)).toEqual([160, 320, 640, 1280])
  expect(widthsFor(640)).toEqual([160, 320, 640])
  expect(widthsFor(500)).toEqual([160, 320, 640])
  expect(widthsFor(20)).toEqual([160])
})

test('only the widths and formats that are kept have addresses', () => {
  expect(parseImageName('640.avif')).toEqual({ width: 640, format: 'avif' })
  for (const name of ['641.avif', '640.png', '0640.webp', '640.webp/..', 'original.webp', '']) {
    expect(parseImageName(name)).toBeNull()
  }
})

function canMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), 'anyam-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe], { stdio: 'ignore' })
    execFileSync('umount', [probe], { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    rmSync(probe, { recursive: true })
  }
}
