import type { Ctx, GroupCtx, StaffCtx } from '#app/platform/context.server.ts'
import type { Json } from '#db/schema.ts'

export interface Change {
  /** verb-noun, as the command is called */
  action: string
  /** `kind:id` of the thing changed */
  subject: string
  before?: Json
  after?: Json
  reason?: string | null
}

/**
 * Writes down who changed what, in the change's own transaction: without the change there is no row, and no change
 * without one. Only what better-auth changes by itself (a password, a second step) is written down right after it.
 * @param change holds no secrets: no passwords, codes or tokens
 */
export const writeAudit = (ctx: Pick<GroupCtx | StaffCtx, 'db' | 'actor'>, change: Change): Promise<void> =>
  insert(ctx, { id: ctx.actor.userId, name: ctx.actor.name }, change)

interface Who {
  id: string | null
  name: string
}
/** Somebody we do not know, or not yet. */
export const VISITOR: Who = { id: null, name: 'Pengunjung' }

/**
 * The same for what happens outside a session: sign-ins, refusals, passwords reset, accounts made from the command line.
 * @param who the user it concerns, or VISITOR
 */
export const writeSignInEvent = (ctx: Pick<Ctx, 'db'>, who: Who, change: Change): Promise<void> =>
  insert(ctx, who, change)

async function insert(
  { db }: Pick<Ctx, 'db'>,
  who: Who,
  { action, subject, before, after, reason }: Change,
): Promise<void> {
  await db
    .insertInto('audit_log')
    .values({
      actor_id: who.id,
      actor_name: who.name,
      action,
      subject,
      before: before === undefined ? null : JSON.stringify(before),
      after: after === undefined ? null : JSON.stringify(after),
      reason: reason ?? null,
    })
    .execute()
}
