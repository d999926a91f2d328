import type { TooMany } from '#app/domain/accounts/desk.ts'
import { requestGroupCode } from '#app/domain/accounts/request-group-code.server.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { m } from '#app/paraglide/messages.js'
import { type Args, readAskedCode, steadily, writeAskedCode } from './door.server.ts'

/**
 * Asks a code for a phone and sends it, without waiting for the gateway: neither the answer nor its time tells
 * whether the phone is a group's.
 * @returns the cookie with which this browser may enter the code
 */
export async function askCode(args: Args, phone: string): Promise<Result<{ cookie: string }, TooMany>> {
  const { app, ip } = args.context
  const previous = await readAskedCode(args)
  const asked = await steadily(requestGroupCode(app, { phone, ip, previousToken: previous?.token ?? null }))
  if (!asked.ok) return asked
  const { token, delivery } = asked.value
  if (delivery) void deliver(args, delivery)
  return ok({ cookie: await writeAskedCode(app, { token, phone }) })
}

async function deliver(
  { context: { app } }: Args,
  { id, to, code }: { id: string; to: string; code: string },
): Promise<void> {
  try {
    const sent = await app.messages?.send({ id, to, text: m.account_code_message({ code }) })
    if (sent && !sent.ok) app.log.warn({ code: sent.error.code }, 'sign-in code was not sent')
  } catch (error) {
    app.log.error({ err: error }, 'sign-in code was not sent')
  }
}
