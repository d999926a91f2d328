import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findLibrary, type Library } from '#app/domain/trainings/libraries.queries.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { notFound, shopContext } from '#app/routes/context.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Details } from '#app/ui/facts.tsx'
import { GroupCards } from '#app/ui/group-card.tsx'
import { PageTitle, SectionHead } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { EvidenceBadge } from '#app/ui/trace.tsx'
import { SampleNotice } from './sample-notice.tsx'
import { TrainingList } from './trainings.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const library = await findLibrary(shopContext(args), args.params['slug'] ?? '')
  if (!library) throw notFound()
  return { library }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { name, about } = args.data.library
  return pageMeta(args, { title: name, description: about ?? m.people_library_description({ name }) })
}

export default function LibraryPage() {
  const { library } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <Breadcrumbs
        here={library.name}
        crumbs={[{ href: shopHref('/pelatihan'), label: m.people_trainings_title() }]}
      />
      <PageTitle title={library.name} />
      <div className="columns even">
        <div className="stack">
          {library.isDemo && (
            <SampleNotice title={m.people_library_sample()}>{m.people_library_sample_note()}</SampleNotice>
          )}
          {library.about && <p>{library.about}</p>}
        </div>
        <LibraryDetails library={library} />
      </div>
      <section className="section">
        <SectionHead title={m.people_library_trainings()} />
        {library.trainings.length > 0 ? (
          <TrainingList trainings={library.trainings} ofOneLibrary />
        ) : (
          <p>{m.people_library_no_trainings()}</p>
        )}
      </section>
      {library.groups.length > 0 && (
        <section className="section">
          <SectionHead title={m.people_library_groups()} />
          <GroupCards
            groups={library.groups.map(({ slug, name, villageName, evidence, weaveMotif, weaveColour }) => ({
              href: shopHref(`/kelompok/${slug}`),
              name,
              notes: [m.common_village({ village: villageName })],
              below: <EvidenceBadge level={evidence} />,
              motif: weaveMotif,
              dye: weaveColour,
            }))}
          />
        </section>
      )}
    </div>
  )
}

function LibraryDetails({
  library: { villageName, address, phone, hours, sourceUrl },
}: {
  library: Library
}) {
  return (
    <Details
      details={[
        { label: m.people_library_village(), value: villageName },
        { label: m.catalogue_seller_address(), value: address ?? m.common_trace_missing() },
        {
          label: m.common_footer_phone(),
          value: phone && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>,
        },
        { label: m.people_library_hours(), value: hours ?? m.people_library_hours_unknown() },
        {
          label: m.catalogue_motif_source(),
          value: sourceUrl && <a href={sourceUrl}>{m.catalogue_motif_source_link()}</a>,
        },
      ]}
    />
  )
}
