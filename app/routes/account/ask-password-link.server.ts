import type { TooMany } from '#app/domain/accounts/desk.ts'
import { makePasswordLink, type PasswordOwner } from '#app/domain/accounts/passwords.server.ts'
import { requestPasswordLink } from '#app/domain/accounts/request-password-link.server.ts'
import { newId } from '#app/lib/ids.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { m } from '#app/paraglide/messages.js'
import { type Args, steadily } from './door.server.ts'

/** Sends a link to set a new password, without waiting for the mail server: whether the address is known must not show. */
export async function askPasswordLink(args: Args, email: string): Promise<Result<null, TooMany>> {
  const { app, ip } = args.context
  const asked = await steadily(requestPasswordLink(app, { email, ip }))
  if (!asked.ok) return asked
  if (asked.value) void send(args, asked.value)
  return ok(null)
}

async function send({ context: { app } }: Args, owner: PasswordOwner): Promise<void> {
  try {
    const link = app.env.origin + (await makePasswordLink(app, owner.id))
    const sent = await app.mail.send({
      id: `password:${newId()}`,
      to: owner.email,
      subject: m.account_reset_subject(),
      text: m.account_reset_text({ name: owner.name, link }),
    })
    if (!sent.ok) app.log.warn({ code: sent.error.code }, 'password link was not sent')
  } catch (error) {
    app.log.error({ err: error }, 'password link was not sent')
  }
}
