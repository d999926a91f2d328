import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { noFilters, toggleFacet } from '#app/domain/catalogue/product-filters.ts'
import { findGroup, type Group } from '#app/domain/groups/groups.queries.server.ts'
import { type Day, formatDayRange } from '#app/lib/day.ts'
import { formatSpan } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { notFound, shopContext } from '#app/routes/context.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Details } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle, SectionHead } from '#app/ui/page-title.tsx'
import { WholeList } from '#app/ui/pagination.tsx'
import { ProductGrid } from '#app/ui/product-card.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { SupporterName } from '#app/ui/supporter-name.tsx'
import { EvidenceBadge } from '#app/ui/trace.tsx'
import { WeaveField } from '#app/ui/weave/weave-field.tsx'
import { productListData } from './product-list.server.ts'
import { memberWords } from './trace-links.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = shopContext(args)
  const group = await findGroup(ctx, args.params['slug'] ?? '')
  if (!group) throw notFound()
  const filters = toggleFacet(noFilters(), 'group', group.slug)
  const { cards, total } = await productListData(ctx, args.context.app.images, filters)
  return { group, cards, total }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { name, villageName, about } = args.data.group
  return pageMeta(args, {
    title: m.people_group_title({ name, village: villageName }),
    description: about ?? m.people_group_description({ name, village: villageName }),
  })
}

export default function GroupPage() {
  const { group, cards, total } = useLoaderData<typeof loader>()
  const showsSamples = group.showsSamplesOnly && cards.length > 0
  return (
    <div className="wrap">
      <Breadcrumbs
        here={group.name}
        crumbs={[{ href: shopHref('/kelompok'), label: m.people_groups_title() }]}
      />
      <div className="group-head">
        <WeaveField motif={group.weaveMotif} dye={group.weaveColour} width={160} height={96} />
        <PageTitle
          title={group.name}
          lead={m.catalogue_product_place({ village: group.villageName, district: group.districtName })}
        >
          {cards.length > 0 && <LinkButton href="#barang">{m.people_group_see_goods()}</LinkButton>}
        </PageTitle>
      </div>
      {group.state === 'resting' && <Notice>{m.people_group_resting()}</Notice>}
      {group.state === 'closed' && <Notice>{m.people_group_closed()}</Notice>}
      {showsSamples && <Notice title={m.people_group_samples_title()}>{m.people_group_samples()}</Notice>}
      <div className="columns even section">
        <div>
          {group.about ? <p>{group.about}</p> : <p className="muted">{m.people_group_about_missing()}</p>}
          <GroupDetails group={group} />
        </div>
        <GroupTrainings group={group} />
      </div>
      <Supporters group={group} />
      <section className="section" id="barang">
        <SectionHead title={showsSamples ? m.people_group_samples_title() : m.people_group_goods()} />
        {cards.length > 0 ? (
          <ProductGrid products={cards} />
        ) : (
          <EmptyState title={m.catalogue_kind_empty_title()}>
            <p>{m.people_group_no_goods()}</p>
          </EmptyState>
        )}
        {total > cards.length && (
          <WholeList href={shopHref(`/barang?kelompok=${group.slug}`)} count={total} />
        )}
      </section>
    </div>
  )
}

function GroupDetails({ group }: { group: Group }) {
  const members = memberWords(group.memberCount)
  const named = group.namedMembers.map(({ name }) => name).join(', ')
  return (
    <Details
      details={[
        { label: m.people_group_members(), value: members ?? m.common_trace_missing() },
        { label: m.people_group_named(), value: named || (members ? m.people_group_named_none() : null) },
        { label: m.people_group_founded(), value: group.foundedYear },
        { label: m.catalogue_seller_nib(), value: group.businessNumber },
        {
          label: m.catalogue_motif_source(),
          value: group.sourceUrl && <a href={group.sourceUrl}>{m.catalogue_motif_source_link()}</a>,
        },
      ]}
    />
  )
}

function GroupTrainings({ group: { trainings } }: { group: Group }) {
  return (
    <section aria-labelledby="pelatihan-kelompok">
      <h2 id="pelatihan-kelompok">{m.people_group_trainings()}</h2>
      {trainings.length === 0 && <p className="muted">{m.people_group_no_trainings()}</p>}
      <ul className="dated-list">
        {trainings.map((training) => (
          <li key={training.slug}>
            <b>
              <a href={shopHref(`/pelatihan/${training.slug}`)}>{training.title}</a>
            </b>
            <span className="small muted">
              {formatDayRange(training.startsOn as Day, training.endsOn as Day, getLocale())} ·{' '}
              {training.library.name}
            </span>
            <EvidenceBadge level={training.evidence} note={training.note} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Help that has not ended says so; help of one year names it once. */
function yearWords(since: number, until: number | null): string {
  if (until === null) return m.people_group_supporters_since({ year: since })
  return formatSpan(since, until)
}

/** The library never stands alone in a group's story. */
function Supporters({ group: { supporters } }: { group: Group }) {
  if (supporters.length === 0) return null
  return (
    <section className="section">
      <SectionHead title={m.people_group_supporters()}>{m.people_group_supporters_note()}</SectionHead>
      <ul className="dated-list in-two">
        {supporters.map(({ name, gloss, note, sinceYear, untilYear, sourceUrl }) => (
          <li key={name + note}>
            <b>
              <SupporterName name={name} gloss={gloss} />
              {sinceYear && `, ${yearWords(sinceYear, untilYear)}`}
            </b>
            <span className="small">{note}</span>
            {sourceUrl && (
              <a className="small" href={sourceUrl}>
                {m.catalogue_motif_source_link()}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
