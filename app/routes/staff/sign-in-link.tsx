import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { createGroupUser, preferGroupPhone } from '#app/domain/accounts/group-users.server.ts'
import { issueGroupCode } from '#app/domain/accounts/issue-group-code.server.ts'
import { qrMatrix } from '#app/domain/accounts/qr-code.ts'
import { issueSignInLink } from '#app/domain/accounts/sign-in-link.server.ts'
import { disableUser, enableUser } from '#app/domain/accounts/staff-accounts.server.ts'
import { findGroupInCare, type GroupInCare } from '#app/domain/fulfilment/group-care.queries.server.ts'
import { parseId } from '#app/lib/ids.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { type App, notFound, staffContext } from '#app/routes/context.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { groupPhone } from '#app/routes/group-phone.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { actingStaff } from './acting.server.ts'
import { readForm, refused, text } from './answers.server.ts'
import { DeskRefusal } from './desk-form.tsx'
import { useMayAct } from './may-act.ts'
import { AddPhone, IssuedSheet, PhoneList } from './sign-in-sheet.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staffContext(args)
  const groupId = parseId(args.params['groupId'])
  const group = groupId && (await findGroupInCare(ctx, groupId))
  if (!group) throw notFound()
  return { group, origin: args.context.app.env.origin }
}

type Phone = GroupInCare['phones'][number]

const issue = z.object({ userId: z.uuid() })
const closing = z.object({ reason: text(200, m.console_phone_close_missing) })
const phone = z.object({
  name: text(80, m.console_phone_name_missing),
  phone: groupPhone,
})

export async function action(args: ActionFunctionArgs) {
  const ctx = await actingStaff(args)
  const { app } = args.context
  const groupId = parseId(args.params['groupId'])
  const group = groupId && (await findGroupInCare(ctx, groupId))
  if (!group) throw notFound()
  const form = await formOf(args.request)
  if (form.get('intent') === 'add') return addPhone(ctx, form, group.id)
  const given = readForm(form, issue)
  const user = given.ok && group.phones.find(({ id }) => id === given.value.userId)
  if (!user) throw notFound()
  switch (form.get('intent')) {
    case 'code':
      return makeCode(ctx, app, user.id)
    case 'close':
      return closePhone(ctx, form, user)
    case 'prefer':
      return preferPhone(ctx, user)
    case 'reopen':
      return reopenPhone(ctx, user)
    default:
      return makeLink(ctx, app, user.id)
  }
}

/** Lost, sold, or somebody else's now. */
async function closePhone(ctx: StaffCtx, form: FormData, { id, name }: Phone) {
  const given = readForm(form, closing)
  if (!given.ok) return given.error.answer
  const closed = await disableUser(ctx, { userId: id, reason: given.value.reason })
  if (!closed.ok) throw notFound()
  return data({ news: m.console_phone_closed_now({ name }) })
}

async function reopenPhone(ctx: StaffCtx, { id, name }: Phone) {
  const opened = await enableUser(ctx, id)
  if (!opened.ok) throw notFound()
  return data({ news: m.console_phone_opened({ name }) })
}

async function preferPhone(ctx: StaffCtx, { id, name }: Phone) {
  const preferred = await preferGroupPhone(ctx, id)
  if (!preferred.ok) throw notFound()
  return data({ news: m.console_phone_preferred({ name }) })
}

/** Shown once and nowhere kept: only its hash is stored. */
async function makeLink(ctx: StaffCtx, { env }: App, userId: string) {
  const link = await issueSignInLink(ctx, userId)
  if (!link.ok) throw notFound()
  const href = `${env.origin}/masuk/tautan/${link.value.token}`
  const { user, expiresAt } = link.value
  return data({ link: { href, qr: qrMatrix(href), expiresAt, userName: user.name, phone: user.phone } })
}

async function makeCode(ctx: StaffCtx, { env }: App, userId: string) {
  const issued = await issueGroupCode(ctx, { userId, secret: env.secret })
  if (!issued.ok) throw notFound()
  return data({ code: { ...issued.value, userId } })
}

async function addPhone(ctx: StaffCtx, form: FormData, groupId: string) {
  const given = readForm(form, phone)
  if (!given.ok) return given.error.answer
  const created = await createGroupUser(ctx, { groupId, ...given.value })
  if (created.ok) return data({ news: m.console_phone_added({ name: given.value.name }) })
  switch (created.error.code) {
    case 'unknown-group':
      throw notFound()
    case 'phone-listed':
      return refused(form, listedWords(created.error), { field: 'phone' })
    case 'phone-taken':
      return refused(form, m.console_phone_taken(), { field: 'phone' })
  }
}

const listedWords = ({ name, isDisabled }: { name: string; isDisabled: boolean }) =>
  isDisabled ? m.console_phone_listed_closed({ name }) : m.console_phone_listed({ name })

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: m.console_sign_in_title({ group: args.data?.group.name ?? '' }),
    description: m.console_sign_in_lead(),
    isPrivate: true,
  })

export default function SignInLink() {
  const { group } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const mayAct = useMayAct()
  return (
    <>
      <Breadcrumbs crumbs={[{ href: '/petugas/kelompok', label: m.console_care_title() }]} />
      <PageTitle
        title={m.console_sign_in_title({ group: group.name })}
        lead={mayAct ? m.console_sign_in_lead() : undefined}
      />
      <div className="stack">
        <DeskRefusal />
        {answer && 'link' in answer && <IssuedSheet link={answer.link} />}
        <PhoneList />
        <AddPhone />
      </div>
    </>
  )
}
