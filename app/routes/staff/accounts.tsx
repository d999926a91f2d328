import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { disableUser, enableUser } from '#app/domain/accounts/staff-accounts.server.ts'
import { listStaffAccounts } from '#app/domain/accounts/staff-list.queries.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { notFound } from '#app/routes/context.server.ts'
import { readNews, redirectSaying } from '#app/routes/flash.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { TimeText } from '#app/ui/date-text.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateWord } from '#app/ui/outcome-chain.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { headContext } from './acting.server.ts'
import { readForm, reasonText, refused } from './answers.server.ts'
import { Closing } from './closing.tsx'
import { DeskFold, DeskForm, DeskRefusal } from './desk-form.tsx'

type AccountsNews = 'closed' | 'opened'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await headContext(args)
  const { news, forgets } = await readNews<AccountsNews>(args)
  return data({ accounts: await listStaffAccounts(ctx), me: ctx.actor.userId, news }, forgets)
}

const asked = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('close'),
    userId: z.uuid(),
    reason: reasonText(m.console_staff_reason_missing),
  }),
  z.object({ intent: z.literal('open'), userId: z.uuid() }),
])

export async function action(args: ActionFunctionArgs) {
  const ctx = await headContext(args)
  const form = await formOf(args.request)
  const given = readForm(form, asked)
  if (!given.ok) return given.error.answer
  const { value } = given
  const done = value.intent === 'close' ? await disableUser(ctx, value) : await enableUser(ctx, value.userId)
  if (done.ok) return redirectSaying(args.context.app, '/petugas/akun', NEWS_OF[value.intent])
  switch (done.error.code) {
    case 'unknown-user':
      throw notFound()
    case 'not-yours':
      return refused(form, m.console_staff_not_yours())
  }
}

const NEWS_OF = { close: 'closed', open: 'opened' } as const satisfies Record<string, AccountsNews>

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.console_staff_title(),
    description: m.console_staff_lead(),
    isPrivate: true,
  })

const NEWS: Record<AccountsNews, () => string> = {
  closed: m.console_staff_news_closed,
  opened: m.console_staff_news_opened,
}

/** Who of the library can sign in, for the head alone: closes whoever has left, and opens again. */
export default function Accounts() {
  const { accounts, news } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle title={m.console_staff_title()} lead={m.console_staff_lead()} />
      <div className="stack">
        <DeskRefusal />
        {news && <Notice tone="success" title={NEWS[news]()} announced />}
        <ul className="desk-cards">
          {accounts.map((account) => (
            <AccountCard key={account.id} account={account} />
          ))}
        </ul>
      </div>
    </>
  )
}

type Account = ReturnType<typeof useLoaderData<typeof loader>>['accounts'][number]

function AccountCard({ account }: { account: Account }) {
  const { me } = useLoaderData<typeof loader>()
  const { id, name, email, role, closedAt, closing, lastSeenAt } = account
  return (
    <li className="figure-panel">
      <div className="desk-head">
        <h2>{name}</h2>
        {closedAt ? (
          <StateWord tone="neutral">{m.console_staff_closed()}</StateWord>
        ) : (
          <StateWord tone="good">{m.console_staff_open()}</StateWord>
        )}
      </div>
      <p className="muted">
        {role === 'head' ? m.console_role_head() : m.console_role_staff()}, {email}.{' '}
        {lastSeenAt ? (
          <>
            {m.console_staff_seen()} <TimeText at={lastSeenAt} withYear />
          </>
        ) : (
          m.console_staff_never()
        )}
      </p>
      {closedAt && (
        <p>
          <Closing at={closedAt} closing={closing} />
        </p>
      )}
      {id === me ? <p>{m.console_staff_you()}</p> : <Acts account={account} />}
    </li>
  )
}

function Acts({ account: { id, name, closedAt } }: { account: Account }) {
  const about = `akun-${id}`
  const hidden = { userId: id }
  if (closedAt) {
    return (
      <DeskForm about={about} intent="open" hidden={hidden} button={m.console_staff_reopen()} of={name} />
    )
  }
  return (
    <DeskFold title={m.console_staff_close()} of={name} abouts={[about]}>
      <DeskForm
        about={about}
        intent="close"
        hidden={hidden}
        kind="danger"
        button={m.console_staff_close()}
        of={name}
      >
        {(field) => (
          <>
            <p className="flush">{m.console_staff_close_then()}</p>
            <TextField
              field={field('reason', { required: true, maxLength: 300 })}
              label={m.console_staff_reason()}
              hint={m.console_staff_reason_hint()}
              autoComplete="off"
            />
          </>
        )}
      </DeskForm>
    </DeskFold>
  )
}
