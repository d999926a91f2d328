import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Brand } from './brand.tsx'
import { Icon, type IconName } from './icon.tsx'
import { SkipLink } from './shop-frame.tsx'
import { DemoStrip } from './site-header.tsx'

export type RailItem = {
  href: string
  label: string
  icon: IconName
  /** Things waiting there; zero is not shown. */
  waiting?: number
  isCurrent?: boolean
}

type Props = {
  /** Names the navigation, for instance "Petugas". */
  label: string
  items: readonly RailItem[]
  homeHref: string
  /** Who is signed in, and where sign-out posts. */
  person?: { name: string; role?: string; signOutAction: string; accountHref?: string }
  demo?: boolean
  children: ReactNode
}

/** The staff console: a rail at the side, on a phone a row that scrolls. */
export function StaffShell({ label, items, homeHref, person, demo, children }: Props) {
  return (
    <div className="staff">
      <SkipLink />
      <header className="rail">
        <Brand href={homeHref} />
        <nav aria-label={label}>
          {items.map(({ href, label: name, icon, waiting, isCurrent }) => (
            <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
              <Icon name={icon} size={22} />
              {name}
              {waiting ? <span className="count">{waiting}</span> : null}
            </a>
          ))}
        </nav>
        {person && <RailPerson person={person} />}
      </header>
      <div className="staff-page">
        {demo && <DemoStrip />}
        <main id="isi">{children}</main>
      </div>
    </div>
  )
}

function RailPerson({ person }: { person: NonNullable<Props['person']> }) {
  return (
    <div className="rail-person">
      <p>
        {person.accountHref ? <a href={person.accountHref}>{person.name}</a> : <b>{person.name}</b>}
        {person.role && <span className="small">{person.role}</span>}
      </p>
      <form method="post" action={person.signOutAction}>
        <button type="submit" className="button compact">
          {m.common_sign_out()}
        </button>
      </form>
    </div>
  )
}
