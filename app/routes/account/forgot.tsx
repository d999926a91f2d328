import { type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData } from '@remix-run/react'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { formOf } from '#app/routes/form-of.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary, Notice } from '#app/ui/notice.tsx'
import { askPasswordLink } from './ask-password-link.server.ts'
import { again, minutesOf } from './door.server.ts'
import { emailForm } from './forms.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: m.account_forgot_title(), description: m.account_forgot_lead(), isPrivate: true })

export async function action(args: ActionFunctionArgs) {
  const given = parseWithZod(await formOf(args.request), { schema: emailForm })
  if (given.status !== 'success') return again({ result: given.reply(), sentTo: null })
  const { email } = given.value
  const asked = await askPasswordLink(args, email)
  if (asked.ok) return { result: null, sentTo: email }
  const formErrors = [m.account_too_many({ minutes: minutesOf(asked.error) })]
  return again({ result: given.reply({ formErrors }), sentTo: null }, asked.error)
}

export default function ForgotPassword() {
  const answer = useActionData<typeof action>()
  if (answer?.sentTo) return <Sent email={answer.sentTo} />
  return (
    <div className="door-panel for-staff alone">
      <h1>{m.account_forgot_title()}</h1>
      <p>{m.account_forgot_lead()}</p>
      <EmailForm lastResult={answer?.result ?? null} />
      <p className="door-more">
        {m.account_forgot_groups()} <a href="/masuk">{m.account_forgot_groups_link()}</a>
      </p>
    </div>
  )
}

function EmailForm({ lastResult }: { lastResult: SubmissionResult | null }) {
  const [form, fields] = useForm<{ email: string }>({
    id: 'forgot',
    constraint: { email: { required: true, maxLength: 254 } },
    lastResult,
  })
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary fields={[fields.email]} errors={form.errors} />
      <TextField
        field={fields.email}
        label={m.account_email()}
        hideNeed
        type="email"
        autoComplete="username"
      />
      <Button kind="main" size="large" full>
        {m.account_forgot_button()}
      </Button>
    </form>
  )
}

function Sent({ email }: { email: string }) {
  return (
    <div className="door-panel for-staff alone">
      <h1>{m.account_forgot_sent_title()}</h1>
      <Notice tone="success" announced>
        <p>{m.account_forgot_sent({ email })}</p>
      </Notice>
      <p>{m.account_forgot_sent_none()}</p>
      <div className="cluster">
        <LinkButton href="/masuk/lupa">{m.account_set_void_button()}</LinkButton>
        <LinkButton href="/masuk" kind="plain">
          {m.account_sign_in_title()}
        </LinkButton>
      </div>
    </div>
  )
}
