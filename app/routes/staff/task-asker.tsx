import { waLink } from '#app/lib/whatsapp.ts'
import { m } from '#app/paraglide/messages.js'
import { LinkButton } from '#app/ui/button.tsx'
import type { askerOf } from './asker.server.ts'

/** Who asked the library something, about which order, and the way to answer in their language. */
export function TaskAsker({ asker }: { asker: NonNullable<ReturnType<typeof askerOf>> }) {
  const { name, phone, phoneText, email, groupId, orderCode, locale } = asker
  const text = m.order_whatsapp_about_question({ name }, { locale })
  const subject = m.order_mail_about_question({}, { locale })
  return (
    <>
      <p>
        <bdi>{name}</bdi>,{' '}
        {phone ? (
          <a className="nowrap" href={`tel:${phone}`}>
            {phoneText}
          </a>
        ) : (
          email
        )}
        . {groupId && m.console_task_asked_by_group()}
        {orderCode && m.console_task_asked_about({ code: orderCode })}
      </p>
      <div className="cluster">
        {phone && (
          <LinkButton href={waLink(phone, text)} icon="chat">
            {m.console_group_whatsapp()}
          </LinkButton>
        )}
        {email && (
          <LinkButton
            href={`mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`}
            icon="mail"
          >
            {m.console_task_email()}
          </LinkButton>
        )}
        {orderCode && (
          <LinkButton href={`/petugas/pesanan?q=${encodeURIComponent(orderCode)}`} kind="plain">
            {m.console_task_find_order()}
          </LinkButton>
        )}
      </div>
    </>
  )
}
