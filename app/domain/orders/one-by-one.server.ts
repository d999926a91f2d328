import type { Ctx } from '#app/platform/context.server.ts'

/**
 * Does the same to many rows, each in its own transaction. One that fails is logged and left for the next time, so
 * that it does not keep the others waiting for ever.
 * @returns for how many the work said that something was done
 */
export async function oneByOne<Row>(
  ctx: Ctx,
  rows: readonly Row[],
  work: (row: Row) => Promise<boolean>,
): Promise<number> {
  let done = 0
  for (const row of rows) {
    try {
      if (await work(row)) done++
    } catch (error) {
      // in the caller's transaction nothing can go on after an error
      if (ctx.db.isTransaction) throw error
      ctx.log.error({ row, reason: (error as Error).message }, 'left for the next time')
    }
  }
  return done
}
