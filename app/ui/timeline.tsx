import type { ReactNode } from 'react'
import { stateWord } from './steps.tsx'

export type TimelineStep = {
  title: ReactNode
  state: 'done' | 'now' | 'ahead' | 'stopped'
  /** When it happened, or when it is expected, in words. */
  when?: ReactNode
  note?: ReactNode
}

/** What has happened to a parcel and what comes next, as a thread being woven downwards. */
export function Timeline({ steps, label }: { steps: readonly TimelineStep[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {steps.map(({ title, state, when, note }, place) => (
        <li key={place} className={state} aria-current={state === 'now' ? 'step' : undefined}>
          <b>{title}</b>
          {state !== 'stopped' && <span className="sr"> {stateWord(state)}</span>}
          {when && <span className="small muted">{when}</span>}
          {note && <div className="small">{note}</div>}
        </li>
      ))}
    </ol>
  )
}
