import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { enterBySignInLink, findSignInLink } from '#app/domain/accounts/sign-in-link.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { again, minutesOf, placeAfter, visitOf } from './door.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: m.account_link_title(), description: m.account_link_title(), isPrivate: true })

/** Only looks: messengers open links by themselves to draw a preview, and must not use them up. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await findSignInLink(context.app, params.token ?? '')
  if (!link) return data({ state: 'unknown' as const, group: '' }, { status: 404 })
  return data({ state: link.state, group: link.groupName }, { status: link.state === 'open' ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
  const entered = await enterBySignInLink(args.context.app, visitOf(args), args.params.token ?? '')
  if (entered.ok) return redirect(placeAfter('group', args.request), { headers: entered.value.headers })
  switch (entered.error.code) {
    case 'no-link':
      // the loader says what has become of it
      return again({ wait: null })
    case 'too-many':
      return again({ wait: minutesOf(entered.error) }, entered.error)
  }
}

export default function SignInLink() {
  const { state, group } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (state !== 'open') return <SpentLink state={state} />
  return (
    <div className="door-panel for-group alone">
      <h1>{m.account_link_for({ group })}</h1>
      {answer?.wait && (
        <Notice tone="error" title={m.account_too_many_group({ minutes: answer.wait })} announced />
      )}
      <p>{m.account_link_once()}</p>
      <form method="post" className="form">
        <Button kind="main" size="large" full>
          {m.account_link_button({ group })}
        </Button>
      </form>
      <p className="door-more">{m.account_link_not_us()}</p>
    </div>
  )
}

type Spent = 'used' | 'expired' | 'unknown'
const SPENT: Record<Spent, { title: () => string; words: () => string }> = {
  used: { title: m.account_link_used_title, words: m.account_link_used },
  expired: { title: m.account_link_expired_title, words: m.account_link_expired },
  unknown: { title: m.account_link_unknown_title, words: m.account_link_unknown },
}

/** A sheet that opens nothing (any more): why, and the other way in. */
function SpentLink({ state }: { state: Spent }) {
  const { title, words } = SPENT[state]
  return (
    <div className="door-panel for-group alone">
      <h1>{title()}</h1>
      <p>{words()}</p>
      <LinkButton href="/masuk" kind="main" size="large" full>
        {m.account_link_by_phone()}
      </LinkButton>
    </div>
  )
}
