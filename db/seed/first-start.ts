import pg from 'pg'
import type { OnProgress } from './demo.ts'

/** Fills a database that nobody has put anything into, so that whoever starts Anyam for the first time finds a shop. */
export async function seedEmptyDatabase(url: string, say: OnProgress): Promise<void> {
  if (!(await isEmpty(url))) return
  say('Basis data masih kosong: memuat data contoh, sekitar setengah menit.')
  // a start that has nothing to fill need not read the demo at all
  const { seedDemo } = await import('./demo.ts')
  await seedDemo(url, say)
}

async function isEmpty(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  // its statements tell when it is lost; without a listener the process would end
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query(
      'select exists (select from province) or exists (select from craft_group) or exists (select from app_user) as filled',
    )
    return rows[0]?.filled === false
  } finally {
    await client.end()
  }
}
