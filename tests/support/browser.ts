import { existsSync } from 'node:fs'

const INSTALLED = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export interface Browser {
  executablePath: string
  args: string[]
}

/** A Chromium that is on the machine, else the one inside an npm package, with the system libraries it brings along. */
export async function findBrowser(): Promise<Browser> {
  const quiet = [
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ]
  // the browser's sandbox cannot work as root or in most containers; it only ever opens our own pages
  const args = ['--no-sandbox', '--disable-gpu', ...quiet]
  const installed = INSTALLED.find((path) => path && existsSync(path))
  if (installed) return { executablePath: installed, args }
  // makes the package unpack NSS and friends, and point LD_LIBRARY_PATH at them
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  // without the package's own arguments: its single process dies with the first page that is closed
  return { executablePath: await packed.executablePath(), args }
}
