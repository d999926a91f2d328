import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type Fact = { icon: IconName; title: ReactNode; note?: ReactNode }

/** The few things to know before the button: stock, size, who made it. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <ul className="facts">
      {facts.map(({ icon, title, note }, place) => (
        <li key={`${icon}${place}`}>
          <Icon name={icon} size={28} />
          <span>
            <b>{title}</b>
            {note && <span className="small muted">{note}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

export type Detail = { label: string; value: ReactNode }

/** Label and value, one per row; rows without a value are left out. */
export function Details({ details, caption }: { details: readonly Detail[]; caption?: string }) {
  return (
    <table className="details">
      {caption && <caption className="sr">{caption}</caption>}
      <tbody>
        {details
          .filter(({ value }) => value !== null && value !== undefined && value !== '')
          .map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
