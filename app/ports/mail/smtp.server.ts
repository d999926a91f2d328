import { createTransport } from 'nodemailer'
import { ok, refuse } from '#app/lib/result.ts'
import { faultIn, type Mail, type MailLetter, type MailRefusal } from './mail.ts'

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://...`; a password never travels unencrypted but on the loopback. */
  url: string
  /** `Anyam <anyam@example.go.id>` */
  from: string
  /** The host name behind the @ of every Message-ID; the shop's own. */
  messageIdHost: string
  timeoutMs?: number
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** Mail through a mail server, over a few connections that are kept open. */
export function smtpMail({ url, from, messageIdHost, timeoutMs = 10_000 }: SmtpOptions): Mail {
  const server = new URL(url)
  const transport = createTransport({
    host: server.hostname.replaceAll(/[[\]]/g, ''),
    port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
    secure: server.protocol === 'smtps:',
    requireTLS: server.username !== '' && !LOOPBACK.has(server.hostname),
    auth: server.username
      ? { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) }
      : undefined,
    pool: true,
    maxConnections: 2,
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    close: () => transport.close(),
    async send(letter) {
      const fault = faultIn(letter)
      if (fault) return refuse({ code: 'refused', detail: fault })
      try {
        await transport.sendMail(toMessage(letter, from, messageIdHost))
        return ok(null)
      } catch (error) {
        return refuse(refusalFor(error))
      }
    },
  }
}

const toMessage = ({ id, to, subject, text, html }: MailLetter, from: string, host: string) => ({
  from,
  to,
  subject,
  text,
  html,
  messageId: `<${id.replaceAll(':', '.')}@${host}>`,
  // Keeps holiday notices from answering, and mailing lists from passing it on.
  headers: { 'Auto-Submitted': 'auto-generated' },
})

/** A 5xx to this recipient or this text will be said again; one to the connection or the sign-in may be mended. */
function refusalFor(error: unknown): MailRefusal {
  if (!(error instanceof Error)) throw error
  const { code, responseCode, command } = error as Error & {
    code?: string
    responseCode?: number
    command?: string
  }
  const detail = [code, responseCode, command].filter(Boolean).join(' ') || error.name
  const isForGood = (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA')
  return { code: isForGood ? 'refused' : 'unavailable', detail }
}
