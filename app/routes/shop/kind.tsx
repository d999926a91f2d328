import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findKind } from '#app/domain/catalogue/kinds.queries.server.ts'
import { parseProductFilters } from '#app/domain/catalogue/product-filters.ts'
import { m } from '#app/paraglide/messages.js'
import { notFound, shopContext } from '#app/routes/context.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { leadToLastPage, productListData } from './product-list.server.ts'
import { listMeta } from './product-list-meta.ts'
import { ProductListView } from './product-list-view.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = shopContext(args)
  const kind = await findKind(ctx, args.params['kind'] ?? '')
  if (!kind) throw notFound()
  const filters = parseProductFilters(new URL(args.request.url).searchParams)
  const facets = { ...filters.facets, kind: [kind.slug] }
  const list = await productListData(ctx, args.context.app.images, { ...filters, facets })
  leadToLastPage(args.request, list)
  return { kind, list }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { kind, list } = args.data
  return listMeta(args, { title: kind.name, description: kind.blurb, page: list.page })
}

export default function Kind() {
  const { kind, list } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <Breadcrumbs
        here={kind.name}
        crumbs={[{ href: shopHref('/barang'), label: m.common_nav_products() }]}
      />
      <PageTitle title={kind.name} lead={kind.blurb} />
      {kind.count === 0 ? (
        <EmptyState
          title={m.catalogue_kind_empty_title()}
          action={<LinkButton href={shopHref('/barang')}>{m.catalogue_see_all()}</LinkButton>}
        >
          <p>{m.catalogue_kind_empty({ kind: kind.name.toLowerCase() })}</p>
        </EmptyState>
      ) : (
        <ProductListView list={list} path={`/barang/jenis/${kind.slug}`} fixedKind={kind.slug} />
      )}
    </div>
  )
}
