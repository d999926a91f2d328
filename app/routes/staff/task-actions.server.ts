import { z } from 'zod'
import { resolveTask } from '#app/domain/orders/staff-task.server.ts'
import { type Returned, returnWrongAmount } from '#app/domain/payments/return-wrong-amount.server.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { type App, notFound } from '#app/routes/context.server.ts'
import { redirectSaying } from '#app/routes/flash.server.ts'
import { bankReference, readForm, reasonText, refused } from './answers.server.ts'

const about = z.object({ taskId: z.uuid() })
const resolved = about.extend({ note: reasonText(m.console_task_note_missing) })
const returned = about.extend({
  code: z.string().max(12),
  amount: z.coerce.number(),
  reference: bankReference,
})

type Act = (ctx: StaffCtx, form: FormData, app: App) => Promise<Response | ReturnType<typeof refused>>

/** How a task ends on its own page, by the intent its form sends. */
export const ACTS: Readonly<Record<string, Act>> = { resolve, return: giveBack }

/** What was just done, as the page says it once. */
export type TaskNews = { done: 'resolved' } | { done: Returned; code: string; amountRupiah: number }
const onward = (app: App, news: TaskNews) => redirectSaying(app, '/petugas/tugas', news)

async function resolve(ctx: StaffCtx, form: FormData, app: App): ReturnType<Act> {
  const given = readForm(form, resolved)
  if (!given.ok) return given.error.answer
  const done = await resolveTask(ctx, { taskId: given.value.taskId, resolution: given.value.note })
  if (done.ok) return onward(app, { done: 'resolved' })
  switch (done.error.code) {
    case 'unknown-task':
      throw notFound()
    case 'done-elsewhere':
      return refused(form, m.console_task_done_elsewhere())
    case 'ended-before':
      return refused(form, m.console_task_ended_before({ by: done.error.by }))
  }
}

/** Of what somebody else had said already nothing is new but that the task is done. */
const newsOf = (
  { outcome, repeated }: { outcome: Returned; repeated: boolean },
  code: string,
  amountRupiah: number,
): TaskNews => (repeated ? { done: 'resolved' } : { done: outcome, code, amountRupiah })

async function giveBack(ctx: StaffCtx, form: FormData, app: App): ReturnType<Act> {
  const given = readForm(form, returned)
  if (!given.ok) return given.error.answer
  const { taskId, code, amount: amountRupiah, reference } = given.value
  const done = await returnWrongAmount(ctx, { taskId, amountRupiah, reference })
  if (done.ok) return onward(app, newsOf(done.value, code, amountRupiah))
  switch (done.error.code) {
    case 'unknown-task':
      throw notFound()
    case 'order-open':
      return refused(form, m.console_task_done_elsewhere())
    case 'other-amount':
      return refused(form, m.console_task_other_amount({ noted: formatRupiah(done.error.noted, 'id') }))
    case 'ended-before':
      return refused(form, m.console_task_money_ended_before({ by: done.error.by }))
  }
}
