import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMotifs } from '#app/domain/catalogue/kinds.queries.server.ts'
import type { MotifFacts } from '#app/domain/catalogue/product.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { shopContext } from '#app/routes/context.server.ts'
import { GroupCards } from '#app/ui/group-card.tsx'
import { PageTitle, SectionHead } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'

export async function loader(args: LoaderFunctionArgs) {
  const motifs = await listMotifs(shopContext(args))
  return { motifs: motifs.map(({ photo: _, ...motif }) => motif) }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.catalogue_motifs_title(), description: m.catalogue_motifs_lead() })

type MotifRow = MotifFacts & { count: number }

export default function Motifs() {
  const { motifs } = useLoaderData<typeof loader>()
  const local = motifs.filter(({ scope }) => scope === 'kayong-utara')
  const used = motifs.filter(({ count }) => count > 0)
  const malay = used.filter(({ scope }) => scope === 'umum-melayu')
  const plain = used.filter(({ scope }) => scope === 'sebutan')
  return (
    <div className="wrap">
      <PageTitle title={m.catalogue_motifs_title()} lead={m.catalogue_motifs_lead()} />
      <MotifSection title={m.catalogue_motifs_local()} motifs={local} />
      {malay.length > 0 && <MotifSection title={m.catalogue_motifs_malay()} motifs={malay} />}
      {plain.length > 0 && <MotifSection title={m.catalogue_motifs_plain()} motifs={plain} />}
    </div>
  )
}

function MotifSection({ title, motifs }: { title: string; motifs: readonly MotifRow[] }) {
  return (
    <section className="section">
      <SectionHead title={title} />
      <GroupCards
        groups={motifs.map(({ slug, name, gloss, count }) => ({
          href: shopHref(`/motif/${slug}`),
          name: gloss ? m.catalogue_motif_gloss({ motif: name, gloss }) : name,
          notes: [m.catalogue_total({ count })],
          motif: slug,
          dye: 'kesumba',
        }))}
      />
    </section>
  )
}
