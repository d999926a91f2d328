import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { changePassword } from '#app/domain/accounts/passwords.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { formOf } from '#app/routes/form-of.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { again, mineAsStaff, minutesOf, toAccount } from './door.server.ts'
import { changePasswordForm, flawWords } from './forms.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.account_password_change(),
    description: m.account_password_change_lead(),
    isPrivate: true,
  })

export async function loader(args: LoaderFunctionArgs) {
  return { email: (await mineAsStaff(args)).session.email }
}

export async function action(args: ActionFunctionArgs) {
  const { session, actor } = await mineAsStaff(args)
  const given = parseWithZod(await formOf(args.request), { schema: changePasswordForm })
  const reply = (fieldErrors?: { current?: string[]; password?: string[] }) =>
    given.reply({ fieldErrors, hideFields: ['current', 'password', 'repeat'] })
  if (given.status !== 'success') return again(reply())
  const { current, password: next } = given.value
  const who = { request: args.request, actor, email: session.email }
  const changed = await changePassword(args.context.app, who, { current, next })
  if (changed.ok) return toAccount(args.context.app, 'password-changed', changed.value.headers)
  switch (changed.error.code) {
    case 'wrong-password':
      return again(reply({ current: [m.account_password_current_wrong()] }))
    case 'flawed-password':
      return again(reply({ password: [flawWords(changed.error.flaw)] }))
    case 'too-many':
      return again(
        reply({ current: [m.account_too_many({ minutes: minutesOf(changed.error) })] }),
        changed.error,
      )
  }
}

export default function ChangePassword() {
  const { email } = useLoaderData<typeof loader>()
  const required = { required: true }
  const [form, fields] = useForm<{ current: string; password: string; repeat: string }>({
    id: 'change',
    constraint: { current: required, password: required, repeat: required },
    lastResult: useActionData<typeof action>(),
  })
  const shared = { hideNeed: true, type: 'password' } as const
  return (
    <div className="account-page">
      <Breadcrumbs crumbs={[{ href: '/akun', label: m.account_page_title() }]} />
      <PageTitle title={m.account_password_change()} lead={m.account_password_change_lead()} />
      <form method="post" className="form" noValidate>
        <ErrorSummary fields={[fields.current, fields.password, fields.repeat]} errors={form.errors} />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          {...shared}
          field={fields.current}
          label={m.account_password_current()}
          autoComplete="current-password"
        />
        <TextField
          {...shared}
          field={fields.password}
          label={m.account_new_password()}
          hint={m.account_new_password_hint()}
          autoComplete="new-password"
        />
        <TextField
          {...shared}
          field={fields.repeat}
          label={m.account_repeat_password()}
          autoComplete="new-password"
        />
        <div>
          <Button kind="main">{m.account_set_button()}</Button>
        </div>
      </form>
    </div>
  )
}
