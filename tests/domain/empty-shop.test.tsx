import { renderToStaticMarkup } from 'react-dom/server'
import { expect } from 'vitest'
import { noFilters, parseProductFilters, withFilters } from '#app/domain/catalogue/product-filters.ts'
import { listGroups } from '#app/domain/groups/groups.queries.server.ts'
import type { ImageStore } from '#app/ports/images/images.ts'
import { groupCardOf } from '#app/routes/shop/group-cards.ts'
import { productListData } from '#app/routes/shop/product-list.server.ts'
import { ProductListView } from '#app/routes/shop/product-list-view.tsx'
import { seedBase } from '#db/seed/base.ts'
import { aVariant } from '#tests/support/builders.ts'
import { test } from '#tests/support/test.ts'

// an empty list asks for no picture
const images = {} as ImageStore

test('a shop with the base facts alone says that its first pieces are coming, and blames nobody’s spelling', async ({
  ctx,
}) => {
  await seedBase(ctx.db)
  const shown = async (text: string) => {
    const list = await productListData(ctx, images, withFilters(noFilters(), { text }))
    return renderToStaticMarkup(<ProductListView list={list} />)
  }
  expect(await shown('')).toContain('Barang pertama sedang disiapkan')
  expect(await shown('')).not.toContain('ejaannya')
  expect(await shown('tikar')).toContain('ejaannya')
})

test('all filters come off at once, and what is looked for stays', async ({ ctx }) => {
  await seedBase(ctx.db)
  const shown = async (query: string) => {
    const list = await productListData(ctx, images, parseProductFilters(new URLSearchParams(query)))
    return renderToStaticMarkup(<ProductListView list={list} />)
  }
  const all = 'Hapus semua saringan'
  const narrowed = await shown('q=tikar&siap=1&maks=90000&urut=termurah')
  expect(narrowed).toContain(`href="/barang?q=tikar&amp;urut=termurah">${all}`)
  expect(await shown('siap=1&maks=90000')).toContain(`href="/barang">${all}`)
  // a single one comes off by itself
  expect(await shown('q=tikar&siap=1')).not.toContain(all)
})

test('a way in which nothing can be had is not offered; one that is on can be taken off', async ({ ctx }) => {
  await seedBase(ctx.db)
  await aVariant(ctx)
  const shown = async (query: string) => {
    const list = await productListData(ctx, images, parseProductFilters(new URLSearchParams(query)))
    return renderToStaticMarkup(<ProductListView list={list} />)
  }
  expect(await shown('')).toContain('Siap kirim (1)')
  expect(await shown('')).not.toContain('name="pesan"')
  expect(await shown('pesan=1')).toContain('Dibuat sesuai pesanan (0)')
})

test('a group of samples that shows none yet counts none', async ({ ctx }) => {
  await seedBase(ctx.db)
  const [group] = await listGroups(ctx)
  expect(group && groupCardOf(group).notes).toEqual(['Desa Pangkalan Buton'])
})
