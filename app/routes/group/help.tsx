import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RECEIVE_DAYS } from '#app/domain/orders/deadlines.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { readSettings } from '#app/platform/settings.server.ts'
import { groupContext } from '#app/routes/context.server.ts'
import { operatorOf } from '#app/routes/operator.server.ts'
import { ContactWays } from '#app/ui/contact.tsx'
import { GroupFrame } from './frame.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await groupContext(args)
  return { operator: operatorOf(await readSettings(db), 'id') }
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.console_group_help_title(),
    description: m.console_group_help_lead(),
    isPrivate: true,
  })

const BUTTONS = [
  { button: m.console_group_button_accept, meaning: m.console_group_help_accept },
  { button: m.console_group_button_pack, meaning: m.console_group_help_pack },
  { button: m.console_group_button_pack_library, meaning: m.console_group_help_pack_library },
  { button: m.console_group_button_pack_group, meaning: m.console_group_help_pack_group },
  { button: m.console_dispatch_button, meaning: m.console_group_help_send },
  { button: m.console_dispatch_button_own, meaning: m.console_group_help_left },
  { button: m.console_group_button_collected, meaning: m.console_group_help_collected },
  { button: m.console_group_button_price, meaning: m.console_group_help_price },
  { button: m.console_group_decline_link, meaning: m.console_group_help_decline },
]

/** Whom to ask, when the money comes, and what each button does. */
export default function Help() {
  const { operator } = useLoaderData<typeof loader>()
  return (
    <GroupFrame title={m.console_group_help_title()} backHref="/kelompok-saya/pesanan">
      <h1>{m.console_group_help_ask()}</h1>
      <p>{m.console_group_help_lead()}</p>
      <ContactWays operator={operator} />
      <h2 id="uang">{m.console_group_money_when()}</h2>
      <p>{m.console_group_help_money_kept()}</p>
      <p>{m.console_group_help_money_yours()}</p>
      <p>{m.console_group_help_money_silent({ days: RECEIVE_DAYS })}</p>
      <p>{m.console_group_help_money_reported()}</p>
      <p>{m.console_group_help_money_out()}</p>
      <h2>{m.console_group_help_buttons()}</h2>
      <dl className="button-meanings">
        {BUTTONS.map(({ button, meaning }) => (
          <div key={button()}>
            <dt>{button()}</dt>
            <dd>{meaning()}</dd>
          </div>
        ))}
      </dl>
    </GroupFrame>
  )
}
