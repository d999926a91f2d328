import { useLoaderData } from '@remix-run/react'
import { endsByWord } from '#app/domain/orders/task-end.ts'
import { m } from '#app/paraglide/messages.js'
import { Notice } from '#app/ui/notice.tsx'
import { useMayAct } from './may-act.ts'
import type { loader } from './order.tsx'
import { howTo, isReturnable, taskWords } from './order-words.ts'

/** What somebody must still look at, before anything else on the page. */
export function TasksOf() {
  const { order, record } = useLoaderData<typeof loader>()
  const mayAct = useMayAct()
  const goesByCard = order.refunds.some((refund) => refund.goesByCard)
  const open = record.tasks.filter(({ resolvedAt }) => resolvedAt === null)
  return open.map(({ id, kind }) => (
    <Notice key={id} tone="warning" title={taskWords(kind, order.paymentState)}>
      {mayAct && (
        <p>
          {howTo(kind, goesByCard, order.paymentState)}{' '}
          {(endsByWord(kind) || isReturnable(kind, order.paymentState)) && (
            <a href={`/petugas/tugas#${id}`}>{m.console_task_open()}</a>
          )}
        </p>
      )}
    </Notice>
  ))
}
