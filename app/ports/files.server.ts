import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ok, type Result, refuse } from '#app/lib/result.ts'

export type DiskRefusal = { code: 'storage-full' } | { code: 'unavailable'; detail: string }

const UNFINISHED = '.unfinished-'
const HOUR_MS = 60 * 60_000

/**
 * Writes files into a new folder that appears whole or not at all, and is on the disk before the answer.
 * When the folder already exists it is left as it is: what was written under a name is final.
 */
export async function writeFolder(
  folder: string,
  files: Iterable<readonly [name: string, bytes: Uint8Array]>,
): Promise<Result<null, DiskRefusal>> {
  const unfinished = join(dirname(folder), UNFINISHED + randomUUID())
  try {
    await mkdir(unfinished, { recursive: true })
    for (const [name, bytes] of files) await writeSynced(join(unfinished, name), bytes)
    await rename(unfinished, folder)
    await syncFolder(dirname(folder))
    return ok(null)
  } catch (error) {
    await tidyUp(unfinished)
    return isTaken(error) ? ok(null) : refuse(diskRefusal(error))
  }
}

/** Writes one file into a folder that is there; it appears whole or not at all, in place of an older one. */
export async function writeWhole(
  file: string,
  bytes: Uint8Array | string,
): Promise<Result<null, DiskRefusal>> {
  const unfinished = join(dirname(file), UNFINISHED + randomUUID())
  try {
    await writeSynced(unfinished, bytes)
    await rename(unfinished, file)
    await syncFolder(dirname(file))
    return ok(null)
  } catch (error) {
    await tidyUp(unfinished)
    return refuse(diskRefusal(error))
  }
}

/** As far as it goes: what stays behind is swept later, and why the write failed is what matters. */
const tidyUp = (unfinished: string): Promise<void> =>
  rm(unfinished, { recursive: true, force: true }).catch(() => undefined)

/** Removes what a crash left half written; younger leftovers may belong to a process that is still writing. */
export async function sweepUnfinished(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    if (!name.startsWith(UNFINISHED)) continue
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    if (mtimeMs < Date.now() - HOUR_MS) await rm(path, { recursive: true, force: true })
  }
}

/** @returns whether the error says that there is no such file */
export const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT', 'ENOTDIR')

async function writeSynced(path: string, bytes: Uint8Array | string): Promise<void> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'wx', 0o600)
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file?.close()
  }
}

/** A new name is only safe from a power cut once the folder that holds it has been written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isTaken = (error: unknown): boolean => hasCode(error, 'ENOTEMPTY', 'EEXIST')

function diskRefusal(error: unknown): DiskRefusal {
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) return { code: 'storage-full' }
  if (error instanceof Error && 'code' in error) return { code: 'unavailable', detail: String(error.code) }
  throw error
}

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))
