import { DataFolderInUse } from '#db/local-postgres.ts'
import { BadEnvironment } from './platform/env.server.ts'
import { type Running, start, type Web } from './start.server.ts'

function explain(error: unknown): string {
  if (error instanceof BadEnvironment) return error.message
  if (error instanceof DataFolderInUse) {
    return 'Anyam lain sedang memakai folder data ini. Hentikan yang itu dulu, atau pakai DATA_DIR lain.\n(Another Anyam is using this data folder. Stop it first, or choose another DATA_DIR.)'
  }
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE')
    return 'Port ini sedang dipakai. Pilih yang lain dengan PORT=3001 npm start. (This port is in use; choose another with PORT.)'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Runs Anyam until the process is told to leave, then drains; what goes wrong at the start is said in words. */
export async function runUntilStopped(loadWeb: () => Promise<Web>): Promise<void> {
  const starting = start(loadWeb)
  const leave = () => void leaveAfter(starting)
  process.once('SIGTERM', leave)
  process.once('SIGINT', leave)
  try {
    await starting
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exit(1)
  }
}

async function leaveAfter(starting: Promise<Running>): Promise<void> {
  const running = await starting.catch(() => undefined)
  await running?.stop()
  process.exit(0)
}
