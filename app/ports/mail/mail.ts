import type { Result } from '#app/lib/result.ts'
import { isLetterId } from '../letter-id.ts'

export interface MailLetter {
  /** Says what the mail is about (`order:0193...:paid`), so that a retry is the same mail and not another. */
  id: string
  to: string
  subject: string
  text: string
  html?: string
}

export type MailRefusal =
  /** It will never go: a bad address, or one the mail server does not take. Do not try again. */
  | { code: 'refused'; detail: string }
  /** It may go later: the server is away, busy or out of room. Try again. */
  | { code: 'unavailable'; detail: string }

/** Sends mails, each at least once; a crash between sending and noting it can cost one repetition. */
export interface Mail {
  send(letter: MailLetter): Promise<Result<null, MailRefusal>>
  /** Lets go of open connections, for a shutdown. */
  close(): void
}

/**
 * Why a letter must not be handed to any mail server, or null.
 * An address or a subject with a line break could add headers, and so recipients, of a stranger's choosing.
 */
export function faultIn(letter: MailLetter): string | null {
  if (!isLetterId(letter.id)) return 'The id is malformed'
  if (!/^[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+$/.test(letter.to) || letter.to.length > 254) {
    return 'The address is malformed'
  }
  return /\p{Cc}/u.test(letter.subject) ? 'The subject has a control character' : null
}
