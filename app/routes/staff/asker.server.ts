import { z } from 'zod'
import type { OpenTask } from '#app/domain/orders/staff-orders.queries.server.ts'
import { writePhone } from '#app/platform/phone.server.ts'

/** A question as `askQuestion` keeps it. */
const question = z.object({
  name: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
  /** Not in questions of before it was kept. */
  groupId: z.string().nullish(),
  orderCode: z.string().nullable(),
  locale: z.enum(['id', 'en']),
})

/** Who asked, and where the answer goes; null when the task is no question. */
export function askerOf({ kind, detail }: Pick<OpenTask, 'kind' | 'detail'>) {
  if (kind !== 'question') return null
  const asked = question.parse(detail)
  return { ...asked, phoneText: asked.phone && writePhone(asked.phone, 'id') }
}
