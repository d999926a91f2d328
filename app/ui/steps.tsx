import { m } from '#app/paraglide/messages.js'

export type Step = { label: string; href?: string }

/** How far along: done strips are woven, the present one is bright, the rest still bare. */
export function Steps({ steps, current }: { steps: readonly Step[]; current: number }) {
  return (
    <nav className="steps" aria-label={m.common_steps({ current: current + 1, total: steps.length })}>
      <ol>
        {steps.map(({ label, href }, place) => {
          const state = place < current ? 'done' : place === current ? 'now' : 'ahead'
          return (
            <li key={label} className={state} aria-current={state === 'now' ? 'step' : undefined}>
              {href && state === 'done' ? <a href={href}>{label}</a> : <span>{label}</span>}
              <span className="sr">{stateWord(state)}</span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

const STATE_WORDS = { done: m.common_step_done, now: m.common_step_current, ahead: m.common_step_ahead }

export const stateWord = (state: keyof typeof STATE_WORDS): string => STATE_WORDS[state]()
