import { hashOfToken } from '#app/domain/accounts/hashes.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { moment } from '#app/platform/db.server.ts'

/** The basket of a token, made when it is new or was cleared away; locked until the transaction ends. */
export async function openCart({ db }: Ctx, token: string): Promise<string> {
  const { id } = await db
    .insertInto('cart')
    .values({ id: newId(), token_hash: hashOfToken(token) })
    .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ updated_at: moment() }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
