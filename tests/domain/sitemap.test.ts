import { expect } from 'vitest'
import { listPublicPaths } from '#app/domain/catalogue/sitemap.queries.server.ts'
import { aProduct, aTraining } from '#tests/support/builders.ts'
import { test } from '#tests/support/test.ts'

test('the sitemap lists what is public and nothing else', async ({ ctx }) => {
  const { productId, groupId } = await aProduct(ctx)
  const draft = await aProduct(ctx, { groupId, state: 'draft' })
  const held = await aTraining(ctx)
  const cancelled = await aTraining(ctx, { state: 'cancelled' })

  const paths = (await listPublicPaths(ctx)).map(({ path }) => path)

  const has = (folder: string, id: string) =>
    paths.some((path) => path.startsWith(folder) && path.endsWith(id.slice(-12)))
  expect(has('/barang/barang-', productId)).toBe(true)
  expect(has('/barang/barang-', draft.productId)).toBe(false)
  expect(has('/kelompok/', groupId)).toBe(true)
  expect(has('/pelatihan/', held)).toBe(true)
  expect(has('/pelatihan/', cancelled)).toBe(false)
  expect(paths).toEqual(expect.arrayContaining(['/barang/jenis/tas', '/motif/pucuk-rebung']))
  expect(paths.filter((path) => path.startsWith('/perpustakaan/'))).toHaveLength(2)
})

test('only a product says when it last changed', async ({ ctx }) => {
  await aProduct(ctx)
  const pages = await listPublicPaths(ctx)
  for (const { path, changedAt } of pages) {
    expect(changedAt instanceof Date).toBe(path.startsWith('/barang/barang-'))
  }
})
