import { z } from 'zod'
import { hasNik } from '#app/lib/nik.ts'
import { plainText } from '#app/lib/plain-text.ts'
import { m } from '#app/paraglide/messages.js'

/** A group's question: the library knows the rest. */
export const questionForm = z.object({
  niat: z.uuid(),
  pertanyaan: z
    .string({ error: () => m.console_group_ask_missing() })
    .overwrite(plainText)
    .min(1, { error: () => m.console_group_ask_missing() })
    .max(1_000, { error: () => m.console_too_long({ max: 1_000 }) })
    .refine((text) => !hasNik(text), { error: () => m.console_no_nik() }),
})
