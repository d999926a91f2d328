import { type Submission, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { type QrMatrix, qrMatrix } from '#app/domain/accounts/qr-code.ts'
import {
  confirmSecondStep,
  findPreparedSecondStep,
  prepareSecondStep,
  stopSecondStep,
} from '#app/domain/accounts/second-step.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { formOf } from '#app/routes/form-of.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { QrCode } from '#app/routes/qr-code.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary, Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { again, mineAsStaff, minutesOf, toAccount } from './door.server.ts'
import { appCodeForm, passwordForm } from './forms.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: m.account_second_title(), description: m.account_second_lead(), isPrivate: true })

export async function loader(args: LoaderFunctionArgs) {
  const { session, actor } = await mineAsStaff(args)
  const startsOver = new URL(args.request.url).searchParams.has('ulang')
  const prepared =
    session.hasTwoFactor || startsOver
      ? null
      : await findPreparedSecondStep(args.context.app, { userId: actor.userId, email: session.email })
  return {
    isOn: session.hasTwoFactor,
    prepared: prepared && {
      secret: prepared.secret,
      matrix: qrMatrix(prepared.uri),
      backupCodes: prepared.backupCodes,
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const form = await formOf(args.request)
  switch (form.get('intent')) {
    case 'start':
      return start(args, form)
    case 'confirm':
      return confirm(args, form)
    default:
      return stop(args, form)
  }
}

async function start(args: ActionFunctionArgs, form: FormData) {
  const { actor } = await mineAsStaff(args)
  const given = parseWithZod(form, { schema: passwordForm })
  if (given.status !== 'success') return again(given.reply())
  const { request, context } = args
  const prepared = await prepareSecondStep(context.app, { request, actor }, given.value.password)
  return prepared.ok ? redirect('/akun/dua-langkah') : passwordAgain(given, prepared.error)
}

async function stop(args: ActionFunctionArgs, form: FormData) {
  const { actor } = await mineAsStaff(args)
  const given = parseWithZod(form, { schema: passwordForm })
  if (given.status !== 'success') return again(given.reply())
  const { request, context } = args
  const stopped = await stopSecondStep(context.app, { request, actor }, given.value.password)
  if (!stopped.ok) return passwordAgain(given, stopped.error)
  return toAccount(context.app, 'second-step-off', stopped.value.headers)
}

type Given = Submission<{ password: string }>
type PasswordRefusal = { code: 'wrong-password' } | { code: 'too-many'; retryAfterSeconds: number }

function passwordAgain(given: Given, refusal: PasswordRefusal) {
  const words =
    refusal.code === 'too-many'
      ? m.account_too_many({ minutes: minutesOf(refusal) })
      : m.account_password_current_wrong()
  const result = given.reply({ fieldErrors: { password: [words] }, hideFields: ['password'] })
  return again(result, refusal)
}

async function confirm(args: ActionFunctionArgs, form: FormData) {
  const { actor } = await mineAsStaff(args)
  const given = parseWithZod(form, { schema: appCodeForm })
  if (given.status !== 'success') return again(given.reply())
  const { request, context } = args
  const confirmed = await confirmSecondStep(context.app, { request, actor }, given.value.code)
  if (confirmed.ok) return toAccount(context.app, 'second-step-on', confirmed.value.headers)
  const words =
    confirmed.error.code === 'too-many'
      ? m.account_too_many({ minutes: minutesOf(confirmed.error) })
      : m.account_second_wrong()
  const result = given.reply({ fieldErrors: { code: [words] }, hideFields: ['code'] })
  return again(result, confirmed.error)
}

export default function SecondStep() {
  const { isOn, prepared } = useLoaderData<typeof loader>()
  return (
    <div className="account-page">
      <Breadcrumbs crumbs={[{ href: '/akun', label: m.account_page_title() }]} />
      <PageTitle title={m.account_second_title()} lead={m.account_second_lead()} />
      {prepared ? <Confirm {...prepared} /> : <AskPassword isOn={isOn} />}
    </div>
  )
}

function AskPassword({ isOn }: { isOn: boolean }) {
  const [form, fields] = useForm<{ password: string }>({
    id: 'password',
    constraint: { password: { required: true, maxLength: 128 } },
    lastResult: useActionData<typeof action>(),
  })
  return (
    <div className="stack">
      <Notice
        tone={isOn ? 'success' : 'info'}
        title={isOn ? m.account_second_on() : m.account_second_off()}
      />
      <form method="post" className="form" noValidate>
        <ErrorSummary fields={[fields.password]} errors={form.errors} />
        <TextField
          field={fields.password}
          label={m.account_second_confirm_password()}
          hideNeed
          type="password"
          autoComplete="current-password"
        />
        <div>
          <Button kind={isOn ? 'danger' : 'main'} name="intent" value={isOn ? 'stop' : 'start'}>
            {isOn ? m.account_second_stop() : m.account_second_start()}
          </Button>
        </div>
      </form>
    </div>
  )
}

interface Prepared {
  secret: string
  matrix: QrMatrix
  backupCodes: string[]
}

function Confirm({ secret, matrix, backupCodes }: Prepared) {
  const [form, fields] = useForm<{ code: string }>({
    id: 'code',
    constraint: { code: { required: true, maxLength: 12 } },
    lastResult: useActionData<typeof action>(),
  })
  return (
    <>
      <ErrorSummary fields={[fields.code]} errors={form.errors} />
      <ol className="to-do">
        <li>
          <p>{m.account_second_scan()}</p>
          <QrCode matrix={matrix} label={m.account_second_qr()} />
          <p className="small">{m.account_second_by_hand()}</p>
          <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </li>
        <li>
          <p>{m.account_second_backup()}</p>
          <ul className="backup-codes">
            {backupCodes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </li>
        <li>
          <p>{m.account_second_type()}</p>
          <form method="post" className="form" noValidate>
            <TextField
              field={fields.code}
              label={m.account_second_code()}
              hideNeed
              inputMode="numeric"
              autoComplete="one-time-code"
              width={16}
            />
            <div className="cluster">
              <Button kind="main" name="intent" value="confirm">
                {m.account_second_confirm()}
              </Button>
              <LinkButton href="/akun/dua-langkah?ulang" kind="plain">
                {m.account_second_restart()}
              </LinkButton>
            </div>
          </form>
        </li>
      </ol>
    </>
  )
}
