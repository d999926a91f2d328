import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { findPasswordLink, setPasswordByLink } from '#app/domain/accounts/passwords.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { formOf } from '#app/routes/form-of.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import { again, toDoor } from './door.server.ts'
import { flawWords, newPasswordForm } from './forms.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: m.account_set_title(), description: m.account_set_title(), isPrivate: true })

export async function loader({ context, params }: LoaderFunctionArgs) {
  const owner = await findPasswordLink(context.app, params.token ?? '')
  return data({ owner: owner && { name: owner.name, email: owner.email } }, { status: owner ? 200 : 410 })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const given = parseWithZod(await formOf(request), { schema: newPasswordForm })
  const hideFields = ['password' as const, 'repeat' as const]
  if (given.status !== 'success') return again(given.reply({ hideFields }))
  const { password } = given.value
  const set = await setPasswordByLink(context.app, { token: params.token ?? '', password })
  if (set.ok) return toDoor(context.app, 'password-set', set.value.headers)
  switch (set.error.code) {
    case 'no-link':
      // the loader says that it is void
      return again(given.reply({ hideFields }))
    case 'flawed-password':
      return again(given.reply({ hideFields, fieldErrors: { password: [flawWords(set.error.flaw)] } }))
  }
}

export default function SetPassword() {
  const { owner } = useLoaderData<typeof loader>()
  return owner ? <NewPassword {...owner} /> : <VoidLink />
}

function NewPassword({ name, email }: { name: string; email: string }) {
  const required = { required: true }
  const [form, fields] = useForm<{ password: string; repeat: string }>({
    id: 'new',
    constraint: { password: required, repeat: required },
    lastResult: useActionData<typeof action>(),
  })
  return (
    <div className="door-panel for-staff alone">
      <h1>{m.account_set_title()}</h1>
      <p>{m.account_set_for({ name, email })}</p>
      <form method="post" className="form" noValidate>
        <ErrorSummary fields={[fields.password, fields.repeat]} errors={form.errors} />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          field={fields.password}
          label={m.account_new_password()}
          hint={m.account_new_password_hint()}
          hideNeed
          type="password"
          autoComplete="new-password"
        />
        <TextField
          field={fields.repeat}
          label={m.account_repeat_password()}
          hideNeed
          type="password"
          autoComplete="new-password"
        />
        <Button kind="main" size="large" full>
          {m.account_set_button()}
        </Button>
      </form>
    </div>
  )
}

function VoidLink() {
  return (
    <div className="door-panel for-staff alone">
      <h1>{m.account_set_void_title()}</h1>
      <p>{m.account_set_void()}</p>
      <LinkButton href="/masuk/lupa" kind="main" size="large" full>
        {m.account_set_void_button()}
      </LinkButton>
    </div>
  )
}
