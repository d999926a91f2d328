import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** `pass` carries everything, `cut` refuses and breaks connections, `silent` keeps them and carries nothing. */
export type WireState = 'pass' | 'cut' | 'silent'

export interface FlakyWire {
  /** The database's address as it is reached over the wire. */
  url: string
  set(state: WireState): void
  /** Holds everything back for so long, both ways. */
  slowDown(milliseconds: number): void
  /** Once: on the connection that has said the first, carries the second, and breaks before the answer comes back. */
  loseAnswer(after: string, to: string): void
  close(): Promise<void>
}

interface Loss {
  after: string
  to: string
}

/** What all connections of one wire share. */
interface Line {
  state: WireState
  delay: number
  loss: Loss | null
  open: Set<Socket>
}

/** A wire between the app and its database that a test can spoil. */
export async function startFlakyWire(databaseUrl: string): Promise<FlakyWire> {
  const target = new URL(databaseUrl)
  const line: Line = { state: 'pass', delay: 0, loss: null, open: new Set() }
  const server = createServer((app) => {
    if (line.state === 'cut') app.destroy()
    else join(line, app, connect(Number(target.port), target.hostname))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    set(state) {
      // what was swallowed meanwhile cannot be said again, so silence ends in a break
      if (state === 'cut' || line.state === 'silent') breakAll(line)
      line.state = state
    },
    slowDown: (milliseconds) => void (line.delay = milliseconds),
    loseAnswer: (after, to) => void (line.loss = { after, to }),
    async close() {
      breakAll(line)
      server.close()
      await once(server, 'close')
    },
  }
}

function breakAll({ open }: Line): void {
  for (const socket of open) socket.destroy()
}

function join(line: Line, app: Socket, database: Socket): void {
  for (const [one, other] of [
    [app, database],
    [database, app],
  ] as const) {
    line.open.add(one)
    one.on('error', () => undefined)
    one.once('close', () => {
      line.open.delete(one)
      other.destroy()
    })
  }
  carry(line, app, database, lossOn(line, database))
  carry(line, database, app)
}

function carry(line: Line, from: Socket, to: Socket, listen?: (said: string) => void): void {
  from.on('data', (chunk) => {
    if (line.state === 'silent') return
    listen?.(chunk.toString('latin1'))
    if (line.delay === 0) to.write(chunk)
    else setTimeout(() => to.write(chunk), line.delay)
  })
}

function lossOn(line: Line, database: Socket): (said: string) => void {
  let hasBegun = false
  return (said) => {
    if (!line.loss) return
    hasBegun ||= said.includes(line.loss.after)
    if (!hasBegun || !said.includes(line.loss.to)) return
    line.loss = null
    // the database answers only when it has done it
    database.removeAllListeners('data').once('data', () => database.destroy())
  }
}
