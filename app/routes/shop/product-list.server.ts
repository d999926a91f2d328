import { redirect } from '@remix-run/node'
import type { KindWithCount } from '#app/domain/catalogue/kinds.queries.server.ts'
import { countByKind } from '#app/domain/catalogue/kinds.queries.server.ts'
import { listGroupsNamed, listMotifsNamed } from '#app/domain/catalogue/named-pages.queries.server.ts'
import type { ProductFilters } from '#app/domain/catalogue/product-filters.ts'
import { listProducts } from '#app/domain/catalogue/product-list.queries.server.ts'
import { listTrainingsNamed } from '#app/domain/trainings/named-trainings.queries.server.ts'
import { localePath } from '#app/lib/locale.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { ImageStore } from '#app/ports/images/images.ts'
import { cardOf, pictureOf } from '#app/routes/pictures.server.ts'
import type { KindTile } from '#app/ui/kind-tiles.tsx'

/** A kind of craft as picture, word and count. */
export const kindTileOf = (ctx: Ctx, images: ImageStore, kind: KindWithCount): KindTile => ({
  href: localePath(`/barang/jenis/${kind.slug}`, ctx.locale),
  name: kind.name,
  count: kind.count,
  picture: kind.photo && pictureOf(images, kind.photo),
})

/** A page of pieces ready to draw; with nothing found, the kinds and what is called so to go on with. */
export async function productListData(ctx: Ctx, images: ImageStore, filters: ProductFilters) {
  const { cards, ...list } = await listProducts(ctx, filters)
  const [kinds, named] =
    list.total === 0 ? await Promise.all([countByKind(ctx), pagesNamed(ctx, filters.text)]) : [[], null]
  return {
    ...list,
    filters,
    named,
    cards: cards.map((card) => cardOf(ctx, images, card)),
    kinds: kinds.filter((kind) => kind.count > 0).map((kind) => kindTileOf(ctx, images, kind)),
  }
}

/** A page beyond the last, as an older link or a typed number asks for it, leads to the last one there is. */
export function leadToLastPage(request: Request, list: Pick<ProductListData, 'filters' | 'page'>): void {
  if (list.filters.page === list.page) return
  const { pathname, searchParams } = new URL(request.url)
  searchParams.set('hal', String(list.page))
  throw redirect(`${pathname}?${searchParams}`)
}

async function pagesNamed(ctx: Ctx, text: string) {
  const [motifs, groups, trainings] = await Promise.all([
    listMotifsNamed(ctx, text),
    listGroupsNamed(ctx, text),
    listTrainingsNamed(ctx, text),
  ])
  return { motifs, groups, trainings }
}

export type ProductListData = Awaited<ReturnType<typeof productListData>>
