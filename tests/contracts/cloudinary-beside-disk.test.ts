import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#app/lib/ids.ts'
import { cloudinaryImages } from '#app/ports/images/cloudinary.server.ts'
import { cloudinaryBesideDisk } from '#app/ports/images/cloudinary-beside-disk.server.ts'
import { diskImages } from '#app/ports/images/disk.server.ts'
import type { ImageStore, PhotoBytes } from '#app/ports/images/images.ts'
import { type CloudinaryStandIn, startCloudinaryStandIn } from '#tests/support/cloudinary/stand-in.ts'
import { photoBytes } from './photos.ts'

let cloudinary: CloudinaryStandIn
let folder: string
let cloud: ImageStore
let bytes: PhotoBytes

beforeAll(async () => {
  cloudinary = await startCloudinaryStandIn({ cloudName: 'anyam-uji', apiKey: '1234', apiSecret: 'r4has1a' })
  folder = mkdtempSync(join(tmpdir(), 'anyam-images-'))
  cloud = await cloudinaryImages({ url: cloudinary.cloudinaryUrl })
  bytes = await photoBytes()
})
beforeEach(() => cloudinary.control.reset())
afterAll(async () => {
  await cloudinary.close()
  rmSync(folder, { recursive: true })
})

const shop = async (name: string) => {
  const own = await diskImages({ folder: join(folder, name) })
  return { own, images: cloudinaryBesideDisk(cloud, own) }
}

test('while Cloudinary is away, uploads are taken and shown from the disk; later they move', async () => {
  const { images } = await shop('away')
  const keys = [newId(), newId(), newId()]
  for (const key of keys) expect(await images.store({ key, bytes })).toMatchObject({ ok: true })
  cloudinary.control.fail({ kind: '500', times: 3 })
  expect(await images.finish()).toBe(3)
  for (const key of keys) expect(images.url(key, 320, 'webp')).toBe(`/gambar/${key}/320.webp`)
  expect(await images.finish()).toBe(0)
  for (const key of keys) expect(images.url(key, 320, 'webp')).toBe(cloud.url(key, 320, 'webp'))
  expect(cloudinary.control.pictures().size).toBe(3)
})

test('a page that still has the old address gets its picture', async () => {
  const { images } = await shop('old')
  const key = newId()
  await images.store({ key, bytes })
  await images.finish()
  cloudinary.control.fail({ kind: 'hang', on: 'delivery' })
  expect(await images.read(key, 320, 'webp')).toMatchObject({ ok: true })
})

test('what is at Cloudinary is known after a restart, and by a second instance', async () => {
  const { images } = await shop('restart')
  const other = (await shop('restart')).images
  const key = newId()
  await images.store({ key, bytes })
  expect(other.url(key, 320, 'webp')).toBe(`/gambar/${key}/320.webp`)
  await images.finish()
  expect(other.url(key, 320, 'webp')).toBe(cloud.url(key, 320, 'webp'))
  expect(await other.finish()).toBe(0)
  expect(cloudinary.control.journal()).toEqual(['upload'])
})

test('a picture removed while it is on its way to Cloudinary does not stay there', async () => {
  const { own } = await shop('meanwhile')
  const key = newId()
  const store: ImageStore['store'] = async (input) => {
    const stored = await cloud.store(input)
    await own.remove(key)
    return stored
  }
  const images = cloudinaryBesideDisk({ ...cloud, store }, own)
  await images.store({ key, bytes })
  expect(await images.finish()).toBe(0)
  expect([own.has(key), cloudinary.control.pictures().size]).toEqual([false, 0])
})

test('a picture is not forgotten on the disk while it cannot be removed from Cloudinary', async () => {
  const { own, images } = await shop('removing')
  const key = newId()
  await images.store({ key, bytes })
  await images.finish()
  cloudinary.control.fail({ kind: '500', on: 'destroy' })
  expect(await images.remove(key)).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  expect(own.has(key)).toBe(true)
  expect(await images.remove(key)).toMatchObject({ ok: true })
  expect([own.has(key), cloudinary.control.pictures().size]).toEqual([false, 0])
})
