import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Icon, type IconName } from './icon.tsx'
import { SkipLink } from './shop-frame.tsx'
import { DemoStrip } from './site-header.tsx'

type Props = {
  title: ReactNode
  /** Where the arrow leads; left out on the first screen. */
  backHref?: string
  /** The facilitator's number: the same place on every screen. */
  helpPhone: string
  /** The main button, kept under the thumb. */
  action?: ReactNode
  demo?: boolean
  children: ReactNode
}

/** The group console: one question a screen, 18 px letters, targets for a thumb. */
export function GroupShell({ title, backHref, helpPhone, action, demo, children }: Props) {
  return (
    <div className={action ? 'group-page with-action' : 'group-page'}>
      <SkipLink />
      <header className="group-bar">
        {backHref ? (
          <a href={backHref} aria-label={m.common_back()}>
            <Icon name="left" size={30} />
          </a>
        ) : (
          <span />
        )}
        <b>{title}</b>
        <a href={`tel:${helpPhone}`}>
          <Icon name="phone" size={26} />
          {m.common_help()}
        </a>
      </header>
      <div className="edge" />
      {demo && <DemoStrip />}
      <main id="isi">{children}</main>
      {action && <div className="thumb-bar">{action}</div>}
    </div>
  )
}

export type BigChoice = { href: string; icon: IconName; title: ReactNode; note?: ReactNode; waiting?: number }

/** Large ways on from the group's first screen: icon, word, and how much is waiting. */
export function BigChoices({ choices }: { choices: readonly BigChoice[] }) {
  return (
    <ul className="big-choices">
      {choices.map(({ href, icon, title, note, waiting }) => (
        <li key={href}>
          <a href={href}>
            <Icon name={icon} size={36} />
            <span>
              <b>{title}</b>
              {note && <span className="muted">{note}</span>}
            </span>
            {waiting ? <span className="number">{waiting}</span> : <Icon name="right" />}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What the group gets, before and after, where everyone at the table can read it. */
export function GroupReceives({
  label,
  amount,
  note,
}: {
  label: ReactNode
  amount: ReactNode
  note?: ReactNode
}) {
  return (
    <p className="receives">
      {label}
      <span className="number">{amount}</span>
      {note && <span className="small">{note}</span>}
    </p>
  )
}
