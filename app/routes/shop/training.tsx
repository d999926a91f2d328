import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { noFilters, toggleFacet } from '#app/domain/catalogue/product-filters.ts'
import { findTraining, type Training } from '#app/domain/trainings/trainings.queries.server.ts'
import { type Day, formatDay, formatDayRange } from '#app/lib/day.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { notFound, shopContext } from '#app/routes/context.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Details } from '#app/ui/facts.tsx'
import { GroupCards } from '#app/ui/group-card.tsx'
import { PageTitle, SectionHead } from '#app/ui/page-title.tsx'
import { WholeList } from '#app/ui/pagination.tsx'
import { ProductGrid } from '#app/ui/product-card.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { EvidenceBadge } from '#app/ui/trace.tsx'
import { productListData } from './product-list.server.ts'
import { SampleNotice } from './sample-notice.tsx'
import { peopleWords } from './trace-links.tsx'
import { budgetWord, skillWord, strategyWord } from './training-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = shopContext(args)
  const training = await findTraining(ctx, args.params['slug'] ?? '')
  if (!training) throw notFound()
  const filters = toggleFacet(noFilters(), 'training', training.slug)
  const { cards, total } = await productListData(ctx, args.context.app.images, filters)
  return { training, cards, total }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { title, summary, library } = args.data.training
  return pageMeta(args, {
    title,
    description: summary ?? m.people_training_description({ title, library: library.name }),
  })
}

export default function TrainingPage() {
  const { training, cards, total } = useLoaderData<typeof loader>()
  const isHeld = training.state === 'held'
  return (
    <div className="wrap">
      <Breadcrumbs
        here={training.title}
        crumbs={[{ href: shopHref('/pelatihan'), label: m.people_trainings_title() }]}
      />
      <PageTitle
        title={training.title}
        lead={formatDayRange(training.startsOn as Day, training.endsOn as Day, getLocale())}
      />
      <div className="columns even">
        <div className="stack">
          {training.isDemo && (
            <SampleNotice title={m.people_training_sample()}>{m.people_training_sample_note()}</SampleNotice>
          )}
          {training.summary && <p>{training.summary}</p>}
          {isHeld && <Sessions training={training} />}
        </div>
        <TrainingDetails training={training} />
      </div>
      {isHeld && (
        <section className="section">
          <SectionHead title={m.people_training_groups()} />
          <TrainingGroups training={training} />
        </section>
      )}
      {isHeld && (
        <section className="section">
          <SectionHead title={m.people_training_goods()}>{m.people_training_goods_note()}</SectionHead>
          {cards.length > 0 ? <ProductGrid products={cards} /> : <p>{m.people_training_no_goods()}</p>}
          {total > cards.length && (
            <WholeList href={shopHref(`/barang?pelatihan=${training.slug}`)} count={total} />
          )}
        </section>
      )}
    </div>
  )
}

function TrainingDetails({ training }: { training: Training }) {
  const instructors = training.facilitators.map(({ name }) => name).join(', ')
  const { library, sourceUrl } = training
  return (
    <Details
      details={[
        {
          label: m.common_trace_library(),
          value: <a href={shopHref(`/perpustakaan/${library.slug}`)}>{library.name}</a>,
        },
        {
          label: m.people_training_place(),
          value: [training.placeName, training.districtName].filter(Boolean).join(', '),
        },
        { label: m.people_training_strategy(), value: strategyWord(training.strategy) },
        { label: m.people_training_skill(), value: skillWord(training.skill) },
        { label: m.people_training_instructors(), value: instructors || m.common_trace_missing() },
        {
          label: m.people_training_people(),
          value: training.state === 'held' ? peopleWords(training.people) : null,
        },
        {
          label: m.people_training_budget(),
          value: training.budgetSource && budgetWord(training.budgetSource),
        },
        {
          label: m.catalogue_motif_source(),
          value: sourceUrl && <a href={sourceUrl}>{m.catalogue_motif_source_link()}</a>,
        },
      ]}
    />
  )
}

function Sessions({ training: { sessions } }: { training: Training }) {
  if (sessions.length === 0) return null
  return (
    <DataTable
      caption={m.people_training_sessions()}
      showCaption
      rows={sessions}
      keyOf={({ heldOn, topic }) => heldOn + topic}
      columns={[
        {
          head: m.people_training_session_date(),
          cell: ({ heldOn }) => formatDay(heldOn as Day, getLocale()),
        },
        { head: m.people_training_session_topic(), cell: ({ topic }) => topic, isName: true },
        {
          head: m.people_training_session_people(),
          cell: ({ people }) => (people === 0 ? '–' : people),
          isNumber: true,
        },
      ]}
    />
  )
}

function TrainingGroups({ training: { groups } }: { training: Training }) {
  if (groups.length === 0) return <p>{m.people_training_no_groups()}</p>
  return (
    <GroupCards
      groups={groups.map(({ slug, name, villageName, evidence, note, weaveMotif, weaveColour }) => ({
        href: shopHref(`/kelompok/${slug}`),
        name,
        notes: [m.common_village({ village: villageName })],
        below: <EvidenceBadge level={evidence} note={note} />,
        motif: weaveMotif,
        dye: weaveColour,
      }))}
    />
  )
}
