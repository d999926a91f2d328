import { sql } from 'kysely'
import { newId, parseId } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { Ctx, StaffCtx } from '#app/platform/context.server.ts'
import { type Db, inTransaction, moment } from '#app/platform/db.server.ts'
import { writeAudit } from './write-audit.server.ts'

/** A phone that may sign in as a craft group. */
export interface GroupUser {
  id: string
  name: string
  phone: string | null
  groupId: string
  groupName: string
  villageName: string
  isDisabled: boolean
}

/** One phone of a group, or null when there is none by that id. */
export async function findGroupUser({ db }: Pick<Ctx, 'db'>, id: string | null): Promise<GroupUser | null> {
  const user = await db
    .selectFrom('app_user')
    .innerJoin('craft_group', 'craft_group.id', 'app_user.group_id')
    .innerJoin('village', 'village.code', 'craft_group.village_code')
    .where('app_user.id', '=', id)
    .select(['app_user.id', 'app_user.name', 'phone_number as phone', 'craft_group.id as groupId'])
    .select(['craft_group.name as groupName', 'village.name as villageName'])
    .select(sql<boolean>`app_user.disabled_at is not null`.as('isDisabled'))
    .executeTakeFirst()
  return user ?? null
}

export interface NewGroupUser {
  groupId: string
  /** who holds the phone */
  name: string
  /** in E.164 */
  phone: string
}

type NewPhoneRefusal =
  | { code: 'unknown-group' }
  /** Whoever has the number is of the library or of another group. */
  | { code: 'phone-taken' }
  /** The group has it already, open or closed, under this name. */
  | { code: 'phone-listed'; name: string; isDisabled: boolean }

/** Lets a phone sign in as a group; from then on orders go to it. */
export function createGroupUser(
  ctx: StaffCtx,
  input: NewGroupUser,
): Promise<Result<{ userId: string }, NewPhoneRefusal>> {
  return inTransaction(ctx.db, async (db) => {
    const group = await db
      .selectFrom('craft_group')
      .where('id', '=', parseId(input.groupId))
      .where('state', '!=', 'closed')
      .select('id')
      .executeTakeFirst()
    if (!group) return refuse({ code: 'unknown-group' })
    const userId = await insertGroupUser(db, { ...input, groupId: group.id })
    if (!userId) return refuse(await whoseIs({ ...ctx, db }, { ...input, groupId: group.id }))
    await writeAudit(
      { ...ctx, db },
      {
        action: 'create-group-user',
        subject: `user:${userId}`,
        after: { groupId: group.id, name: input.name },
      },
    )
    return ok({ userId })
  })
}

/** The row itself, for the command above and for the demo data; null when the phone is already somebody's. */
export async function insertGroupUser(
  db: Db,
  input: NewGroupUser & { isDemo?: boolean },
): Promise<string | null> {
  const id = newId()
  const row = await db
    .insertInto('app_user')
    .values({
      id,
      name: input.name,
      // better-auth wants an address of everybody; .invalid never receives any
      email: `${id}@kelompok.invalid`,
      phone_number: input.phone,
      role: 'group',
      group_id: input.groupId,
      is_demo: input.isDemo ?? false,
    })
    .onConflict((conflict) => conflict.column('phone_number').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

async function whoseIs(
  ctx: Pick<Ctx, 'db'>,
  { phone, groupId }: Pick<NewGroupUser, 'phone' | 'groupId'>,
): Promise<NewPhoneRefusal> {
  const holder = await ctx.db
    .selectFrom('app_user')
    .where('phone_number', '=', phone)
    .where('group_id', '=', groupId)
    .select(['name', sql<boolean>`disabled_at is not null`.as('isDisabled')])
    .executeTakeFirst()
  return holder ? { code: 'phone-listed', ...holder } : { code: 'phone-taken' }
}

/**
 * Makes an open phone the one of its group that orders go to and that buyers ask. Without a choice it is the one added
 * last, and with each one closed the next that is open.
 * @see docs/decisions/0101-orders-follow-the-open-phones.md
 */
export function preferGroupPhone(
  ctx: StaffCtx,
  userId: string,
): Promise<Result<null, { code: 'unknown-user' }>> {
  return inTransaction(ctx.db, async (db) => {
    const user = await db
      .updateTable('app_user')
      .set({ preferred_at: moment(), updated_at: moment() })
      .where('id', '=', parseId(userId))
      .where('role', '=', 'group')
      .where('disabled_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!user) return refuse({ code: 'unknown-user' })
    await writeAudit({ ...ctx, db }, { action: 'prefer-group-phone', subject: `user:${user.id}` })
    return ok(null)
  })
}
