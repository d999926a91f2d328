import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { browserName } from '#app/domain/accounts/browser-name.ts'
import { findGroupUser } from '#app/domain/accounts/group-users.server.ts'
import { endSession, endSessions, listSessions } from '#app/domain/accounts/sessions.server.ts'
import { formatDayTime } from '#app/lib/day.ts'
import { formatPhone } from '#app/lib/phone-text.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import type { GroupActor, StaffActor } from '#app/platform/context.server.ts'
import { readNews } from '#app/routes/flash.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { type AccountNews, mine, toAccount } from './door.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.account_page_title(),
    description: m.account_page_description(),
    isPrivate: true,
  })

export async function loader(args: LoaderFunctionArgs) {
  const { session, ctx } = await mine(args)
  const { actor } = session
  const group = actor.kind === 'group' ? await findGroupUser(ctx, actor.userId) : null
  const devices = (await listSessions(ctx)).map(({ id, userAgent, startedAt, usedAt }) => ({
    id,
    kind: browserName(userAgent),
    isThis: id === session.id,
    startedAt: formatDayTime(startedAt, 'id'),
    usedAt: formatDayTime(usedAt, 'id'),
  }))
  const { news, forgets } = await readNews<AccountNews>(args)
  const page = {
    who: group
      ? { title: m.account_group_title({ group: group.groupName }), role: null, phone: group.phone }
      : { title: actor.name, role: roleWords(actor), phone: null },
    isGroup: actor.kind === 'group',
    hasSecondStep: session.hasTwoFactor,
    devices,
    news,
  }
  return data(page, forgets)
}

const roleWords = (actor: GroupActor | StaffActor) =>
  actor.kind === 'staff' && actor.role === 'head' ? m.account_role_head() : m.account_role_staff()

export async function action(args: ActionFunctionArgs) {
  const { session, ctx } = await mine(args)
  const form = await formOf(args.request)
  if (form.get('intent') === 'end-others') {
    await endSessions(ctx, session.id)
    return toAccount(args.context.app, 'devices-ended')
  }
  // one that is gone already is as good as ended
  const sessionId = form.get('session')
  if (typeof sessionId === 'string') await endSession(ctx, sessionId)
  return toAccount(args.context.app, 'device-ended')
}

const NEWS: Record<AccountNews, () => string> = {
  'device-ended': m.account_device_ended,
  'devices-ended': m.account_devices_ended,
  'password-changed': m.account_password_changed,
  'second-step-on': m.account_second_turned_on,
  'second-step-off': m.account_second_stopped,
}

/** A group comes in by telephone, and calls it that. */
const GROUP_NEWS: Partial<Record<AccountNews, () => string>> = {
  'device-ended': m.account_group_device_ended,
  'devices-ended': m.account_group_devices_ended,
}
const newsWords = (news: AccountNews, isGroup: boolean): string =>
  ((isGroup && GROUP_NEWS[news]) || NEWS[news])()

export default function Account() {
  const { who, isGroup, news } = useLoaderData<typeof loader>()
  return (
    <div className={isGroup ? 'account-page for-group' : 'account-page'}>
      <PageTitle title={who.title} lead={who.phone ? <ByPhone phone={who.phone} /> : who.role} />
      {news && <Notice tone="success" title={newsWords(news, isGroup)} announced />}
      <div className="cluster">
        <LinkButton href={isGroup ? '/kelompok-saya/pesanan' : '/petugas'} kind="main">
          {isGroup ? m.account_to_group() : m.account_to_staff()}
        </LinkButton>
        <form method="post" action="/keluar">
          <Button>{isGroup ? m.account_group_sign_out() : m.account_sign_out()}</Button>
        </form>
      </div>
      {!isGroup && <Security />}
      <Devices />
    </div>
  )
}

const ByPhone = ({ phone }: { phone: string }) => (
  <>
    {m.account_role_group()} <span className="nowrap">{formatPhone(phone)}</span>
  </>
)

function Security() {
  const { hasSecondStep } = useLoaderData<typeof loader>()
  return (
    <section className="section">
      <h2>{m.account_security()}</h2>
      <ul className="security">
        <li>
          <div>
            <b>{m.account_password()}</b>
            <span className="small muted">{m.account_password_change_lead()}</span>
          </div>
          <LinkButton href="/akun/sandi" size="compact">
            {m.account_password_change()}
          </LinkButton>
        </li>
        <li>
          <div>
            <b>{m.account_second_title()}</b>
            <span className="small muted">
              {hasSecondStep ? m.account_second_on() : m.account_second_off()}
            </span>
          </div>
          <LinkButton href="/akun/dua-langkah" size="compact">
            {m.account_second_manage()}
          </LinkButton>
        </li>
      </ul>
    </section>
  )
}

function Devices() {
  const { devices, isGroup } = useLoaderData<typeof loader>()
  return (
    <section className="section">
      <h2>{isGroup ? m.account_group_devices() : m.account_devices()}</h2>
      <p>{m.account_devices_lead()}</p>
      <ul className="security">
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </ul>
      {devices.length > 1 && (
        <form method="post">
          <Button name="intent" value="end-others">
            {m.account_devices_end_all()}
          </Button>
        </form>
      )}
    </section>
  )
}

type Device = ReturnType<typeof useLoaderData<typeof loader>>['devices'][number]

function DeviceRow({ device: { id, kind, isThis, startedAt, usedAt } }: { device: Device }) {
  const { isGroup } = useLoaderData<typeof loader>()
  const unknown = isGroup ? m.account_group_device_unknown() : m.account_device_unknown()
  const name = kind ? m.account_device(kind) : unknown
  return (
    <li>
      <div>
        <b>{name}</b>
        <span className="small muted">
          {m.account_device_used({ time: usedAt })}, {m.account_device_since({ time: startedAt })}
        </span>
      </div>
      {isThis ? (
        <span className="here">{isGroup ? m.account_group_device_here() : m.account_device_here()}</span>
      ) : (
        <form method="post">
          <input type="hidden" name="session" value={id} />
          <Button size="compact" aria-label={m.account_device_end_label({ device: name, time: usedAt })}>
            {m.account_device_end()}
          </Button>
        </form>
      )}
    </li>
  )
}
