import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { filtersOn, parseProductFilters } from '#app/domain/catalogue/product-filters.ts'
import { parseTraceCode } from '#app/domain/catalogue/trace-code.ts'
import { parseOrderCode, trackPath } from '#app/domain/orders/order-code.ts'
import { localePath } from '#app/lib/locale.ts'
import { m } from '#app/paraglide/messages.js'
import { shopContext } from '#app/routes/context.server.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { leadToLastPage, type ProductListData, productListData } from './product-list.server.ts'
import { listMeta } from './product-list-meta.ts'
import { ProductListView } from './product-list-view.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = shopContext(args)
  const filters = parseProductFilters(new URL(args.request.url).searchParams)
  const codePage = codePageOf(filters.text)
  if (codePage) throw redirect(localePath(codePage, ctx.locale))
  const list = await productListData(ctx, args.context.app.images, filters)
  leadToLastPage(args.request, list)
  return list
}

/** Where a code typed into the search belongs: an order's is tracked, a tag's names one piece. */
function codePageOf(text: string): string | null {
  const orderCode = parseOrderCode(text)
  if (orderCode) return trackPath(orderCode)
  const traceCode = parseTraceCode(text)
  return traceCode && `/j/${traceCode}`
}

export const meta: MetaFunction<typeof loader> = (args) =>
  listMeta(args, {
    title: titleOf(args.data),
    description: m.catalogue_list_description(),
    page: args.data?.page ?? 1,
  })

function titleOf(list: ProductListData | undefined): string {
  if (list?.filters.text) return m.catalogue_search_title({ text: list.filters.text })
  return list && filtersOn(list.filters).length > 0 ? m.catalogue_list_title_some() : m.catalogue_list_title()
}

export default function Products() {
  const list = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <PageTitle title={titleOf(list)} />
      <ProductListView list={list} />
    </div>
  )
}
