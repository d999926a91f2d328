import { ok } from '#app/lib/result.ts'
import type { DiskImages } from './disk.server.ts'
import type { ImageStore } from './images.ts'

const COPIED = 'at-cloudinary'
/** So many, and Cloudinary is away; fewer, and it may be the picture. */
const ENOUGH_FAILURES = 3

/**
 * Pictures served by Cloudinary, each from the moment its copy there is acknowledged; until then, and while Cloudinary
 * is away, from our own disk. So an upload never waits for Cloudinary, and a shop that turns it on later has its older
 * pictures copied by the next `finish`.
 * @see docs/decisions/0012-pictures-are-made-anew.md
 */
export function cloudinaryBesideDisk(cloud: ImageStore, disk: DiskImages): ImageStore {
  const copied = new Set<string>()
  const isCopied = (key: string): boolean => {
    if (!copied.has(key) && disk.hasNote(key, COPIED)) copied.add(key)
    return copied.has(key)
  }
  const placeOf = (key: string): ImageStore => (disk.has(key) && !isCopied(key) ? disk : cloud)
  return {
    prepare: (upload) => disk.prepare(upload),
    store: (input) => disk.store(input),
    url: (key, width, format) => placeOf(key).url(key, width, format),
    read: (key, width, format) => (disk.has(key) ? disk : cloud).read(key, width, format),
    async remove(key) {
      const gone = await cloud.remove(key)
      return gone.ok ? disk.remove(key) : gone
    },
    async finish() {
      const waiting = await disk.listWithout(COPIED)
      let failed = 0
      for (const [done, key] of waiting.entries()) {
        if (failed === ENOUGH_FAILURES) return waiting.length - done + failed
        if (!(await copy(cloud, disk, key)).ok) failed += 1
      }
      return failed
    },
  }
}

async function copy(cloud: ImageStore, disk: DiskImages, key: string): ReturnType<ImageStore['store']> {
  const bytes = await disk.original(key)
  if (!bytes) return ok(null)
  const stored = await cloud.store({ key, bytes })
  if (!stored.ok) return stored
  const noted = await disk.note(key, COPIED)
  // Removed while it was on its way: then it must not stay where it arrived.
  return disk.has(key) ? noted : cloud.remove(key)
}
