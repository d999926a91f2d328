import { useActionData, useLoaderData } from '@remix-run/react'
import type { QrMatrix } from '#app/domain/accounts/qr-code.ts'
import { formatPhone } from '#app/lib/phone-text.ts'
import { m } from '#app/paraglide/messages.js'
import { QrCode } from '#app/routes/qr-code.tsx'
import { Button } from '#app/ui/button.tsx'
import { TimeText } from '#app/ui/date-text.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateWord } from '#app/ui/outcome-chain.tsx'
import { Closing } from './closing.tsx'
import { DeskFold, DeskForm, Foremost } from './desk-form.tsx'
import { useMayAct } from './may-act.ts'
import { reachesNobody } from './reaches-nobody.ts'
import type { action, loader } from './sign-in-link.tsx'

interface Issued {
  href: string
  qr: QrMatrix
  expiresAt: Date
  userName: string
  phone: string | null
}

/** The sheet that staff print and hand over: the code for a camera, the address for a hand, and until when. */
export function IssuedSheet({ link }: { link: Issued }) {
  const { group, origin } = useLoaderData<typeof loader>()
  return (
    <>
      <Foremost>
        <Notice tone="success" title={m.console_sheet_made()} announced>
          <p>{m.console_sheet_once()}</p>
          <PrintButton />
        </Notice>
      </Foremost>
      <section className="sign-in-sheet" aria-label={m.console_sheet_label()}>
        <h2>{m.console_sheet_title({ group: group.name })}</h2>
        <p>{link.userName}</p>
        <QrCode matrix={link.qr} label={m.console_sheet_qr()} size={280} />
        <ol>
          <li>{m.console_sheet_step_camera()}</li>
          <li>{m.console_sheet_step_open()}</li>
          <li>{m.console_sheet_step_press()}</li>
        </ol>
        <p>
          {m.console_sheet_or_code({ address: doorOf(origin) })}{' '}
          {link.phone && <b className="nowrap">{formatPhone(link.phone)}</b>}
        </p>
        <p className="address">{link.href}</p>
        <p>
          <b>
            {m.console_sheet_until()} <TimeText at={link.expiresAt} withYear />. {m.console_sheet_one_time()}
          </b>
        </p>
      </section>
    </>
  )
}

/** The door's address as people type it. */
const doorOf = (origin: string) => `${origin.replace(/^https?:\/\//, '')}/masuk`

/** A button only where scripts run; elsewhere the keys that do the same. */
const PrintButton = () => (
  <>
    <Button type="button" icon="print" data-print hidden>
      {m.console_sheet_print()}
    </Button>
    <noscript>
      <p>{m.console_sheet_print_keys()}</p>
    </noscript>
  </>
)

/** Each phone of the group, with the two ways to let it in, and the way to shut it out. */
export function PhoneList() {
  const { group } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const mayAct = useMayAct()
  return (
    <section className="figure-panel">
      <h2>{m.console_phones_title()}</h2>
      {answer && 'news' in answer && (
        <Foremost>
          <Notice tone="success" title={answer.news} announced />
        </Foremost>
      )}
      {reachesNobody(group) && (
        <Notice tone="warning" title={m.console_phones_reach_nobody()}>
          <p>{mayAct ? m.console_phones_reach_nobody_do() : m.console_phones_reach_nobody_then()}</p>
        </Notice>
      )}
      {group.phones.length === 0 && !reachesNobody(group) && (
        <p>{mayAct ? m.console_phones_none() : m.console_care_no_phone()}</p>
      )}
      {group.phones.length > 0 && (
        <ul className="phone-list">
          {group.phones.map((phone) => (
            <PhoneOf key={phone.id} phone={phone} />
          ))}
        </ul>
      )}
    </section>
  )
}

type Phone = ReturnType<typeof useLoaderData<typeof loader>>['group']['phones'][number]

