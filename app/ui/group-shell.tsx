import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

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
