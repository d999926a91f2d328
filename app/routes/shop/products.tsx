import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { parseProductFilters } from '#app/domain/catalogue/product-filters.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { shopContext } from '#app/routes/context.server.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { productListData } from './product-list.server.ts'
import { ProductListView } from './product-list-view.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const filters = parseProductFilters(new URL(args.request.url).searchParams)
  return productListData(shopContext(args), args.context.app.images, filters)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: m.catalogue_list_title(),
    description: m.catalogue_list_description(),
    search: args.data && args.data.page > 1 ? `hal=${args.data.page}` : undefined,
  })

export default function Products() {
  const list = useLoaderData<typeof loader>()
  const { text } = list.filters
  return (
    <div className="wrap">
      <PageTitle title={text ? m.catalogue_search_title({ text }) : m.catalogue_list_title()} />
      <ProductListView list={list} />
    </div>
  )
}
