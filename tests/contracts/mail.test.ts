import { mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/lib/ids.ts'
import { type FileMail, fileMail } from '#app/ports/mail/file.server.ts'
import type { Mail, MailLetter } from '#app/ports/mail/mail.ts'
import { smtpMail } from '#app/ports/mail/smtp.server.ts'
import { type SmtpSink, startSmtpSink } from '#tests/support/smtp/sink.ts'

let sink: SmtpSink
let folder: string
let file: FileMail
let smtp: Mail

const connect = (timeoutMs?: number) =>
  smtpMail({
    url: sink.url,
    from: 'Anyam <anyam@anyam.example>',
    messageIdHost: 'anyam.example',
    timeoutMs,
  })

beforeAll(async () => {
  sink = await startSmtpSink()
  folder = mkdtempSync(join(tmpdir(), 'anyam-mail-'))
  file = await fileMail({ folder })
})
beforeEach(() => {
  sink.control.reset()
  smtp?.close()
  smtp = connect()
})
afterAll(async () => {
  smtp.close()
  await sink.close()
  rmSync(folder, { recursive: true })
})

const aLetter = (changes: Partial<MailLetter> = {}): MailLetter => ({
  id: `order:${newId()}:order-paid:v1`,
  to: 'aisyah@example.com',
  subject: 'Pesanan AN-7F3K sudah dibayar',
  text: 'Terima kasih.\n\nKelompok mulai menyiapkan pesanan Anda.\n.\nAnyam\n',
  ...changes,
})

describe.each([
  ['file', () => file as Mail],
  ['SMTP', () => smtp],
])('mail by %s', (_, mail) => {
  test('is taken', async () => {
    expect(await mail().send(aLetter())).toEqual({ ok: true, value: null })
    expect(await mail().send(aLetter({ html: '<p>Terima kasih</p>' }))).toEqual({ ok: true, value: null })
  })

  test.each<[string, Partial<MailLetter>]>([
    ['a subject with another header', { subject: 'Halo\r\nBcc: semua@example.com' }],
    ['a subject with a bare line feed', { subject: 'Halo\nBcc: semua@example.com' }],
    ['an address with another header', { to: 'a@example.com\r\nBcc: b@example.com' }],
    ['two addresses', { to: 'a@example.com, b@example.com' }],
    ['an address with a name', { to: 'Aisyah <a@example.com>' }],
    ['no address', { to: '' }],
    ['an id that could leave its folder', { id: '../../etc/passwd' }],
    ['an id with a line break', { id: 'order:1\r\nBcc: b@example.com' }],
  ])('is refused for good with %s', async (_what, changes) => {
    expect(await mail().send(aLetter(changes))).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect(sink.control.received()).toEqual([])
  })
})

describe('file', () => {
  test('keeps each letter once, the newest first, for its owner alone', async () => {
    const own = await fileMail({ folder: join(folder, 'own') })
    const [first, second] = [aLetter(), aLetter({ html: '<p>Terima kasih</p>' })]
    await own.send(first)
    utimesSync(join(folder, 'own', `${first.id.replaceAll(':', '.')}.json`), new Date(0), new Date(0))
    for (const letter of [second, first]) await own.send(letter)
    const list = await own.list()
    expect(list.map((letter) => letter.id)).toEqual([second.id, first.id])
    expect(list[0]).toMatchObject(second)
    expect(await own.read(first.id)).toMatchObject({ ...first, sentAt: expect.any(String) })
    expect(await own.list(1)).toHaveLength(1)
    expect(statSync(join(folder, 'own')).mode & 0o077).toBe(0)
    for (const id of [first.id, first.id, '../own/x']) await own.remove(id)
    expect(await own.list()).toMatchObject([second])
  })

  test('reads no letter that is not there, and nothing else', async () => {
    for (const id of ['order:none', '../own/x', '', '.']) expect(await file.read(id)).toBeNull()
  })
})

describe('SMTP', () => {
  test('carries the text as written, under an id made from the letter’s', async () => {
    const letter = aLetter({ html: '<p>Terima kasih</p>' })
    await smtp.send(letter)
    const [mail] = sink.control.received()
    expect(mail).toMatchObject({
      messageId: `<${letter.id.replaceAll(':', '.')}@anyam.example>`,
      from: 'anyam@anyam.example',
      to: ['aisyah@example.com'],
    })
    expect(mail?.raw).toContain('Subject: Pesanan AN-7F3K sudah dibayar')
    expect(mail?.raw).toContain('Auto-Submitted: auto-generated')
    expect(mail?.raw).toContain('Kelompok mulai menyiapkan pesanan Anda.\r\n.\r\nAnyam')
    expect(mail?.raw).toContain('<p>Terima kasih</p>')
  })

  test('sends many over few connections', async () => {
    const sent = await Promise.all(Array.from({ length: 25 }, () => smtp.send(aLetter())))
    expect(sent.every((result) => result.ok)).toBe(true)
    expect(new Set(sink.control.received().map((mail) => mail.messageId)).size).toBe(25)
  })

  test('tells a recipient who does not exist from one who is not to be had now', async () => {
    sink.control.fail({ kind: 'no-such-user' })
    expect(await smtp.send(aLetter())).toMatchObject({ error: { code: 'refused' } })
    sink.control.fail({ kind: 'later' })
    expect(await smtp.send(aLetter())).toMatchObject({ error: { code: 'unavailable' } })
    expect(await smtp.send(aLetter())).toMatchObject({ ok: true })
  })

  test.each(['busy', 'hang'] as const)('%s is a refusal in time, and a later try works', async (kind) => {
    sink.control.fail({ kind, times: 2 })
    const letter = aLetter()
    const impatient = connect(500)
    const began = Date.now()
    expect(await impatient.send(letter)).toMatchObject({ error: { code: 'unavailable' } })
    expect(Date.now() - began).toBeLessThan(4_000)
    impatient.close()
    sink.control.reset()
    expect(await smtp.send(letter)).toMatchObject({ ok: true })
  })

  test('an answer lost after the mail was taken costs one repetition, under the same id', async () => {
    sink.control.fail({ kind: 'lost' })
    const letter = aLetter()
    expect(await smtp.send(letter)).toMatchObject({ error: { code: 'unavailable' } })
    expect(await smtp.send(letter)).toMatchObject({ ok: true })
    expect(sink.control.countOf(`<${letter.id.replaceAll(':', '.')}@anyam.example>`)).toBe(2)
  })

  test('a server that is not there is unavailable, and mail goes on when it is back', async () => {
    const port = sink.port
    await sink.close()
    expect(await smtp.send(aLetter())).toMatchObject({ error: { code: 'unavailable' } })
    sink = await startSmtpSink(port)
    expect(await smtp.send(aLetter())).toMatchObject({ ok: true })
  })

  // Only Linux has a loopback address that is not called the loopback here.
  test.runIf(process.platform === 'linux')(
    'a password is not sent where no encryption is offered',
    async () => {
      const elsewhere = await startSmtpSink(0, '127.0.0.2')
      const url = elsewhere.url.replace('//', '//anyam:rahasia@')
      const mail = smtpMail({ url, from: 'a@b.example', messageIdHost: 'b.example' })
      const sent = await mail.send(aLetter())
      expect(sent).toMatchObject({ error: { code: 'unavailable', detail: expect.stringContaining('ETLS') } })
      mail.close()
      await elsewhere.close()
    },
  )
})
