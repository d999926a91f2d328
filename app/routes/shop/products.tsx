import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { parseProductFilters } from '#app/domain/catalogue/product-filters.ts'
import { m } from '#app/paraglide/messages.js'
import { shopContext } from '#app/routes/context.server.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { type ProductListData, productListData } from './product-list.server.ts'
import { listMeta } from './product-list-meta.ts'
import { ProductListView } from './product-list-view.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const filters = parseProductFilters(new URL(args.request.url).searchParams)
  return productListData(shopContext(args), args.context.app.images, filters)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  listMeta(args, {
    title: titleOf(args.data),
    description: m.catalogue_list_description(),
    page: args.data?.page ?? 1,
  })

const titleOf = (list: ProductListData | undefined) =>
  list?.filters.text ? m.catalogue_search_title({ text: list.filters.text }) : m.catalogue_list_title()

export default function Products() {
  const list = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <PageTitle title={titleOf(list)} />
      <ProductListView list={list} />
    </div>
  )
}
