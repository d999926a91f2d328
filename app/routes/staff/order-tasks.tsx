import { useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Notice } from '#app/ui/notice.tsx'
import { useMayAct } from './may-act.ts'
import type { loader } from './order.tsx'
import { found } from './task-found.ts'
import { endsThere, howTo, taskWords } from './task-words.ts'

/** What somebody must still look at, before anything else on the page. */
export function TasksOf() {
  const { order, record } = useLoaderData<typeof loader>()
  const mayAct = useMayAct()
  const { paymentState, totalRupiah, erasedAt } = order
  const goesByCard = order.refunds.some((refund) => refund.goesByCard)
  const open = record.tasks
    .filter(({ resolvedAt }) => resolvedAt === null)
    .map((task) => ({ ...task, paymentState, totalRupiah, isErased: erasedAt !== null }))
  return open.map((task) => (
    <Notice key={task.id} tone="warning" title={taskWords(task)}>
      {found(task) && <p className="as-written">{found(task)}</p>}
      {mayAct && (
        <p>
          {howTo(task, goesByCard, m.console_task_where_tasks())}{' '}
          {endsThere(task) && <a href={`/petugas/tugas#${task.id}`}>{m.console_task_open()}</a>}
        </p>
      )}
    </Notice>
  ))
}
