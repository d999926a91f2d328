import { z } from 'zod'
import type { FoundOrder } from '#app/domain/orders/find-order.queries.server.ts'
import type { Question } from '#app/domain/questions/ask-question.server.ts'
import { formatNumber } from '#app/lib/format.ts'
import { hasNik } from '#app/lib/nik.ts'
import { plainText } from '#app/lib/plain-text.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { normalisePhone } from '#app/platform/phone.server.ts'
import { LONGEST } from './question-fields.ts'

const words = (longest: number, missing: () => string) =>
  z
    .string({ error: missing })
    .overwrite(plainText)
    .min(1, { error: missing })
    .max(longest, { error: () => m.checkout_problem_long({ count: formatNumber(longest, getLocale()) }) })
    .refine((text) => !hasNik(text), { error: () => m.checkout_problem_nik() })

const email = z.email().max(LONGEST.kontak)

/** A phone number or an e-mail address, whichever it is; one field, because one of them is enough. */
const answerTo = words(LONGEST.kontak, m.shop_page_ask_contact_missing).transform(
  (typed, check): Question['answerTo'] => {
    const address = email.safeParse(typed.toLowerCase())
    if (address.success) return { email: address.data }
    const phone = normalisePhone(typed)
    if (phone) return { phone }
    check.addIssue({ code: 'custom', message: m.shop_page_ask_contact_wrong() })
    return z.NEVER
  },
)

/** @param findOrder asked only for a code that can be one; it answers null where there is no such order */
export const questionForm = (findOrder: (code: string) => Promise<FoundOrder | null>) =>
  z.object({
    pertanyaan: words(LONGEST.pertanyaan, m.shop_page_ask_text_missing),
    nama: words(LONGEST.nama, m.shop_page_ask_name_missing),
    kontak: answerTo,
    pesanan: z
      .string()
      .overwrite(plainText)
      .max(LONGEST.pesanan, { error: () => m.checkout_problem_long({ count: LONGEST.pesanan }) })
      .transform(async (code, check) => {
        if (!code) return null
        const order = await findOrder(code)
        if (!order) check.addIssue({ code: 'custom', message: m.shop_page_ask_order_unknown() })
        return order
      })
      .optional(),
  })
