import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData } from '@remix-run/react'
import { enterSecondStep } from '#app/domain/accounts/second-step.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { formOf } from '#app/routes/form-of.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import { again, minutesOf, placeAfter, sendHomeIfIn, visitOf } from './door.server.ts'
import { stepForm } from './forms.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.account_step_title(),
    description: m.account_step_description(),
    isPrivate: true,
  })

export async function loader(args: LoaderFunctionArgs) {
  await sendHomeIfIn(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const given = parseWithZod(await formOf(args.request), { schema: stepForm })
  const refused = (error: string) => given.reply({ fieldErrors: { code: [error] }, hideFields: ['code'] })
  if (given.status !== 'success') return again(given.reply())
  const entered = await enterSecondStep(args.context.app, visitOf(args), given.value.code)
  if (entered.ok) return redirect(placeAfter('staff', args.request), { headers: entered.value.headers })
  switch (entered.error.code) {
    case 'wrong-code':
      return again(refused(m.account_step_wrong()))
    case 'used-code':
      return again(refused(m.account_step_used()))
    case 'locked':
      return again(refused(m.account_step_locked()))
    case 'start-again':
      return again(refused(m.account_step_again()))
    case 'too-many':
      return again(refused(m.account_too_many({ minutes: minutesOf(entered.error) })), entered.error)
  }
}

export default function SecondStep() {
  const [form, fields] = useForm<{ code: string }>({
    id: 'step',
    constraint: { code: { required: true, maxLength: 20 } },
    lastResult: useActionData<typeof action>(),
  })
  return (
    <div className="door-panel for-staff alone">
      <h1>{m.account_step_title()}</h1>
      <p>{m.account_step_lead()}</p>
      <form method="post" className="form" noValidate>
        <ErrorSummary fields={[fields.code]} errors={form.errors} />
        <TextField
          field={fields.code}
          label={m.account_step_code()}
          hideNeed
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          width={16}
        />
        <Button kind="main" size="large" full>
          {m.account_sign_in_button()}
        </Button>
      </form>
      <p className="door-more">{m.account_step_lost()}</p>
      <p className="flush">
        <a href="/masuk">{m.account_back_to_door()}</a>
      </p>
    </div>
  )
}
