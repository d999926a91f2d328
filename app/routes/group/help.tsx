import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findOwnGroup } from '#app/domain/groups/own-group.queries.server.ts'
import { RECEIVE_DAYS } from '#app/domain/orders/deadlines.ts'
import { askQuestion } from '#app/domain/questions/ask-question.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { writePhone } from '#app/platform/phone.server.ts'
import { limit } from '#app/platform/rate-limit.server.ts'
import { readSettings } from '#app/platform/settings.server.ts'
import { groupContext, notFound } from '#app/routes/context.server.ts'
import { readNews, redirectSaying } from '#app/routes/flash.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { operatorOf } from '#app/routes/operator.server.ts'
import { ContactWays } from '#app/ui/contact.tsx'
import { HeldCodes } from '#app/ui/held-codes.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AskForm } from './ask-form.tsx'
import { GroupFrame } from './frame.tsx'
import { questionForm } from './question-form.server.ts'

/** What was just done here, as the page says it once. */
type HelpNews = 'asked'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await groupContext(args)
  const [{ phone }, settings, { news, forgets }] = await Promise.all([
    findOwnGroup(ctx),
    readSettings(ctx.db),
    readNews<HelpNews>(args),
  ])
  const phoneText = phone && writePhone(phone, 'id')
  return data({ operator: operatorOf(settings, 'id'), phoneText, news }, forgets)
}

/** A question from the group itself: the library knows who asks, and which number to answer to. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await groupContext(args)
  const { app } = args.context
  const given = parseWithZod(await formOf(args.request), { schema: questionForm })
  if (given.status !== 'success') return data(given.reply(), { status: 422 })
  const { name, phone } = await findOwnGroup(ctx)
  if (!phone) throw notFound()
  const verdict = await limit(app, 'question', ctx.actor.groupId)
  if (!verdict.ok) {
    const minutes = Math.ceil(verdict.retryAfterSeconds / 60)
    return data(given.reply({ formErrors: [m.console_group_ask_often({ minutes })] }), { status: 429 })
  }
  const asker = { name: m.mail_group({ group: name }), answerTo: { phone } }
  const { pertanyaan: text } = given.value
  await askQuestion(ctx, { ...asker, groupId: ctx.actor.groupId, orderCode: null, text })
  return redirectSaying(app, '/kelompok-saya/bantuan', 'asked' satisfies HelpNews)
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.console_group_help_title(),
    description: m.console_group_help_lead(),
    isPrivate: true,
  })

const BUTTONS = [
  { buttons: [m.console_group_button_accept], meaning: m.console_group_help_accept },
  { buttons: [m.console_group_button_pack], meaning: m.console_group_help_pack },
  { buttons: [m.console_group_button_pack_library], meaning: m.console_group_help_pack_library },
  { buttons: [m.console_group_button_pack_group], meaning: m.console_group_help_pack_group },
  { buttons: [m.console_event_unpacked], meaning: m.console_group_help_unpack },
  { buttons: [m.console_event_unpacked_library], meaning: m.console_group_help_unpack_library },
  { buttons: [m.console_event_unpacked_group], meaning: m.console_group_help_unpack_group },
  { buttons: [m.console_dispatch_button], meaning: m.console_group_help_send },
  { buttons: [m.console_dispatch_button_own], meaning: m.console_group_help_left },
  {
    buttons: [m.console_dispatch_wrong, m.console_dispatch_wrong_boat, m.console_dispatch_wrong_own],
    meaning: m.console_group_help_correct,
  },
  {
    buttons: [m.console_event_undispatched, m.console_event_unleft],
    meaning: m.console_group_help_undispatch,
  },
  { buttons: [m.console_group_button_collected], meaning: m.console_group_help_collected },
  { buttons: [m.console_event_untaken], meaning: m.console_group_help_not_collected },
  { buttons: [m.console_group_button_price], meaning: m.console_group_help_price },
  { buttons: [m.console_price_wrong], meaning: m.console_group_help_price_correct },
  { buttons: [m.console_group_decline_link], meaning: m.console_group_help_decline },
]

/** Whom to ask, when the money comes, and what each button does. */
export default function Help() {
  const { operator, phoneText, news } = useLoaderData<typeof loader>()
  return (
    <GroupFrame title={m.console_group_help_title()} backHref="/kelompok-saya/pesanan">
      <h1>{m.console_group_help_ask()}</h1>
      <div className="stack">
        {news && phoneText && (
          <Notice
            tone="success"
            title={<HeldCodes>{m.console_group_ask_sent({ phone: phoneText })}</HeldCodes>}
            announced
          />
        )}
        <p>{m.console_group_help_lead()}</p>
      </div>
      <ContactWays operator={operator} />
      {phoneText && <AskForm phoneText={phoneText} />}
      <h2 id="uang">{m.console_group_money_when()}</h2>
      <p>{m.console_group_help_money_kept()}</p>
      <p>{m.console_group_help_money_yours()}</p>
      <p>{m.console_group_help_money_silent({ days: RECEIVE_DAYS })}</p>
      <p>{m.console_group_help_money_reported()}</p>
      <p>{m.console_group_help_money_out()}</p>
      <h2>{m.console_group_help_buttons()}</h2>
      <dl className="button-meanings">
        {BUTTONS.map(({ buttons, meaning }) => (
          <div key={meaning()}>
            {buttons.map((button) => (
              <dt key={button()}>{button()}</dt>
            ))}
            <dd>{meaning()}</dd>
          </div>
        ))}
      </dl>
    </GroupFrame>
  )
}
