import type { Ctx } from '#app/platform/context.server.ts'

/** Everyone else who helped any group, by name: said wherever the programme's figures are. */
export async function listSupporterNames({ db }: Ctx): Promise<string[]> {
  const rows = await db.selectFrom('group_supporter').select('name').distinct().orderBy('name').execute()
  return rows.map(({ name }) => name)
}
