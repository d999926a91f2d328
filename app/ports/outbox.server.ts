import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ok, type Result } from '#app/lib/result.ts'
import { type DiskRefusal, isMissing, sweepUnfinished, writeWhole } from './files.server.ts'
import { isLetterId } from './letter-id.ts'

/** What was sent, kept as one file a letter, for whoever runs the shop without a mail server or a gateway. */
export interface Outbox<Letter> {
  /** Putting the same id again keeps the first. */
  put: (letter: Letter) => Promise<Result<null, DiskRefusal>>
  /** The newest first. */
  list: (limit?: number) => Promise<Sent<Letter>[]>
  read: (id: string) => Promise<Sent<Letter> | null>
  /** One that is not there is as good as removed. */
  remove: (id: string) => Promise<void>
}

export type Sent<Letter> = Letter & { sentAt: string }

/** Sign-in codes lie here in the open, so the folder is the owner's alone, and no production should use it. */
export async function openOutbox<Letter extends { id: string }>(folder: string): Promise<Outbox<Letter>> {
  const root = resolve(folder)
  await sweepUnfinished(root)
  const read = async (id: string) => (isLetterId(id) ? readLetter<Letter>(join(root, fileOf(id))) : null)
  return {
    read,
    async put(letter) {
      if (await read(letter.id)) return ok(null)
      const sent: Sent<Letter> = { ...letter, sentAt: new Date().toISOString() }
      return writeWhole(join(root, fileOf(letter.id)), JSON.stringify(sent, null, 2))
    },
    async remove(id) {
      if (isLetterId(id)) await rm(join(root, fileOf(id)), { force: true })
    },
    async list(limit = 200) {
      const files = await newestFirst(root)
      const letters = await Promise.all(
        files.slice(0, limit).map((file) => readLetter<Letter>(join(root, file))),
      )
      return letters.filter((letter) => letter !== null)
    },
  }
}

/** Ids hold colons, which some file systems do not allow; they never hold dots, so none is mistaken for another. */
const fileOf = (id: string): string => `${id.replaceAll(':', '.')}.json`

async function newestFirst(root: string): Promise<string[]> {
  const names = (await readdir(root)).filter((name) => name.endsWith('.json'))
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(root, name))).mtimeMs })),
  )
  return dated.sort((a, b) => b.at - a.at).map(({ name }) => name)
}

async function readLetter<Letter>(file: string): Promise<Sent<Letter> | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
