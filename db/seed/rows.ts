import { createHash } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { Db } from '#app/platform/db.server.ts'
import type { DB } from '#db/schema.ts'

/** The same id for the same name, on every machine and in every run: a name-based UUID (version 8). */
export function seedId(name: string): string {
  const bytes = createHash('sha256').update(`anyam:${name}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Inserts the rows that are not there yet. A row that somebody has changed since keeps the change. */
export async function insertMissing<Table extends keyof DB>(
  db: Db,
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto(table)
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
