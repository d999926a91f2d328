import { type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DEMO_PASSWORD } from '#app/domain/accounts/demo-users.server.ts'
import { signInStaff } from '#app/domain/accounts/sign-in-staff.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { readSettings } from '#app/platform/settings.server.ts'
import { readNews } from '#app/routes/flash.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary, Notice } from '#app/ui/notice.tsx'
import { askCode } from './ask-code.server.ts'
import {
  again,
  type DoorNews,
  isOnWayToDesk,
  minutesOf,
  onward,
  placeAfter,
  sendHomeIfIn,
  steadily,
  visitOf,
} from './door.server.ts'
import { phoneForm, staffForm } from './forms.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.account_sign_in_title(),
    description: m.account_sign_in_description(),
    isPrivate: true,
  })

export async function loader(args: LoaderFunctionArgs) {
  await sendHomeIfIn(args)
  const { app } = args.context
  const { demo } = await readSettings(app.db)
  const { news, forgets } = await readNews<DoorNews>(args)
  const page = {
    // only staff have a password
    staffFirst: isOnWayToDesk(args.request) || news === 'password-set',
    sendsCodes: app.messages !== null,
    news,
    demo: demo.isLoaded ? { password: DEMO_PASSWORD, hasOutbox: app.outbox !== null } : null,
  }
  return data(page, forgets)
}

type Reply = { asked: 'group' | 'staff'; result: SubmissionResult }

export async function action(args: ActionFunctionArgs) {
  const form = await formOf(args.request)
  return form.get('intent') === 'staff' ? enterAsStaff(args, form) : askForCode(args, form)
}

async function askForCode(args: ActionFunctionArgs, form: FormData) {
  const given = parseWithZod(form, { schema: phoneForm })
  if (given.status !== 'success') return again<Reply>({ asked: 'group', result: given.reply() })
  const asked = await askCode(args, given.value.phone)
  if (asked.ok) {
    const headers = { 'Set-Cookie': asked.value.cookie }
    return redirect(onward('/masuk/kode', args.request), { headers })
  }
  const formErrors = [m.account_too_many_group({ minutes: minutesOf(asked.error) })]
  return again<Reply>({ asked: 'group', result: given.reply({ formErrors }) }, asked.error)
}

async function enterAsStaff(args: ActionFunctionArgs, form: FormData) {
  const given = parseWithZod(form, { schema: staffForm })
  const reply = (formErrors?: string[]): Reply => ({
    asked: 'staff',
    result: given.reply({ formErrors, hideFields: ['password'] }),
  })
  if (given.status !== 'success') return again(reply())
  const entered = await steadily(signInStaff(args.context.app, visitOf(args), given.value))
  if (entered.ok) {
    const { headers, needsSecondStep } = entered.value
    const next = needsSecondStep
      ? onward('/masuk/dua-langkah', args.request)
      : placeAfter('staff', args.request)
    return redirect(next, { headers })
  }
  switch (entered.error.code) {
    case 'wrong-password':
      return again(reply([m.account_wrong_password()]))
    case 'too-many':
      return again(reply([m.account_too_many({ minutes: minutesOf(entered.error) })]), entered.error)
  }
}

const NEWS: Record<DoorNews, () => string> = {
  'signed-out': m.account_signed_out,
  'password-set': m.account_password_was_set,
  'not-saved': m.account_not_saved,
}

export default function SignIn() {
  const { news, staffFirst } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{m.account_sign_in_title()}</h1>
      {news && <Notice tone={news === 'not-saved' ? 'warning' : 'success'} title={NEWS[news]()} announced />}
      <div className="doors">
        {staffFirst && <StaffDoor />}
        <GroupDoor />
        {!staffFirst && <StaffDoor />}
      </div>
      <DemoHelp />
    </>
  )
}

function GroupDoor() {
  const { sendsCodes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ phone: string }>({
    id: 'group',
    constraint: { phone: { required: true, maxLength: 30 } },
    lastResult: answer?.asked === 'group' ? answer.result : null,
  })
  return (
    <section className="door-panel for-group" aria-labelledby="group-door">
      <h2 id="group-door">{m.account_group_heading()}</h2>
      <p>{sendsCodes ? m.account_phone_lead_sent() : m.account_phone_lead_told()}</p>
      <form method="post" className="form" noValidate>
        <ErrorSummary fields={[fields.phone]} errors={form.errors} />
        <TextField
          field={fields.phone}
          label={m.account_phone()}
          hint={m.account_phone_hint()}
          hideNeed
          type="tel"
          inputMode="tel"
          autoComplete="tel"
        />
        <Button name="intent" value="group" kind="main" size="large" full>
          {sendsCodes ? m.account_phone_button_sent() : m.account_phone_button_told()}
        </Button>
      </form>
      <div className="door-more">
        <b>{m.account_sheet_title()}</b>
        <p>{m.account_sheet_how()}</p>
      </div>
    </section>
  )
}

function StaffDoor() {
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ email: string; password: string }>({
    id: 'staff',
    constraint: { email: { required: true, maxLength: 254 }, password: { required: true, maxLength: 128 } },
    lastResult: answer?.asked === 'staff' ? answer.result : null,
  })
  return (
    <section className="door-panel for-staff" aria-labelledby="staff-door">
      <h2 id="staff-door">{m.account_staff_heading()}</h2>
      <form method="post" className="form" noValidate>
        <ErrorSummary fields={[fields.email, fields.password]} errors={form.errors} />
        <TextField
          field={fields.email}
          label={m.account_email()}
          hideNeed
          type="email"
          autoComplete="username"
        />
        <TextField
          field={fields.password}
          label={m.account_password()}
          hideNeed
          type="password"
          autoComplete="current-password"
        />
        <Button name="intent" value="staff" full>
          {m.account_sign_in_button()}
        </Button>
        <p className="flush">
          <a href="/masuk/lupa">{m.account_forgot_link()}</a>
        </p>
      </form>
    </section>
  )
}

/** Only where the data are invented: the sign-ins that go with them. */
function DemoHelp() {
  const { demo } = useLoaderData<typeof loader>()
  if (!demo) return null
  return (
    <Notice title={m.account_demo_title()}>
      {demo.hasOutbox && (
        <p>
          {m.account_demo_group()} <a href="/lokal/surat">{m.account_demo_code()}</a>.
        </p>
      )}
      <p>{m.account_demo_staff({ email: 'petugas@demo.anyam.id', password: demo.password })}</p>
    </Notice>
  )
}
