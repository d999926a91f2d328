import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOpenTasks, type OpenTask } from '#app/domain/orders/staff-orders.queries.server.ts'
import { endsByWord } from '#app/domain/orders/task-end.ts'
import type { Returned } from '#app/domain/payments/return-wrong-amount.server.ts'
import { listAnsweredQuestions } from '#app/domain/questions/answered-questions.queries.server.ts'
import { entryOf } from '#app/lib/entry-of.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { localePath } from '#app/lib/locale.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { waLink } from '#app/lib/whatsapp.ts'
import { m } from '#app/paraglide/messages.js'
import { writePhone } from '#app/platform/phone.server.ts'
import { staffContext } from '#app/routes/context.server.ts'
import { readNews } from '#app/routes/flash.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { TimeText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { actingStaff } from './acting.server.ts'
import { AnsweredQuestions } from './answered-questions.tsx'
import { askerOf } from './asker.server.ts'
import { DeskRefusal } from './desk-form.tsx'
import { useMayAct } from './may-act.ts'
import { ACTS, type TaskNews } from './task-actions.server.ts'
import { TaskAsker } from './task-asker.tsx'
import { TaskEnd } from './task-end.tsx'
import { asReachedNow, found, isForGroup } from './task-found.ts'
import { endsThere, howTo, taskWords } from './task-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staffContext(args)
  const { news, forgets } = await readNews<TaskNews>(args)
  const { origin } = args.context.app.env
  const [open, answered] = await Promise.all([listOpenTasks(ctx), listAnsweredQuestions(ctx)])
  const tasks = open.map(asReachedNow).map((task) => ({
    ...task,
    phoneText: task.buyerPhone && writePhone(task.buyerPhone, 'id'),
    groupPhoneText: task.groupPhone && writePhone(task.groupPhone, 'id'),
    asker: askerOf(task),
  }))
  return data({ tasks, answered, news, origin }, forgets)
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await actingStaff(args)
  const form = await formOf(args.request)
  const act = entryOf(ACTS, String(form.get('intent')))
  if (!act) throw new Response(null, { status: 400 })
  return act(ctx, form, args.context.app)
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.console_tasks_title(),
    description: m.console_tasks_lead(),
    isPrivate: true,
  })

const RETURNED: Record<Returned, (sent: { code: string; amount: string }) => string> = {
  returned: m.console_tasks_returned,
  paid: m.console_tasks_returned_paid,
  'refund-due': m.console_tasks_returned_due,
}

const newsWords = (news: TaskNews): string =>
  news.done === 'resolved'
    ? m.console_tasks_resolved()
    : RETURNED[news.done]({ code: news.code, amount: formatRupiah(news.amountRupiah, 'id') })

export default function Tasks() {
  const { tasks, news } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle title={m.console_tasks_title()} lead={m.console_tasks_lead()} />
      <div className="stack">
        <DeskRefusal ofOrder />
        {news && <Notice tone="success" title={newsWords(news)} announced />}
        {tasks.length === 0 ? (
          <EmptyState title={m.console_tasks_none()}>
            <p>{m.console_tasks_none_note()}</p>
          </EmptyState>
        ) : (
          <ul className="desk-cards">
            {tasks.map((task) => (
              <TaskCard key={task.id} task={task} />
            ))}
          </ul>
        )}
        <AnsweredQuestions />
      </div>
    </>
  )
}

export type ShownTask = ReturnType<typeof useLoaderData<typeof loader>>['tasks'][number]

function TaskCard({ task }: { task: ShownTask }) {
  const mayAct = useMayAct()
  const { id, kind, orderId, orderCode, buyerName, isErased, buyerPhone, phoneText } = task
  const { groupPhone, groupPhoneText } = task
  const isAboutTransfer = kind === 'wrong-amount' || kind === 'late-money'
  const isDoneElsewhere = !endsByWord(kind)
  const told = found(task)
  return (
    <li className="figure-panel task-card" id={id}>
      <h2>{taskWords(task)}</h2>
      <p className="muted">
        <TimeText at={task.createdAt} withYear />
        {orderCode && (
          <>
            , <span className="nowrap">{orderCode}</span>,{' '}
            {isErased ? m.console_buyer_erased() : <bdi>{buyerName}</bdi>}
          </>
        )}
        {buyerPhone && !isForGroup(task) && (
          <>
            ,{' '}
            <a className="nowrap" href={`tel:${buyerPhone}`}>
              {phoneText}
            </a>
          </>
        )}
      </p>
      {told && <p className="as-written">{told}</p>}
      {groupPhone && (
        <p>
          {m.console_task_group_phone()}{' '}
          <a className="nowrap" href={`tel:${groupPhone}`}>
            {groupPhoneText}
          </a>
        </p>
      )}
      {task.asker && <TaskAsker asker={task.asker} />}
      {mayAct && (
        <p>
          {task.asker?.groupId
            ? m.console_task_how_question_group()
            : howTo(task, task.goesByCard, m.console_task_where_below())}
        </p>
      )}
      <div className="cluster">
        {mayAct && isAboutTransfer && !isErased && (
          <LinkButton
            href={`/petugas/transfer#${orderCode}`}
            kind={endsThere(task) ? 'second' : 'main'}
            icon="bank"
          >
            {m.console_order_check_transfer()}
          </LinkButton>
        )}
        {orderId && (
          <LinkButton
            href={`/petugas/pesanan/${orderId}`}
            kind={mayAct && isDoneElsewhere && !isAboutTransfer ? 'main' : 'second'}
            iconAfter="right"
          >
            {m.console_task_order()}
          </LinkButton>
        )}
        {mayAct && <WhatsApp task={task} />}
      </div>
      {mayAct && <TaskEnd task={task} />}
    </li>
  )
}

/** To the buyer, in the buyer's language. */
function WhatsApp({ task }: { task: OpenTask }) {
  const { origin } = useLoaderData<typeof loader>()
  const { buyerPhone, buyerName, orderCode, locale } = task
  if (isForGroup(task) || !buyerPhone || !buyerName || !orderCode || !locale) return null
  const page = origin + localePath(`/pesanan/${orderCode}`, locale)
  const text = m.order_whatsapp_from_library({ name: buyerName, code: orderCode, page }, { locale })
  return (
    <LinkButton href={waLink(buyerPhone, text)} icon="chat">
      {m.console_group_whatsapp()}
    </LinkButton>
  )
}
