import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { isLandline, normalisePhone } from '#app/platform/phone.server.ts'

/** The phone of a group: one that a code can be sent to. */
export const groupPhone = z.string({ error: () => m.account_phone_missing() }).transform((typed, check) => {
  const phone = normalisePhone(typed)
  if (phone && !isLandline(phone)) return phone
  const message = phone ? m.account_phone_landline() : m.account_phone_wrong()
  check.addIssue({ code: 'custom', message })
  return z.NEVER
})
