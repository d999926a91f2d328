import { useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { TimeText } from '#app/ui/date-text.tsx'
import { DeskFold } from './desk-form.tsx'
import type { loader } from './tasks.tsx'

/** What was asked and what a colleague did about it, until it is forgotten. */
export function AnsweredQuestions() {
  const { answered } = useLoaderData<typeof loader>()
  if (answered.length === 0) return null
  const title = m.console_shelf_count({ shelf: m.console_tasks_answered(), count: answered.length })
  return (
    <DeskFold title={title} abouts={[]}>
      <p className="muted">{m.console_tasks_answered_note()}</p>
      <ul className="desk-cards">
        {answered.map(({ id, name, text, answer, answeredAt, answeredBy }) => (
          <li key={id} className="figure-panel task-card">
            <p>
              {name}: “{text}”
            </p>
            <p>{answer}</p>
            <p className="muted flush">
              {answeredBy}, <TimeText at={answeredAt} withYear />
            </p>
          </li>
        ))}
      </ul>
    </DeskFold>
  )
}
