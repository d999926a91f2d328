import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export type FilterLink = { href: string; label: string; isOn?: boolean }

/** The filters most people want, as links above the grid. */
export function QuickFilters({ filters, label }: { filters: readonly FilterLink[]; label: string }) {
  if (filters.length === 0) return null
  return (
    <ul className="chips" aria-label={label}>
      {filters.map(({ href, label: name, isOn }) => (
        <li key={name}>
          <a className={isOn ? 'chip on' : 'chip'} href={href} aria-current={isOn ? 'true' : undefined}>
            {isOn && <Icon name="check" size={18} />}
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What the list is narrowed by; each link takes one filter off. */
export function AppliedFilters({
  filters,
  clearHref,
}: {
  filters: readonly FilterLink[]
  /** Where all come off at once; not where there is nothing but one to take off. */
  clearHref?: string | undefined
}) {
  if (filters.length === 0) return null
  return (
    <ul className="chips" aria-label={m.common_filters_applied()}>
      {filters.map(({ href, label }) => (
        <li key={label}>
          <a className="chip on" href={href} aria-label={m.common_filter_remove({ name: label })}>
            {label}
            <Icon name="cross" size={16} />
          </a>
        </li>
      ))}
      {clearHref && (
        <li>
          <a className="chip plain" href={clearHref}>
            {m.common_filters_clear()}
          </a>
        </li>
      )}
    </ul>
  )
}

type PanelProps = {
  action: string
  count?: number
  /** The fields; use ChoiceList, SelectField and TextField. */
  children: ReactNode
}

/** The full filter: a GET form, so that every state has an address and Back brings it back. */
export function FilterPanel({ action, count = 0, children }: PanelProps) {
  return (
    <details className="filters">
      <summary className="button compact">
        <Icon name="filter" size={20} />
        {m.common_filters()}
        {count > 0 && <span className="count">{count}</span>}
      </summary>
      <form method="get" action={action}>
        <div className="fields">{children}</div>
        <Button kind="main" full>
          {m.common_filters_apply()}
        </Button>
      </form>
    </details>
  )
}
