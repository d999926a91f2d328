import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  countDeskOrders,
  type DeskShelf,
  findDeskOrders,
  listDeskOrders,
  MOST_FOUND,
  ORDERS_A_PAGE,
} from '#app/domain/payments/order-desk.queries.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { staffContext } from '#app/routes/context.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { QuickFilters } from '#app/ui/filters.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { DeskSearch, foundWords, NothingFound } from './desk-search.tsx'
import { OrderTable } from './order-table.tsx'

interface Part {
  shelf: DeskShelf
  title: () => string
}
/** What the orders are divided into, by the word in the address; the first is what needs somebody. */
const PARTS = {
  perhatian: { shelf: 'attention', title: m.console_orders_attention },
  ambil: { shelf: 'counter', title: m.console_orders_counter },
  bayar: { shelf: 'unpaid', title: m.console_orders_unpaid },
  berjalan: { shelf: 'going', title: m.console_orders_going },
  selesai: { shelf: 'done', title: m.console_orders_done },
  batal: { shelf: 'over', title: m.console_orders_over },
} satisfies Record<string, Part>
type PartName = keyof typeof PARTS
const FIRST_PART: PartName = 'perhatian'
const isPart = (word: string): word is PartName => Object.hasOwn(PARTS, word)

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staffContext(args)
  const { searchParams } = new URL(args.request.url)
  const words = searchParams.get('q')?.trim().slice(0, 80) ?? ''
  const asked = searchParams.get('bagian') ?? ''
  const part = isPart(asked) ? asked : FIRST_PART
  const { shelf } = PARTS[part]
  const counts = await countDeskOrders(ctx)
  const pages = Math.max(1, Math.ceil(counts[shelf] / ORDERS_A_PAGE))
  const page = Math.min(pages, Math.max(1, Math.floor(Number(searchParams.get('hal'))) || 1))
  const orders = words ? await findDeskOrders(ctx, words) : await listDeskOrders(ctx, { shelf, page })
  const isCut = orders.length === MOST_FOUND
  return { words, part, counts, page, pages: words ? 1 : pages, orders, isCut, now: ctx.now }
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.console_rail_orders(),
    description: m.console_orders_description(),
    isPrivate: true,
  })

export default function Orders() {
  const { words, part, page, pages, orders, isCut, now } = useLoaderData<typeof loader>()
  const title = words ? foundWords({ words, count: orders.length, isCut }) : PARTS[part].title()
  return (
    <>
      <PageTitle title={m.console_rail_orders()} />
      <DeskSearch words={words} hint={m.console_search_order_hint()} />
      <Parts />
      {orders.length === 0 ? (
        <Nothing />
      ) : (
        <section className="figure-panel">
          <h2>{pages > 1 ? `${title} · ${m.common_page_of({ page, pages })}` : title}</h2>
          <OrderTable orders={orders} caption={title} now={now} />
        </section>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefFor={(at) => `?${new URLSearchParams({ bagian: part, hal: String(at) })}`}
      />
    </>
  )
}

function Parts() {
  const { words, part, counts } = useLoaderData<typeof loader>()
  return (
    <div className="desk-tabs">
      <QuickFilters
        label={m.console_orders_parts()}
        filters={Object.entries(PARTS).map(([name, { shelf, title }]) => ({
          href: `?bagian=${name}`,
          label: m.console_shelf_count({ shelf: title(), count: counts[shelf] }),
          isOn: !words && name === part,
        }))}
      />
    </div>
  )
}

function Nothing() {
  const { words, part } = useLoaderData<typeof loader>()
  if (words) return <NothingFound words={words} allHref="/petugas/pesanan" />
  return <EmptyState title={part === FIRST_PART ? m.console_orders_all_well() : m.console_orders_none()} />
}
