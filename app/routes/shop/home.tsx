import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findFeaturedSlug } from '#app/domain/catalogue/featured.queries.server.ts'
import { countByKind } from '#app/domain/catalogue/kinds.queries.server.ts'
import { findProduct } from '#app/domain/catalogue/product.queries.server.ts'
import { listNewest } from '#app/domain/catalogue/product-list.queries.server.ts'
import { listGroups } from '#app/domain/groups/groups.queries.server.ts'
import { findHomeNumbers } from '#app/domain/outcomes/outcomes.queries.server.ts'
import { pageMeta, SITE_NAME } from '#app/lib/seo.ts'
import { siteThing } from '#app/lib/structured-data.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Ctx } from '#app/platform/context.server.ts'
import { shopContext } from '#app/routes/context.server.ts'
import { cardOf, pictureOf } from '#app/routes/pictures.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { GroupCards } from '#app/ui/group-card.tsx'
import { Hero } from '#app/ui/hero.tsx'
import { JsonLd } from '#app/ui/json-ld.tsx'
import { KindTiles } from '#app/ui/kind-tiles.tsx'
import { SectionHead } from '#app/ui/page-title.tsx'
import { Picture, SIZES } from '#app/ui/picture.tsx'
import { ProductGrid } from '#app/ui/product-card.tsx'
import { useShopData } from '#app/ui/shop-data.ts'
import { shopHref } from '#app/ui/shop-href.ts'
import { Trace } from '#app/ui/trace.tsx'
import { groupCardOf } from './group-cards.ts'
import { HomeNumbers } from './home-numbers.tsx'
import { kindTileOf } from './product-list.server.ts'
import { traceLinks } from './trace-links.tsx'

const NEWEST_SHOWN = 8
const GROUPS_SHOWN = 4

export async function loader(args: LoaderFunctionArgs) {
  const ctx = shopContext(args)
  const { images } = args.context.app
  const [kinds, newest, groups, featured, numbers] = await Promise.all([
    countByKind(ctx),
    listNewest(ctx, NEWEST_SHOWN),
    listGroups(ctx),
    featuredProduct(ctx),
    findHomeNumbers(ctx),
  ])
  return {
    kinds: kinds.filter(({ count }) => count > 0).map((kind) => kindTileOf(ctx, images, kind)),
    total: kinds.reduce((sum, { count }) => sum + count, 0),
    newest: newest.map((card) => cardOf(ctx, images, card)),
    groups,
    numbers,
    featured: featured && {
      slug: featured.slug,
      title: featured.title,
      trace: featured.trace,
      availability: featured.availability,
      picture: featured.photos[0] ? pictureOf(images, featured.photos[0]) : null,
    },
  }
}

async function featuredProduct(ctx: Ctx) {
  const slug = await findFeaturedSlug(ctx)
  return slug ? findProduct(ctx, slug) : null
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: m.catalogue_home_title(),
    isWholeTitle: true,
    description: m.catalogue_home_description(),
  })

export default function Home() {
  const { kinds, total, newest, groups, featured, numbers } = useLoaderData<typeof loader>()
  const shop = useShopData()
  return (
    <>
      <Hero title={[m.catalogue_home_hero_1(), m.catalogue_home_hero_2()]} lead={m.catalogue_home_lead()}>
        <LinkButton kind="main" size="large" href={shopHref('/barang')} iconAfter="right">
          {m.catalogue_home_see()}
        </LinkButton>
        {featured && (
          <LinkButton size="large" href="#jejak">
            {m.catalogue_home_example()}
          </LinkButton>
        )}
      </Hero>
      <div className="wrap">
        {total === 0 ? (
          <section className="section">
            <EmptyState title={m.catalogue_kind_empty_title()}>
              <p>{m.catalogue_home_empty()}</p>
            </EmptyState>
          </section>
        ) : (
          <>
            <section className="section">
              <SectionHead
                title={m.catalogue_home_kinds()}
                more={{ href: shopHref('/barang'), label: m.catalogue_home_all({ count: total }) }}
              />
              <KindTiles kinds={kinds} />
            </section>
            <section className="section">
              <SectionHead
                title={m.catalogue_home_new()}
                more={{ href: shopHref('/barang'), label: m.catalogue_home_new_more() }}
              />
              <ProductGrid products={newest} eager={2} />
            </section>
          </>
        )}
      </div>
      {featured && <FeaturedTrace featured={featured} />}
      <div className="wrap">
        {groups.length > 0 && (
          <section className="section">
            <SectionHead
              title={m.catalogue_home_groups()}
              more={{
                href: shopHref('/kelompok'),
                label: m.catalogue_home_groups_more({ count: groups.length }),
              }}
            />
            <GroupCards groups={groups.slice(0, GROUPS_SHOWN).map(groupCardOf)} />
          </section>
        )}
        <HomeNumbers numbers={numbers} />
      </div>
      {shop && <SiteJsonLd publisher={shop.operator.name} />}
    </>
  )
}

function SiteJsonLd({ publisher }: { publisher: string }) {
  const paths = { path: shopHref('/'), listPath: shopHref('/barang') }
  return <JsonLd things={(origin) => [siteThing(origin, { name: SITE_NAME, publisher, ...paths })]} />
}

type Featured = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['featured']>

/** One real trace, whole: what makes this shop unlike others, seen rather than told. */
function FeaturedTrace({ featured }: { featured: Featured }) {
  const { slug, title, trace, picture } = featured
  const href = shopHref(`/barang/${slug}`)
  return (
    <section className="band section" id="jejak" aria-labelledby="judul-jejak">
      <div className="wrap">
        <div className="panel">
          <div className="trace-head">
            {picture && <Picture picture={picture} sizes={SIZES.thumb} className="cut" />}
            <SectionHead
              id="judul-jejak"
              title={m.catalogue_home_trace({ title: getLocale() === 'id' ? title.toLowerCase() : title })}
            >
              {m.catalogue_home_trace_lead()}
            </SectionHead>
          </div>
          <Trace links={traceLinks(featured, href)} supporters={trace.group.supporters} />
          <LinkButton href={href} iconAfter="right">
            {m.catalogue_home_trace_see()}
          </LinkButton>
        </div>
      </div>
    </section>
  )
}
