import { z } from 'zod'
import { type Db, moment } from './db.server.ts'

const part = z.string().trim().min(1).nullable().default(null)
const schemas = {
  /** Who answers for the shop. What is unknown stays null, and pages say where to go instead. */
  operator: z.object({ name: part, address: part, phone: part, whatsapp: part }).default({
    name: null,
    address: null,
    phone: null,
    whatsapp: null,
  }),
  /** Set by the demo seed: every page then says that the data is invented. */
  demo: z.object({ isLoaded: z.boolean() }).default({ isLoaded: false }),
} as const
type Schemas = typeof schemas
export type Settings = { [Key in keyof Schemas]: z.infer<Schemas[Key]> }

/** What staff have set, with the defaults for what they have not. */
export async function readSettings(db: Db): Promise<Settings> {
  const rows = await db.selectFrom('setting').select(['key', 'value']).execute()
  const stored = new Map(rows.map((row) => [row.key, row.value]))
  return {
    operator: schemas.operator.parse(stored.get('operator') ?? undefined),
    demo: schemas.demo.parse(stored.get('demo') ?? undefined),
  }
}

/** Sets one, in place of what was there. */
export async function writeSetting<Key extends keyof Settings>(
  db: Db,
  key: Key,
  value: Settings[Key],
): Promise<void> {
  const json = JSON.stringify(value)
  await db
    .insertInto('setting')
    .values({ key, value: json })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json, changed_at: moment() }))
    .execute()
}
