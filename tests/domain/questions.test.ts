import { expect } from 'vitest'
import { listOpenTasks } from '#app/domain/orders/staff-orders.queries.server.ts'
import { resolveTask } from '#app/domain/orders/staff-task.server.ts'
import { askQuestion, type Question } from '#app/domain/questions/ask-question.server.ts'
import { forgetOldQuestions } from '#app/domain/questions/forget-old-questions.server.ts'
import { newId } from '#app/lib/ids.ts'
import { asStaff, travel } from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

const aQuestion = (over: Partial<Question> = {}): Question => ({
  intentId: newId(),
  name: 'Wati',
  answerTo: { phone: '+6281234567890' },
  orderCode: null,
  text: 'Apakah tikarnya bisa dilipat?',
  ...over,
})

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
  const later = await travel(ctx, '2026-12-01T03:00:01Z')
  expect(await forgetOldQuestions(later)).toBe(1)
  const left = await later.db.selectFrom('staff_task').select('detail').execute()
  expect(left).toMatchObject([{ detail: { name: 'Open' } }])
})
