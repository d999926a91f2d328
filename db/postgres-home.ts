import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

export class DataFolderInUse extends Error {}

/** A stop after which everything is written down takes a moment, and longer on a slow disk. */
const STOP_MILLISECONDS = 20_000

/** Where a folder's PostgreSQL lives: there, or where the note in it says. */
export function homeOf(folder: string): string {
  const note = join(folder, 'where')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : folder
}

export const urlOf = (home: string, port: number): string =>
  `postgresql://anyam:${readFileSync(join(home, 'password'), 'utf8').trim()}@127.0.0.1:${port}/postgres`

/**
 * Makes this process the one that a home's PostgreSQL belongs to. A server that outlived its Anyam, because that was
 * killed, is stopped first; it has lost nothing.
 * @throws DataFolderInUse when the Anyam it belongs to still runs
 */
export async function claimHome(home: string): Promise<void> {
  refuseUsedHome(home)
  const running = findPostmaster(home)
  if (running) await stopLeftOver(home, running)
  rmSync(lockOf(home), { force: true })
  writeFileSync(ownerOf(home), String(process.pid))
}

/** @throws DataFolderInUse when the Anyam that a home's PostgreSQL belongs to still runs */
export function refuseUsedHome(home: string): void {
  const owner = ownerOf(home)
  const isOwned = existsSync(owner) && isAlive(Number(readFileSync(owner, 'utf8')))
  if (isOwned && findPostmaster(home)) throw new DataFolderInUse()
}

/** Where the server on a home can be reached, or null when none runs. */
export function runningUrl(home: string): string | null {
  const running = findPostmaster(home)
  return running && urlOf(home, running.port)
}

interface Postmaster {
  pid: number
  port: number
}

const ownerOf = (home: string) => join(home, 'owner')
const lockOf = (home: string) => join(home, 'cluster', 'postmaster.pid')

/** PostgreSQL writes its process and its port where its data are. */
function findPostmaster(home: string): Postmaster | null {
  const lock = lockOf(home)
  if (!existsSync(lock)) return null
  const [pid, , , port] = readFileSync(lock, 'utf8').split('\n').map(Number)
  return pid && port && isAlive(pid) && isPostgres(pid) ? { pid, port } : null
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // somebody else's process: as root, PostgreSQL runs as another user
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** After a power cut the number may be somebody else's; where the system cannot say, it is believed. */
function isPostgres(pid: number): boolean {
  const name = `/proc/${pid}/comm`
  return !existsSync(name) || readFileSync(name, 'utf8').startsWith('postgres')
}

async function stopLeftOver(home: string, { pid, port }: Postmaster): Promise<void> {
  if (!(await knowsPassword(urlOf(home, port)))) throw new DataFolderInUse()
  process.kill(pid, 'SIGINT')
  if (await hasLeft(pid)) return
  // it waits for what may never come, such as room on the disk; what it has written already is enough to go on from
  process.kill(pid, 'SIGQUIT')
  if (!(await hasLeft(pid))) throw new DataFolderInUse()
}

async function hasLeft(pid: number): Promise<boolean> {
  const deadline = Date.now() + STOP_MILLISECONDS
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await new Promise((resume) => setTimeout(resume, 50))
  }
  return true
}

/** Proof that the server is this home's, before it is told to stop. */
async function knowsPassword(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
