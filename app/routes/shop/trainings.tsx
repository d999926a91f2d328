import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listTrainings, type TrainingSummary } from '#app/domain/trainings/trainings.queries.server.ts'
import { type Day, formatDayRange } from '#app/lib/day.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { shopContext } from '#app/routes/context.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageTitle, SectionHead } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { peopleWords } from './trace-links.tsx'

export async function loader(args: LoaderFunctionArgs) {
  return { trainings: await listTrainings(shopContext(args)) }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.people_trainings_title(), description: m.people_trainings_lead() })

export default function Trainings() {
  const { trainings } = useLoaderData<typeof loader>()
  const planned = trainings.filter(({ state }) => state === 'planned')
  const held = trainings.filter(({ state }) => state === 'held')
  return (
    <div className="wrap">
      <PageTitle title={m.people_trainings_title()} lead={m.people_trainings_lead()} />
      <section className="section">
        <SectionHead title={m.people_trainings_planned()} />
        {planned.length > 0 ? (
          <TrainingList trainings={planned} />
        ) : (
          <EmptyState title={m.people_trainings_none_planned_title()}>
            <p>{m.people_trainings_none_planned()}</p>
          </EmptyState>
        )}
      </section>
      <section className="section">
        <SectionHead title={m.people_trainings_held()} />
        <TrainingList trainings={held} />
      </section>
    </div>
  )
}

interface ListProps {
  trainings: readonly TrainingSummary[]
  /** On a library's own page its name is not said again on every line. */
  ofOneLibrary?: boolean
}

export function TrainingList({ trainings, ofOneLibrary }: ListProps) {
  return (
    <ul className="training-list">
      {trainings.map((training) => (
        <li key={training.slug}>
          <span className="small muted">
            {formatDayRange(training.startsOn as Day, training.endsOn as Day, getLocale())}
          </span>
          <h3>
            <a href={shopHref(`/pelatihan/${training.slug}`)}>{training.title}</a>
          </h3>
          <span className="small">{factsOf(training, ofOneLibrary)}</span>
          {training.productCount > 0 && (
            <span className="small muted">
              {m.people_training_goods_count({ count: training.productCount })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function factsOf({ isDemo, library, state, people }: TrainingSummary, ofOneLibrary = false): string {
  const facts = [
    isDemo ? m.people_training_sample() : null,
    ofOneLibrary ? null : library.name,
    state === 'held' ? peopleWords(people) : null,
  ]
  return facts.flatMap((fact) => (fact ? `${fact}.` : [])).join(' ')
}
