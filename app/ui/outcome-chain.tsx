import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type OutcomeStep = {
  label: ReactNode
  value: ReactNode
  /** The denominator, the target, or the period compared with. */
  note?: ReactNode
  change?: { direction: 'up' | 'down'; words: ReactNode }
}

const LINKS = ['library', 'training', 'group', 'maker', 'product']

/** Five results in the order of the trace: from trainings held to what reaches a member. */
export function OutcomeChain({ steps, label }: { steps: readonly OutcomeStep[]; label: string }) {
  return (
    <ol className="outcome-chain" aria-label={label}>
      {steps.map(({ label: name, value, note, change }, place) => (
        <li key={place} className={LINKS[place % LINKS.length]}>
          <div className="small">{name}</div>
          <div className="number">{value}</div>
          <div className="small muted">
            {change && <span className={`change ${change.direction}`}>{change.words}</span>} {note}
          </div>
        </li>
      ))}
    </ol>
  )
}

export type Task = {
  title: ReactNode
  note?: ReactNode
  href?: string
  action?: string
  tone?: 'warning' | 'info'
}

/** Work that waits for a person, most pressing first. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="tasks">
      {tasks.map(({ title, note, href, action, tone = 'warning' }, place) => (
        <li key={place} className={tone}>
          <Icon name={tone === 'warning' ? 'alert' : 'info'} size={26} />
          <div>
            <b>{title}</b>
            <span className="muted">
              {note} {href && <a href={href}>{action}</a>}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** How a state stands: done, wanting somebody, under way, or over without having come about. */
export type Tone = 'good' | 'bad' | 'neutral' | 'over'

const TONE_ICONS = { good: 'check', bad: 'alert', neutral: 'clock', over: 'cross' } as const

/** A state in a word and an icon, for table cells. */
export function StateWord({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`state ${tone}`}>
      <Icon name={TONE_ICONS[tone]} size={18} />
      {children}
    </span>
  )
}