function PhoneOf({ phone: { id, name, phone, lastSeenAt, closedAt, closing } }: { phone: Phone }) {
  const { group } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const mayAct = useMayAct()
  const code = answer && 'code' in answer ? answer.code : null
  const hidden = { userId: id }
  return (
    <li>
      <p className="flush">
        <b>{name}</b>{' '}
        {phone && (
          <a className="nowrap" href={`tel:${phone}`}>
            {formatPhone(phone)}
          </a>
        )}
        {phone && phone === group.orderPhone && (
          <span className="below">
            <StateWord tone="good">{m.console_care_for_orders()}</StateWord>
            {!group.showsSamplesOnly && <span className="below">{m.console_phone_buyers_ask()}</span>}
          </span>
        )}
        {closedAt && (
          <span className="below">
            <Closing at={closedAt} closing={closing} />
          </span>
        )}
        <span className="small muted below">
          {m.console_care_last()}:{' '}
          {lastSeenAt ? <TimeText at={lastSeenAt} withYear /> : m.console_care_never()}
        </span>
      </p>
      {mayAct && closedAt && (
        <DeskForm
          about={`buka-${id}`}
          intent="reopen"
          hidden={hidden}
          button={m.console_phone_reopen()}
          of={name}
        />
      )}
      {mayAct && !closedAt && (
        <>
          <div className="cluster">
            <DeskForm
              about={`tautan-${id}`}
              intent="link"
              hidden={hidden}
              kind="main"
              button={m.console_make_link()}
              of={name}
            />
            <DeskForm
              about={`kode-${id}`}
              intent="code"
              hidden={hidden}
              button={m.console_make_code()}
              of={name}
            />
            {phone !== group.orderPhone && (
              <DeskForm
                about={`pesanan-${id}`}
                intent="prefer"
                hidden={hidden}
                button={m.console_phone_prefer()}
                of={name}
              />
            )}
          </div>
          {code?.userId === id && <CodeToRead code={code.code} expiresAt={code.expiresAt} />}
          <ClosePhone id={id} name={name} />
        </>
      )}
    </li>
  )
}

/** A phone that is lost or no longer the group's: whoever holds it is out at once. */
function ClosePhone({ id, name }: { id: string; name: string }) {
  const about = `tutup-${id}`
  return (
    <DeskFold title={m.console_phone_close()} of={name} abouts={[about]}>
      <DeskForm
        about={about}
        intent="close"
        hidden={{ userId: id }}
        kind="danger"
        button={m.console_phone_close_button()}
        of={name}
      >
        {(field) => (
          <TextField
            field={field('reason', { required: true, maxLength: 200 })}
            label={m.console_phone_close_reason()}
            hint={m.console_phone_close_hint()}
            autoComplete="off"
          />
        )}
      </DeskForm>
    </DeskFold>
  )
}

/** Six digits to be read aloud, in two threes. */
function CodeToRead({ code, expiresAt }: { code: string; expiresAt: Date }) {
  const { origin } = useLoaderData<typeof loader>()
  return (
    <Foremost>
      <Notice title={m.console_code_read()} announced>
        <p className="code-to-read">
          {code.slice(0, 3)} {code.slice(3)}
        </p>
        <p>{m.console_code_how({ address: doorOf(origin) })}</p>
        <p>
          {m.console_sheet_until()} <TimeText at={expiresAt} />. {m.console_sheet_one_time()}
        </p>
      </Notice>
    </Foremost>
  )
}

/** Another phone of the group, or its first. */
export function AddPhone() {
  const { group } = useLoaderData<typeof loader>()
  if (!useMayAct()) return null
  return (
    <section className="figure-panel">
      <h2>{m.console_phone_add()}</h2>
      <p className="flush">
        {group.orderPhone ? m.console_phone_add_then() : m.console_phone_add_first()}{' '}
        {!group.showsSamplesOnly && m.console_phone_add_seen()}
      </p>
      <DeskForm about="tambah" intent="add" button={m.console_phone_add_button()}>
        {(field) => (
          <>
            <TextField
              field={field('name', { required: true, maxLength: 80 })}
              label={m.console_phone_name()}
              hint={m.console_phone_name_hint()}
              autoComplete="off"
            />
            <TextField
              field={field('phone', { required: true, maxLength: 30 })}
              label={m.account_phone()}
              hint={m.account_phone_hint()}
              type="tel"
              inputMode="tel"
              autoComplete="off"
              width={16}
            />
          </>
        )}
      </DeskForm>
    </section>
  )
}
