import { useLoaderData } from '@remix-run/react'
import { endsByWord } from '#app/domain/orders/task-end.ts'
import { m } from '#app/paraglide/messages.js'
import { Notice } from '#app/ui/notice.tsx'
import { useMayAct } from './may-act.ts'
import type { loader } from './order.tsx'
import { found } from './task-found.ts'
import { howTo, returnsOf, taskWords } from './task-words.ts'

/** What somebody must still look at, before anything else on the page. */
export function TasksOf() {
  const { order, record } = useLoaderData<typeof loader>()
  const mayAct = useMayAct()
  const goesByCard = order.refunds.some((refund) => refund.goesByCard)
  const open = record.tasks.filter(({ resolvedAt }) => resolvedAt === null)
  const endsThere = (task: (typeof open)[number]) => {
    const { excess, all } = returnsOf({ ...task, ...order })
    return endsByWord(task.kind) || excess !== null || all !== null
  }
  const told = (task: (typeof open)[number]) => found({ ...task, totalRupiah: order.totalRupiah })
  return open.map((task) => (
    <Notice key={task.id} tone="warning" title={taskWords(task.kind, order.paymentState)}>
      {told(task) && <p>{told(task)}</p>}
      {mayAct && (
        <p>
          {howTo(task.kind, goesByCard, order.paymentState)}{' '}
          {endsThere(task) && <a href={`/petugas/tugas#${task.id}`}>{m.console_task_open()}</a>}
        </p>
      )}
    </Notice>
  ))
}
