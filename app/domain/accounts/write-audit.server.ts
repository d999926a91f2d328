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
 * Writes down who changed what, in the change's own transaction: without the change there is no row, and no change without one.
 * @param change holds no secrets: no passwords, codes or tokens
 */
export const writeAudit = (ctx: GroupCtx | StaffCtx, change: Change): Promise<void> =>
  insert(ctx, { id: ctx.actor.userId, name: ctx.actor.name }, change)

/**
 * The same for what happens before anybody is signed in: sign-ins, refusals, passwords reset.
 * @param who the user it concerns; null when it concerns nobody we know
 */
export const writeSignInEvent = (
  ctx: Pick<Ctx, 'db'>,
  who: { id: string; name: string } | null,
  change: Change,
): Promise<void> => insert(ctx, who ?? { id: null, name: 'Pengunjung' }, change)

async function insert(
  { db }: Pick<Ctx, 'db'>,
  who: { id: string | null; name: string },
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
