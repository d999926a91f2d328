import { z } from 'zod'
import { formatNumber } from '#app/lib/format.ts'
import { hasNik } from '#app/lib/nik.ts'
import { plainText } from '#app/lib/plain-text.ts'
import { m } from '#app/paraglide/messages.js'

const LONGEST = 1_000

/** A group's question: the library knows the rest. */
export const questionForm = z.object({
  pertanyaan: z
    .string({ error: () => m.console_group_ask_missing() })
    .overwrite(plainText)
    .min(1, { error: () => m.console_group_ask_missing() })
    .max(LONGEST, { error: () => m.console_too_long({ max: formatNumber(LONGEST, 'id') }) })
    .refine((text) => !hasNik(text), { error: () => m.console_no_nik() }),
})
