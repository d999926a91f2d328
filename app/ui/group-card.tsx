import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { WeaveField } from './weave/weave-field.tsx'

export type GroupCardData = {
  href: string
  name: string
  /** Lines under the name: where it is; how many weave and how much they show. */
  notes: readonly string[]
  motif: string
  dye: string
  /** What is said of it under its row. */
  below?: ReactNode
}

/** Groups as rows, each with its own cloth. */
export function GroupCards({ groups }: { groups: readonly GroupCardData[] }) {
  return (
    <ul className="group-cards">
      {groups.map(({ href, name, notes, motif, dye, below }) => (
        <li key={href}>
          <a href={href}>
            <WeaveField motif={motif} dye={dye} />
            <span>
              <b>{name}</b>
              {notes.map((note) => (
                <span key={note} className="small muted">
                  {note}
                </span>
              ))}
            </span>
            <Icon name="right" />
          </a>
          {below}
        </li>
      ))}
    </ul>
  )
}
