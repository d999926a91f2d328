import { CompiledQuery, Kysely, type KyselyPlugin, PostgresDialect } from 'kysely'
import { describe, expect } from 'vitest'
import { countCartPieces, findCart } from '#app/domain/carts/carts.queries.server.ts'
import { addLine } from '#app/domain/carts/change-lines.server.ts'
import { countByKind, listMotifs } from '#app/domain/catalogue/kinds.queries.server.ts'
import { findProduct, findProductByCode } from '#app/domain/catalogue/product.queries.server.ts'
import { parseProductFilters } from '#app/domain/catalogue/product-filters.ts'
import {
  listNewest,
  listProducts,
  listRelatedProducts,
} from '#app/domain/catalogue/product-list.queries.server.ts'
import { findGroup, listGroups } from '#app/domain/groups/groups.queries.server.ts'
import { findHomeNumbers } from '#app/domain/outcomes/outcomes.queries.server.ts'
import { estimateShipping, quoteParcels } from '#app/domain/shipping/quotes.queries.server.ts'
import { findLibrary } from '#app/domain/trainings/libraries.queries.server.ts'
import { findTraining, listTrainings } from '#app/domain/trainings/trainings.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { makePool } from '#app/platform/db.server.ts'
import type { DB } from '#db/schema.ts'
import { aGroup } from '#tests/support/builders.ts'
import { aMember, aPiece, aTrainingOf, linkTraining, richVocabulary } from '#tests/support/catalogue.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { manyProducts } from '#tests/support/many-products.ts'
import { NOW, quiet, test } from '#tests/support/test.ts'

/** How many statements a page's queries take. */
async function statementsOf(ctx: Ctx, page: (ctx: Ctx) => Promise<unknown>): Promise<number> {
  let count = 0
  const counter: KyselyPlugin = {
    transformQuery({ node }) {
      count++
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await page({ ...ctx, db: ctx.db.withPlugin(counter) })
  return count
}
const filters = (query: string) => parseProductFilters(new URLSearchParams(query))

/** Three groups with members and four pieces each, linked to a training: enough for a query per row to show. */
async function aShop(ctx: Ctx) {
  await richVocabulary(ctx)
  const pieces = []
  for (const name of ['Seroja', 'Teratai', 'Bakau']) {
    const groupId = await aGroup(ctx, { name })
    const makerId = await aMember(ctx, groupId, { isNamed: true })
    const trainingId = await aTrainingOf(ctx, groupId, { learners: 6 })
    for (let piece = 0; piece < 4; piece++) {
      const made = await aPiece(ctx, { groupId, makerId })
      await linkTraining(ctx, made, trainingId)
      pieces.push(made)
    }
  }
  return pieces
}

describe('statements a page', () => {
  test('are few and do not grow with the rows', async ({ ctx }) => {
    const pieces = await aShop(ctx)
    const [piece] = pieces
    const groups = await listGroups(ctx)
    const [training] = await listTrainings(ctx)
    const library = await ctx.db.selectFrom('library').select('slug').executeTakeFirstOrThrow()
    let token: string | null = null
    for (const { variantId } of pieces) {
      const added = await addLine(ctx, { token, variantId, quantity: 1 })
      if (added.ok) token = added.value.token
    }
    const home = (c: Ctx) =>
      Promise.all([
        countByKind(c),
        listNewest(c, 8),
        listGroups(c),
        findHomeNumbers(c),
        countCartPieces(c, token),
      ])
    expect(await statementsOf(ctx, home)).toBe(5)
    expect(await statementsOf(ctx, (c) => listProducts(c, filters('')))).toBe(2)
    expect(
      await statementsOf(ctx, (c) => listProducts(c, filters('q=tas&jenis=tas&maks=900000&siap=1'))),
    ).toBe(3)
    expect(
      await statementsOf(ctx, (c) => listProducts(c, filters('q=tidak+ada&jenis=tas'))),
    ).toBeLessThanOrEqual(5)
    const product = async (c: Ctx) => {
      const found = await findProduct(c, piece?.slug ?? '')
      if (!found) throw new Error('no product')
      await Promise.all([
        listRelatedProducts(c, found),
        estimateShipping(c, { group: found.group, sizes: found.variants, quantity: 1 }, '61.71.01'),
      ])
    }
    expect(await statementsOf(ctx, product)).toBe(4)
    expect(await statementsOf(ctx, (c) => findGroup(c, groups[0]?.slug ?? ''))).toBe(1)
    expect(await statementsOf(ctx, (c) => findTraining(c, training?.slug ?? ''))).toBe(1)
    expect(await statementsOf(ctx, (c) => findLibrary(c, library.slug))).toBe(2)
    expect(await statementsOf(ctx, listMotifs)).toBe(1)
    expect(await statementsOf(ctx, (c) => findCart(c, token))).toBe(1)
    const cart = await findCart(ctx, token)
    const to = { country: 'ID', districtCode: '61.71.01' }
    expect(await statementsOf(ctx, (c) => quoteParcels(c, to, cart?.parcels ?? []))).toBe(2)
  })
})

describe('among three thousand pieces', () => {
  test('searches, pages and codes are found by index, and a list stays fast', async () => {
    const fresh = await freshDatabase()
    const statements: { sql: string; parameters: readonly unknown[] }[] = []
    const db = new Kysely<DB>({
      dialect: new PostgresDialect({ pool: makePool(fresh.url, quiet, 4) }),
      log: ({ query: { sql, parameters } }) => {
        statements.push({ sql, parameters })
      },
    })
    const ctx: Ctx = { db, now: NOW, locale: 'id', log: quiet }
    const plans = async (page: () => Promise<unknown>) => {
      statements.length = 0
      await page()
      const explained = []
      for (const { sql, parameters } of [...statements]) {
        const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>(
          CompiledQuery.raw(`explain (analyze) ${sql}`, [...parameters]),
        )
        explained.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
      }
      return explained
    }
    try {
      await manyProducts(ctx, 3_000)
      const [, ...search] = await plans(() => listProducts(ctx, filters('q=lampiom+tas')))
      for (const plan of search) {
        expect(plan).toContain('Index Scan on product_search_document')
        expect(plan).not.toContain('Seq Scan on product_search')
      }
      const [page] = await plans(() => findProduct(ctx, 'barang-77'))
      expect(page).toContain('product_slug_key')
      const [code] = await plans(() => findProductByCode(ctx, 'AK-X2XY'))
      expect(code).toContain('product_code_key')
      const spent = (plan: string) => Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1])
      const list = await plans(() => listProducts(ctx, filters('jenis=tas&hal=5')))
      for (const plan of list) expect(spent(plan)).toBeLessThan(500)
    } finally {
      await db.destroy()
      await fresh.drop()
    }
  }, 60_000)
})
