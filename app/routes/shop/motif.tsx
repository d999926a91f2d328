import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findMotif } from '#app/domain/catalogue/kinds.queries.server.ts'
import { noFilters, toggleFacet } from '#app/domain/catalogue/product-filters.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { notFound, shopContext } from '#app/routes/context.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Details } from '#app/ui/facts.tsx'
import { PageTitle, SectionHead } from '#app/ui/page-title.tsx'
import { WholeList } from '#app/ui/pagination.tsx'
import { ProductGrid } from '#app/ui/product-card.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { isMotif } from '#app/ui/weave/drafts.ts'
import { WeaveField } from '#app/ui/weave/weave-field.tsx'
import { productListData } from './product-list.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = shopContext(args)
  const found = await findMotif(ctx, args.params['slug'] ?? '')
  if (!found) throw notFound()
  const { photo: _, ...motif } = found
  const filters = toggleFacet(noFilters(), 'motif', motif.slug)
  const { cards, total } = await productListData(ctx, args.context.app.images, filters)
  return { motif, cards, total }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { motif } = args.data
  const name = nameWithGloss(motif)
  return pageMeta(args, {
    title: m.catalogue_motif_title({ name }),
    description: motif.meaning ?? m.catalogue_motif_description({ name }),
  })
}

/** In English the name is followed by what it means. */
const nameWithGloss = ({ name, gloss }: { name: string; gloss: string | null }): string =>
  gloss ? m.catalogue_motif_gloss({ motif: name, gloss }) : name

export default function MotifPage() {
  const { motif, cards, total } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <Breadcrumbs
        here={motif.name}
        crumbs={[{ href: shopHref('/motif'), label: m.catalogue_motifs_title() }]}
      />
      <PageTitle title={nameWithGloss(motif)} />
      <div className="columns even">
        <figure className="motif-drawing">
          <WeaveField motif={motif.slug} width={360} height={240} cell={8} />
          <figcaption className="small muted">
            {isMotif(motif.slug) ? m.catalogue_motif_drawing_note() : m.catalogue_motif_not_drawn()}
          </figcaption>
        </figure>
        <MotifDetails motif={motif} />
      </div>
      <section className="section">
        <SectionHead title={m.catalogue_motif_goods()} />
        {cards.length > 0 ? <ProductGrid products={cards} /> : <p>{m.catalogue_motif_none()}</p>}
        {total > cards.length && <WholeList href={shopHref(`/barang?motif=${motif.slug}`)} count={total} />}
      </section>
    </div>
  )
}

const MeaningUnknown = () => (
  <>
    {m.catalogue_motif_meaning_unknown()}{' '}
    <a href={shopHref('/bantuan/tanya')}>{m.catalogue_motif_meaning_tell()}</a>
  </>
)

type Facts = ReturnType<typeof useLoaderData<typeof loader>>['motif']

function MotifDetails({ motif: { meaning, toldBy, place, sourceUrl, scope } }: { motif: Facts }) {
  const means = { label: m.catalogue_motif_meaning(), value: meaning ?? <MeaningUnknown /> }
  // a word for how a piece looks has no teller, place or source to be recorded
  if (scope === 'sebutan') return <Details details={[means]} />
  const local = scope === 'kayong-utara' ? m.catalogue_motifs_local() : m.catalogue_motifs_malay()
  return (
    <Details
      details={[
        means,
        { label: m.catalogue_motif_told_by(), value: toldBy ?? m.common_trace_missing() },
        { label: m.catalogue_motif_place(), value: place ?? local },
        {
          label: m.catalogue_motif_source(),
          value: sourceUrl ? (
            <a href={sourceUrl}>{m.catalogue_motif_source_link()}</a>
          ) : (
            m.common_trace_missing()
          ),
        },
      ]}
    />
  )
}
