import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { WeaveField } from './weave/weave-field.tsx'

export type GroupCardData = {
  href: string
  name: string
  /** Village, number of members, number of crafts: one line. */
  note: ReactNode
  motif: string
  dye: string
}

/** Groups as rows, each with its own cloth. */
export function GroupCards({ groups }: { groups: readonly GroupCardData[] }) {
  return (
    <ul className="group-cards">
      {groups.map(({ href, name, note, motif, dye }) => (
        <li key={href}>
          <a href={href}>
            <WeaveField motif={motif} dye={dye} />
            <span>
              <b>{name}</b>
              <span className="small muted">{note}</span>
            </span>
            <Icon name="right" />
          </a>
        </li>
      ))}
    </ul>
  )
}
