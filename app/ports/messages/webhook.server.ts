import { ok, refuse } from '#app/lib/result.ts'
import { faultIn, type Messages } from './messages.ts'

export interface WebhookMessagesOptions {
  /** Where the gateway takes `{"to": "+62...", "text": "..."}`. */
  url: string
  token: string
  timeoutMs?: number
}

/** Messages through any gateway that takes a number and a text: an SMS or WhatsApp provider, or a small bridge to one. */
export function webhookMessages({ url, token, timeoutMs = 5_000 }: WebhookMessagesOptions): Messages {
  return {
    async send(message) {
      const fault = faultIn(message)
      if (fault) return refuse({ code: 'refused', detail: fault })
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'idempotency-key': message.id,
          },
          body: JSON.stringify({ to: message.to, text: message.text }),
          // A redirect could lead the token and the code to another host.
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        })
        await answer.body?.cancel()
        if (answer.ok) return ok(null)
        const isForGood = answer.status === 400 || answer.status === 422
        return refuse({ code: isForGood ? 'refused' : 'unavailable', detail: `Status ${answer.status}` })
      } catch (error) {
        return refuse({ code: 'unavailable', detail: error instanceof Error ? error.name : 'unknown' })
      }
    },
  }
}
