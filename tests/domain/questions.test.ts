import { expect } from 'vitest'
import { listOpenTasks } from '#app/domain/orders/staff-orders.queries.server.ts'
import { resolveTask } from '#app/domain/orders/staff-task.server.ts'
import { cancelOrder } from '#app/domain/payments/cancel-order.server.ts'
import { eraseBuyer } from '#app/domain/payments/erase-buyer.server.ts'
import { listAnsweredQuestions } from '#app/domain/questions/answered-questions.queries.server.ts'
import { askQuestion, type Question } from '#app/domain/questions/ask-question.server.ts'
import { forgetOldQuestions } from '#app/domain/questions/forget-old-questions.server.ts'
import { aVariant } from '#tests/support/builders.ts'
import { anOrder, aReceivingAccount, asStaff, travel } from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

const aQuestion = (over: Partial<Question> = {}): Question => ({
  name: 'Wati',
  answerTo: { phone: '+6281234567890' },
  groupId: null,
  orderCode: null,
  text: 'Apakah tikarnya bisa dilipat?',
  ...over,
})

const wordsIn = ({ orderCode, text }: Pick<Question, 'orderCode' | 'text'>) => `${orderCode}: ${text}`
const askedIn = (detail: unknown) => {
  const { orderCode, note } = detail as { orderCode: string | null; note: string }
  return wordsIn({ orderCode, text: note })
}

test('a question is one task of the staff, however often it is sent', async ({ ctx }) => {
  const question = aQuestion({ orderCode: 'P-222222' })
  await Promise.all([askQuestion(ctx, question), askQuestion(ctx, question)])
  await askQuestion(ctx, aQuestion({ answerTo: { email: 'jo@contoh.id' } }))
  const tasks = await listOpenTasks(asStaff(ctx))
  expect(tasks).toMatchObject([
    {
      kind: 'question',
      orderId: null,
      detail: {
        name: 'Wati',
        phone: '+6281234567890',
        orderCode: 'P-222222',
        note: question.text,
        locale: 'id',
      },
    },
    { kind: 'question', detail: { email: 'jo@contoh.id', orderCode: null } },
  ])
})

test('a question is another one with other words, and once it has been answered', async ({ ctx }) => {
  const staff = asStaff(ctx)
  const answer = async () => {
    for (const { id } of await listOpenTasks(staff)) {
      await resolveTask(staff, { taskId: id, resolution: 'Dijawab.' })
    }
  }
  await askQuestion(ctx, aQuestion())
  await askQuestion(ctx, aQuestion({ text: 'Apakah tikarnya bisa digulung?' }))
  expect(await listOpenTasks(staff)).toHaveLength(2)
  for (const _time of ['the first', 'the second']) {
    await answer()
    await askQuestion(ctx, aQuestion())
    await askQuestion(ctx, aQuestion())
    expect(await listOpenTasks(staff)).toHaveLength(1)
  }
})

test('a question is asked anew whatever has been forgotten of it', async ({ ctx: base }) => {
  for (const day of ['2026-10-01', '2026-10-20', '2026-11-05']) {
    const ctx = await travel(base, `${day}T03:00:00Z`)
    await forgetOldQuestions(ctx)
    await askQuestion(ctx, aQuestion())
    const [task, ...more] = await listOpenTasks(asStaff(ctx))
    expect(more).toEqual([])
    expect(await resolveTask(asStaff(ctx), { taskId: task?.id ?? '', resolution: 'Dijawab.' })).toMatchObject(
      {
        ok: true,
      },
    )
  }
})

test('an answered question is forgotten after thirty days, an open one never', async ({ ctx: base }) => {
  const ctx = await travel(base, '2026-11-01T03:00:00Z')
  await askQuestion(ctx, aQuestion({ name: 'Answered' }))
  await askQuestion(ctx, aQuestion({ name: 'Open' }))
  const staff = asStaff(ctx)
  const answered = (await listOpenTasks(staff)).find(({ detail }) =>
    JSON.stringify(detail).includes('Answered'),
  )
  expect(await resolveTask(staff, { taskId: answered?.id ?? '', resolution: 'Dijawab.' })).toMatchObject({
    ok: true,
  })
  expect(await forgetOldQuestions(await travel(ctx, '2026-12-01T03:00:00Z'))).toBe(0)
  // until then it is read what was done about it, and by whom
  const { name: answeredBy } = staff.actor
  const text = 'Apakah tikarnya bisa dilipat?'
  expect(await listAnsweredQuestions(staff)).toMatchObject([
    { name: 'Answered', text, answer: 'Dijawab.', answeredBy },
  ])
  const later = await travel(ctx, '2026-12-01T03:00:01Z')
  expect(await forgetOldQuestions(later)).toBe(1)
  expect(await listAnsweredQuestions(staff)).toEqual([])
  const left = await later.db.selectFrom('staff_task').select('detail').execute()
  expect(left).toMatchObject([{ detail: { name: 'Open' } }])
})

test('a question that names an order is answered before its buyer is erased, and forgotten with them', async ({
  ctx,
}) => {
  await aReceivingAccount(ctx)
  const { orderId, code } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
  await cancelOrder(ctx, { orderId })
  const letters = code.slice(2)
  const naming = [
    aQuestion({ orderCode: code }),
    aQuestion({ orderCode: letters.toLowerCase() }),
    aQuestion({ orderCode: `p ${letters.slice(0, 3)} ${letters.slice(3)}` }),
    aQuestion({ text: `Hapus data saya, pesanan P${letters}.` }),
  ]
  const others = [
    aQuestion({ orderCode: 'P-222222' }),
    aQuestion({ text: `Kata X${letters}7 bukan kodenya` }),
  ]
  for (const question of [...naming, ...others]) await askQuestion(ctx, question)
  const staff = asStaff(ctx)
  for (const question of naming) {
    expect(await eraseBuyer(staff, { orderId })).toEqual({ ok: false, error: { code: 'question-open' } })
    const task = (await listOpenTasks(staff)).find(({ detail }) => askedIn(detail) === wordsIn(question))
    await resolveTask(staff, { taskId: task?.id ?? '', resolution: 'Dijawab.' })
  }
  expect(await eraseBuyer(staff, { orderId })).toMatchObject({ ok: true })
  const left = await ctx.db.selectFrom('staff_task').select('detail').execute()
  expect(left.map(({ detail }) => askedIn(detail)).sort()).toEqual(others.map(wordsIn).sort())
})
