import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type DiskRefusal, isMissing, sweepUnfinished, writeFolder, writeWhole } from '../files.server.ts'
import { IMAGE_WIDTHS, type ImageStore, isImageKey, type PhotoBytes, type StoreRefusal } from './images.ts'
import { contentTypeOf, makeAvif, makeWebp, preparePhoto } from './process.server.ts'

export interface DiskImageOptions {
  folder: string
  /** Where the shop serves them; a private folder, such as proofs of transfer, has an address of its own. */
  urlPrefix?: string
}

export interface DiskImages extends ImageStore {
  has(key: string): boolean
  /** The prepared photo in full size, to be copied elsewhere. */
  original(key: string): Promise<PhotoBytes | null>
  /** Keeps a fact beside the picture, such as that it has been copied. */
  note(key: string, fact: string): Promise<Result<null, StoreRefusal>>
  hasNote(key: string, fact: string): boolean
  /** The pictures that lack a file, be it a note or an encoding. */
  listWithout(name: string): Promise<string[]>
}

const ORIGINAL = 'original.webp'
/** Made last, so that a picture which has it has all the others. */
const LAST_AVIF = '1280.avif'

/** Pictures as files, one folder a picture. */
export async function diskImages(options: DiskImageOptions): Promise<DiskImages> {
  const root = resolve(options.folder)
  const urlPrefix = options.urlPrefix ?? '/gambar'
  await sweepUnfinished(root)
  const listWithout = async (name: string) =>
    (await readdir(root)).filter((key) => isImageKey(key) && !existsSync(join(root, key, name)))
  return {
    prepare: preparePhoto,
    store: async ({ key, bytes }) => store(folderOf(root, key), bytes),
    url: (key, width, format) => `${urlPrefix}/${key}/${width}.${format}`,
    read: (key, width, format) => read(root, key, `${width}.${format}`, `${width}.webp`),
    async remove(key) {
      await rm(folderOf(root, key), { recursive: true, force: true })
      return ok(null)
    },
    finish: async () => finish(root, await listWithout(LAST_AVIF)),
    has: (key) => isImageKey(key) && existsSync(join(root, key, ORIGINAL)),
    original: async (key) => (await readOrNull(join(folderOf(root, key), ORIGINAL))) as PhotoBytes | null,
    note: async (key, fact) => writeWhole(join(folderOf(root, key), fact), ''),
    hasNote: (key, fact) => isImageKey(key) && existsSync(join(root, key, fact)),
    listWithout,
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

/** Until the AVIF is made, its address answers with the WebP, so that a page never shows a gap. */
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

async function finish(root: string, keys: readonly string[]): Promise<number> {
  for (const [done, key] of keys.entries()) {
    const made = await makeAvifs(join(root, key))
    if (!made.ok) return keys.length - done
  }
  return 0
}

async function makeAvifs(folder: string): Promise<Result<null, DiskRefusal>> {
  const original = await readOrNull(join(folder, ORIGINAL))
  for (const width of IMAGE_WIDTHS) {
    const file = join(folder, `${width}.avif`)
    if (existsSync(file)) continue
    const avif = original && (await makeAvif(original, width))
    if (!avif) return ok(null)
    const written = await writeWhole(file, avif)
    // A folder that is gone was removed meanwhile, which leaves nothing to do.
    if (!written.ok && existsSync(folder)) return written
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
