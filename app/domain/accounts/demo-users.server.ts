import { hashPassword } from 'better-auth/crypto'
import { newId } from '#app/lib/ids.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { insertGroupUser } from './group-users.server.ts'

export const DEMO_PASSWORD = 'anyaman-pandan-2020'
const DEMO_STAFF = [
  { name: 'Rahmawati', email: 'petugas@demo.anyam.id', role: 'staff' },
  { name: 'Syarif Hidayat', email: 'kepala@demo.anyam.id', role: 'head' },
] as const

export interface DemoUsers {
  staff: { id: string; name: string; email: string; role: 'staff' | 'head'; password: string }[]
  groups: { id: string; groupId: string; groupName: string; phone: string }[]
}

/**
 * Sign-ins for the demo data, all marked as such: two members of staff who share one published password, and one phone
 * for each demo group; its number begins +62812000000: nobody answers there. Only the demo seed calls this; a real deployment never has these accounts.
 */
export async function createDemoUsers(ctx: Ctx): Promise<DemoUsers> {
  const password = await hashPassword(DEMO_PASSWORD)
  const staff = []
  for (const person of DEMO_STAFF) {
    const id = newId()
    await ctx.db
      .insertInto('app_user')
      .values({ id, ...person, is_demo: true })
      .execute()
    await ctx.db
      .insertInto('user_credential')
      .values({ id: newId(), user_id: id, account_id: id, provider_id: 'credential', password })
      .execute()
    staff.push({ id, ...person, password: DEMO_PASSWORD })
  }
  return { staff, groups: await createDemoPhones(ctx) }
}

async function createDemoPhones({ db }: Ctx): Promise<DemoUsers['groups']> {
  const demoGroups = await db
    .selectFrom('craft_group')
    .where('is_demo', '=', true)
    .orderBy('slug')
    .select(['id', 'name'])
    .execute()
  const phones = []
  for (const [at, group] of demoGroups.entries()) {
    const phone = `+62812000000${String(at + 1).padStart(2, '0')}`
    const id = await insertGroupUser(db, {
      groupId: group.id,
      name: `Kelompok ${group.name}`,
      phone,
      isDemo: true,
    })
    if (id) phones.push({ id, groupId: group.id, groupName: group.name, phone })
  }
  return phones
}
