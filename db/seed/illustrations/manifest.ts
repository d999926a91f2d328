import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DB_FOLDER } from '#db/folder.ts'

const pictureSchema = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  widths: z.array(z.int().positive()),
  /** Where the piece sits in the frame, as shares of its side; null in a close-up. */
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  thumbhash: z.string(),
})

export type ShippedPicture = z.infer<typeof pictureSchema>

export const MANIFEST_FILE = join(DB_FOLDER, 'seed/illustrations/manifest.json')

/** Every shipped picture by its key: `<slug>` shows the whole piece, `<slug>-detail` its weave close up. */
export const readManifest = (): Record<string, ShippedPicture> =>
  z.record(z.string(), pictureSchema).parse(JSON.parse(readFileSync(MANIFEST_FILE, 'utf8')))
