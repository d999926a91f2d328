import type { Result } from '#app/lib/result.ts'
import { isLetterId } from '../letter-id.ts'

/** A short text to a telephone, such as a sign-in code. */
export interface TextMessage {
  /** As a mail's id: the same id is the same message. */
  id: string
  /** E.164: `+6281234567890`. */
  to: string
  text: string
}

export type MessageRefusal =
  /** It will never go: a number that is none, or one the gateway does not take. */
  { code: 'refused'; detail: string } | { code: 'unavailable'; detail: string }

/** Sends short texts; without a gateway in production there is none, and staff print sign-in links instead. */
export interface Messages {
  send(message: TextMessage): Promise<Result<null, MessageRefusal>>
}

/** Why a message must not be handed to any gateway, or null. */
export function faultIn({ id, to }: TextMessage): string | null {
  if (!isLetterId(id)) return 'The id is malformed'
  return /^\+[1-9]\d{6,14}$/.test(to) ? null : 'The number is malformed'
}
