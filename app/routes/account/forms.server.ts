import { z } from 'zod'
import { type PasswordFlaw, passwordFlaw } from '#app/domain/accounts/password-rules.ts'
import { m } from '#app/paraglide/messages.js'
import { groupPhone } from '#app/routes/group-phone.server.ts'

export const phoneForm = z.object({ phone: groupPhone })

const email = z
  .string({ error: () => m.account_email_missing() })
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: () => m.account_email_wrong() }).max(254))
const password = z
  .string({ error: () => m.account_password_missing() })
  .max(128, { error: () => m.account_flaw_too_long() })

export const staffForm = z.object({ email, password })
export const emailForm = z.object({ email })
export const passwordForm = z.object({ password })

/** Spaces and dashes are how people write six digits down. */
const spaceless = (error: () => string) =>
  z.string({ error }).transform((typed) => typed.normalize('NFKC').replace(/[\s-]/g, ''))

const sixDigits = (error: () => string) =>
  z.object({ code: spaceless(error).pipe(z.string().regex(/^\d{6}$/, { error })) })

/** The code that was sent to a phone. */
export const codeForm = sixDigits(() => m.account_code_missing())
/** The code that an app shows while the second step is being turned on. */
export const appCodeForm = sixDigits(() => m.account_second_missing())

/** Six digits as above, or a backup code, however it was copied from paper. */
export const stepForm = z.object({
  code: spaceless(() => m.account_step_missing()).pipe(
    z
      .string()
      .toUpperCase()
      .regex(/^(\d{6}|[A-Z0-9]{10})$/, { error: () => m.account_step_missing() })
      .transform((code) => (code.length === 10 ? `${code.slice(0, 5)}-${code.slice(5)}` : code)),
  ),
})

const newPassword = z.object({
  // said together with what the other fields lack; of the owner's own words the command knows
  password: z.string({ error: () => m.account_new_password_missing() }).superRefine((typed, check) => {
    const flaw = passwordFlaw(typed, [])
    if (flaw) check.addIssue({ code: 'custom', message: flawWords(flaw) })
  }),
  repeat: z.string({ error: () => m.account_repeat_missing() }),
})
const sameTwice = ({ password, repeat }: { password: string; repeat: string }) => password === repeat
const differs = { path: ['repeat'], error: () => m.account_repeat_differs() }

export const newPasswordForm = newPassword.refine(sameTwice, differs)
export const changePasswordForm = newPassword.extend({ current: password }).refine(sameTwice, differs)

/** What is wrong with a new password, and what to do instead. */
export function flawWords(flaw: PasswordFlaw): string {
  switch (flaw) {
    case 'too-short':
      return m.account_flaw_too_short()
    case 'too-long':
      return m.account_flaw_too_long()
    case 'common':
      return m.account_flaw_common()
    case 'repetitive':
      return m.account_flaw_repetitive()
    case 'own-words':
      return m.account_flaw_own_words()
  }
}
