import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface ReceivedMail {
  messageId: string
  from: string
  to: string[]
  /** As it came, headers and all. */
  raw: string
}

export interface SmtpFault {
  /**
   * `busy` closes every connection with 421, `no-such-user` refuses the recipient for good, `later` puts it off,
   * `hang` never greets, `lost` keeps the mail and cuts the connection instead of saying so.
   */
  kind: 'busy' | 'no-such-user' | 'later' | 'hang' | 'lost'
  times?: number
}

export interface SmtpSink {
  url: string
  port: number
  control: {
    fail(fault: SmtpFault): void
    slowDown(ms: number): void
    /** Every mail that came, repeated ones too, in the order they came. */
    received(): readonly ReceivedMail[]
    countOf(messageId: string): number
    reset(): void
  }
  close(): Promise<void>
}

interface State {
  mails: ReceivedMail[]
  faults: Required<SmtpFault>[]
  delayMs: number
}

/** Starts a mail server on the loopback that delivers nothing and remembers everything. */
export async function startSmtpSink(port = 0, host = '127.0.0.1'): Promise<SmtpSink> {
  const state: State = { mails: [], faults: [], delayMs: 0 }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    converse(socket, state).catch(() => socket.destroy())
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  return {
    url: `smtp://${host}:${address.port}`,
    port: address.port,
    control: {
      fail: ({ kind, times = 1 }) => void state.faults.push({ kind, times }),
      slowDown: (ms) => void (state.delayMs = ms),
      received: () => state.mails,
      countOf: (messageId) => state.mails.filter((mail) => mail.messageId === messageId).length,
      reset: () => void Object.assign(state, { mails: [], faults: [], delayMs: 0 }),
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function take(state: State, ...kinds: SmtpFault['kind'][]): SmtpFault['kind'] | null {
  const fault = state.faults.find((one) => one.times > 0 && kinds.includes(one.kind))
  if (!fault) return null
  fault.times -= 1
  return fault.kind
}

async function converse(socket: Socket, state: State): Promise<void> {
  const opening = take(state, 'busy', 'hang')
  if (opening === 'busy') return void socket.end('421 Too busy\r\n')
  if (opening === 'hang') return
  let mail = { from: '', to: [] as string[] }
  await say(socket, state, '220 sink')
  for await (const line of linesOf(socket)) {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'DATA') {
      await say(socket, state, '354 go on')
      continue
    }
    if (line.startsWith('\0')) {
      keep(state, mail, line.slice(1))
      mail = { from: '', to: [] }
      if (take(state, 'lost')) return void socket.destroy()
      await say(socket, state, '250 kept')
      continue
    }
    if (verb === 'MAIL') mail.from = addressIn(line)
    const fault = verb === 'RCPT' ? take(state, 'no-such-user', 'later') : null
    if (verb === 'RCPT' && !fault) mail.to.push(addressIn(line))
    await say(socket, state, answerTo(verb, fault))
    if (verb === 'QUIT') return void socket.end()
  }
}

function answerTo(verb: string, fault: SmtpFault['kind'] | null): string {
  if (fault === 'no-such-user') return '550 No such user'
  if (fault === 'later') return '451 Try again later'
  if (verb === 'EHLO') return '250-sink\r\n250 8BITMIME'
  return verb === 'QUIT'
    ? '221 bye'
    : ['HELO', 'MAIL', 'RCPT', 'RSET', 'NOOP'].includes(verb)
      ? '250 ok'
      : '502 unknown'
}

/** Commands line by line; the text of a mail as one line that begins with NUL. */
async function* linesOf(socket: Socket): AsyncGenerator<string> {
  let buffer = ''
  let isText = false
  for await (const chunk of socket) {
    buffer += String(chunk)
    for (;;) {
      const mark = isText ? '\r\n.\r\n' : '\r\n'
      const end = buffer.indexOf(mark)
      if (end < 0) break
      const piece = buffer.slice(0, end)
      buffer = buffer.slice(end + mark.length)
      yield isText ? `\0${piece.replaceAll('\r\n..', '\r\n.')}` : piece
      isText = !isText && /^data$/i.test(piece)
    }
  }
}

async function say(socket: Socket, { delayMs }: State, line: string): Promise<void> {
  if (delayMs > 0) await sleep(delayMs)
  socket.write(`${line}\r\n`)
}

function keep(state: State, { from, to }: { from: string; to: string[] }, raw: string): void {
  const messageId = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? ''
  state.mails.push({ messageId, from, to, raw })
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? ''
