import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/lib/ids.ts'
import { type FileMessages, fileMessages } from '#app/ports/messages/file.server.ts'
import type { Messages, TextMessage } from '#app/ports/messages/messages.ts'
import { webhookMessages } from '#app/ports/messages/webhook.server.ts'

type Answer = (req: IncomingMessage, res: ServerResponse) => void

let gateway: Server
let answer: Answer
let calls: { headers: IncomingMessage['headers']; body: string }[]
let folder: string
let file: FileMessages
let webhook: Messages

beforeAll(async () => {
  gateway = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk) => (body += chunk))
    req.on('end', () => {
      calls.push({ headers: req.headers, body })
      answer(req, res)
    })
  }).listen(0, '127.0.0.1')
  await once(gateway, 'listening')
  const { port } = gateway.address() as AddressInfo
  webhook = webhookMessages({ url: `http://127.0.0.1:${port}/kirim`, token: 'rahasia', timeoutMs: 1_000 })
  folder = mkdtempSync(join(tmpdir(), 'anyam-messages-'))
  file = await fileMessages({ folder })
})
beforeEach(() => {
  calls = []
  answer = (_, res) => res.end('{"ok":true}')
})
afterAll(() => {
  gateway.close()
  gateway.closeAllConnections()
  rmSync(folder, { recursive: true })
})

const aMessage = (changes: Partial<TextMessage> = {}): TextMessage => ({
  id: `code:${newId()}`,
  to: '+6281234567890',
  text: 'Kode masuk Anyam: 402917. Jangan berikan kepada siapa pun.',
  ...changes,
})

describe.each([
  ['file', () => file as Messages],
  ['webhook', () => webhook],
])('messages by %s', (_, messages) => {
  test('are taken', async () => {
    expect(await messages().send(aMessage())).toEqual({ ok: true, value: null })
  })

  test.each(['081234567890', '+62 812', 'tel:+6281234567890', '', '+6281234567890\n'])(
    'never go to %j',
    async (to) => {
      expect(await messages().send(aMessage({ to }))).toMatchObject({ ok: false, error: { code: 'refused' } })
      expect(calls).toEqual([])
    },
  )
})

test('files keep each message once', async () => {
  const message = aMessage()
  for (const _ of [1, 2]) await file.send(message)
  expect(await file.read(message.id)).toMatchObject(message)
  expect((await file.list()).filter(({ id }) => id === message.id)).toHaveLength(1)
})

describe('the gateway', () => {
  test('gets the number, the text, the token and the id', async () => {
    const message = aMessage()
    await webhook.send(message)
    expect(calls[0]?.headers).toMatchObject({
      authorization: 'Bearer rahasia',
      'content-type': 'application/json',
      'idempotency-key': message.id,
    })
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({ to: message.to, text: message.text })
  })

  test.each<[string, Answer, string]>([
    ['an error of its own', (_, res) => res.writeHead(503).end(), 'unavailable'],
    ['a wrong token', (_, res) => res.writeHead(401).end(), 'unavailable'],
    ['a number it does not take', (_, res) => res.writeHead(422).end(), 'refused'],
    ['silence', () => {}, 'unavailable'],
    ['a cut connection', (req) => req.socket.resetAndDestroy(), 'unavailable'],
    ['a way elsewhere', (_, res) => res.writeHead(307, { location: '/lain' }).end(), 'unavailable'],
  ])('answering with %s is a refusal in time', async (_, trouble, code) => {
    answer = trouble
    const began = Date.now()
    expect(await webhook.send(aMessage())).toMatchObject({ ok: false, error: { code } })
    expect(Date.now() - began).toBeLessThan(3_000)
    expect(calls).toHaveLength(1)
  })
})
