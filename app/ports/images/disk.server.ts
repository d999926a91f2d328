import { readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type DiskRefusal, isMissing, sweepUnfinished, writeFolder, writeWhole } from '../files.server.ts'
import { IMAGE_WIDTHS, type ImageStore, isImageKey, type PhotoBytes, type StoreRefusal } from './images.ts'
import { contentTypeOf, makeAvif, makeWebp } from './process.server.ts'

export interface DiskImageOptions {
  folder: string
  /** Where the shop serves them; a private folder, such as proofs of transfer, has an address of its own. */
  urlPrefix?: string
}

export interface DiskImages extends ImageStore {
  /** The prepared photo in full size, to be copied elsewhere. */
  original(key: string): Promise<PhotoBytes | null>
  /** Adds the AVIF files to a stored picture. Slow: for a job. A picture removed meanwhile is no error. */
  makeAvifs(key: string): Promise<Result<null, StoreRefusal>>
}

const ORIGINAL = 'original.webp'

/** Pictures as files, one folder a picture. */
export async function diskImages(options: DiskImageOptions): Promise<DiskImages> {
  const root = resolve(options.folder)
  const urlPrefix = options.urlPrefix ?? '/gambar'
  await sweepUnfinished(root)
  return {
    store: async ({ key, bytes }) => store(folderOf(root, key), bytes),
    url: (key, width, format) => `${urlPrefix}/${key}/${width}.${format}`,
    read: (key, width, format) => read(root, key, `${width}.${format}`, `${width}.webp`),
    async remove(key) {
      await rm(folderOf(root, key), { recursive: true, force: true })
      return ok(null)
    },
    original: async (key) => (await readOrNull(join(folderOf(root, key), ORIGINAL))) as PhotoBytes | null,
    makeAvifs: async (key) => makeAvifs(folderOf(root, key)),
  }
}

function folderOf(root: string, key: string): string {
  if (!isImageKey(key)) throw new RangeError(`Not the key of a picture: ${key}`)
  return join(root, key)
}

async function store(folder: string, bytes: PhotoBytes): Promise<Result<null, DiskRefusal>> {
  const files: [string, Uint8Array][] = [[ORIGINAL, bytes]]
  for (const width of IMAGE_WIDTHS) files.push([`${width}.webp`, await makeWebp(bytes, width)])
  return writeFolder(folder, files)
}

/** Until the job has made the AVIF, its address answers with the WebP, so that a page never shows a gap. */
async function read(
  root: string,
  key: string,
  name: string,
  standIn: string,
): ReturnType<ImageStore['read']> {
  if (!isImageKey(key)) return refuse({ code: 'missing' })
  const bytes = await readOrNull(join(root, key, name))
  if (bytes) {
    return ok({ bytes, contentType: contentTypeOf(name.endsWith('avif') ? 'avif' : 'webp'), isFinal: true })
  }
  const other = await readOrNull(join(root, key, standIn))
  return other
    ? ok({ bytes: other, contentType: contentTypeOf('webp'), isFinal: false })
    : refuse({ code: 'missing' })
}

async function makeAvifs(folder: string): Promise<Result<null, DiskRefusal>> {
  const original = await readOrNull(join(folder, ORIGINAL))
  if (!original) return ok(null)
  for (const width of IMAGE_WIDTHS) {
    const file = join(folder, `${width}.avif`)
    if (await readOrNull(file)) continue
    const written = await writeWhole(file, await makeAvif(original, width))
    if (!written.ok) return written
  }
  return ok(null)
}

async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
