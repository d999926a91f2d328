import { explainFailure } from './explain-failure.server.ts'
import { start, type Web } from './start.server.ts'

/** Runs Anyam until the process is told to leave, then drains; what goes wrong at the start is said in words. */
export async function runUntilStopped(loadWeb: () => Promise<Web>): Promise<void> {
  const leaving = new AbortController()
  // each time: whoever asks twice would else leave the database running behind
  process.on('SIGTERM', () => leaving.abort())
  process.on('SIGINT', () => leaving.abort())
  followNpm(() => leaving.abort())
  // who read along has left, as `tee` does at Ctrl-C: no reason to leave the database behind
  process.stdout.on('error', () => undefined)
  try {
    const running = await start(loadWeb, leaving.signal)
    leaving.signal.addEventListener('abort', () => void running.stop().then(() => process.exit(0)))
  } catch (error) {
    if (leaving.signal.aborted) process.exit(0)
    process.stderr.write(`${explainFailure(error)}\n`)
    process.exit(1)
  }
}

const LOOK_MILLISECONDS = 500

/** npm tells its shell to stop, but the shell tells nobody: without this a stopped `npm start` would go on in the dark. */
function followNpm(leave: () => void): void {
  if (!process.env['npm_lifecycle_event']) return
  const shell = process.ppid
  setInterval(() => {
    if (process.ppid !== shell) leave()
  }, LOOK_MILLISECONDS).unref()
}
