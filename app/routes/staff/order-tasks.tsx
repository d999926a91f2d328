import { useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './order.tsx'
import { DONE_ON_ORDER, howTo, TASK_WORDS } from './order-words.ts'

/** What somebody must still look at, before anything else on the page. */
export function TasksOf() {
  const { order, record } = useLoaderData<typeof loader>()
  const goesByCard = order.refunds.some((refund) => refund.goesByCard)
  const open = record.tasks.filter(({ resolvedAt }) => resolvedAt === null)
  return open.map(({ id, kind }) => (
    <Notice key={id} tone="warning" title={TASK_WORDS[kind]()}>
      <p>
        {howTo(kind, goesByCard)}{' '}
        {!DONE_ON_ORDER.includes(kind) && <a href={`/petugas/tugas#${id}`}>{m.console_task_open()}</a>}
      </p>
    </Notice>
  ))
}
