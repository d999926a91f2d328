import { sql } from 'kysely'
import { writeAudit } from '#app/domain/accounts/write-audit.server.ts'
import { newId } from '#app/lib/ids.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { type Ctx, type StaffCtx, within } from '#app/platform/context.server.ts'
import { inTransaction, moment } from '#app/platform/db.server.ts'
import type { JsonObject } from '#db/schema.ts'
import { endsByWord } from './task-end.ts'

/** Why a person must look. */
export type TaskKind =
  | 'wrong-amount'
  | 'late-money'
  | 'refund-due'
  | 'refund-failed'
  | 'card-mismatch'
  | 'card-dispute'
  | 'problem'
  /** A letter that needs an answer cannot reach its reader. */
  | 'unreachable'
  /** Somebody wrote to the library, about an order or not. */
  | 'question'

export interface Task {
  /** One task per cause, however often it is noticed. */
  key: string
  kind: TaskKind
  orderId: string | null
  detail?: JsonObject
}

/** Asks a person to look. Noticing the same cause again adds nothing; whether it was noticed just now is the answer. */
export async function raiseTask({ db }: Ctx, { key, kind, orderId, detail }: Task): Promise<boolean> {
  const raised = await db
    .insertInto('staff_task')
    .values({ id: newId(), key, kind, order_id: orderId, detail: JSON.stringify(detail ?? {}) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return raised !== undefined
}

/** Closes an order's tasks of some kinds, or those about one of its parcels, because what they asked for has been done. */
export async function closeTasks(
  { db }: Ctx,
  { by, resolution, ...about }: TasksAbout & { by: string; resolution: string },
): Promise<void> {
  await openTasks(db, about).set({ resolved_at: moment(), resolved_by: by, resolution }).execute()
}

/** Adds what has become known to an order's open tasks of some kinds, or to those about one of its parcels. */
export async function addToTasks({ db }: Ctx, about: TasksAbout, known: JsonObject): Promise<void> {
  await openTasks(db, about)
    .set({ detail: withKnown(known) })
    .execute()
}

const withKnown = (known: JsonObject) => sql<JsonObject>`detail || ${JSON.stringify(known)}::jsonb`

interface TasksAbout {
  orderId: string
  parcelId?: string
  kinds: readonly TaskKind[]
}

const openTasks = (db: Ctx['db'], { orderId, parcelId, kinds }: TasksAbout) =>
  db
    .updateTable('staff_task')
    .where('order_id', '=', orderId)
    .$if(parcelId !== undefined, (query) => query.where(sql`detail ->> 'parcelId'`, '=', parcelId))
    .where('kind', 'in', [...kinds])
    .where('resolved_at', 'is', null)

/** Adds what has become known to one task; whether it was still open is the answer. */
export async function addToTask({ db }: Ctx, key: string, known: JsonObject): Promise<boolean> {
  const added = await db
    .updateTable('staff_task')
    .where('key', '=', key)
    .where('resolved_at', 'is', null)
    .set({ detail: withKnown(known) })
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Closes one task, because what it asked for has been done. */
export async function closeTask(
  { db }: Ctx,
  done: { key: string; by: string; resolution: string },
): Promise<void> {
  await db
    .updateTable('staff_task')
    .set({ resolved_at: moment(), resolved_by: done.by, resolution: done.resolution })
    .where('key', '=', done.key)
    .where('resolved_at', 'is', null)
    .execute()
}

/** Opens a task again that ended with these words, because what they say no longer holds. */
export async function reopenTask(
  { db }: Ctx,
  { key, resolution }: { key: string; resolution: string },
): Promise<void> {
  await db
    .updateTable('staff_task')
    .set({ resolved_at: null, resolved_by: null, resolution: null })
    .where('key', '=', key)
    .where('resolution', '=', resolution)
    .execute()
}

/** Somebody ended the task in other words: what is said of it now would be kept nowhere. */
export interface EndedBefore {
  code: 'ended-before'
  by: string
}

/** Refuses what is said of a task that somebody has ended; without a name it ended by itself. */
export const endedBefore = (by: string | null): Result<never, EndedBefore> =>
  refuse({ code: 'ended-before', by: by ?? 'Anyam' })

/** A person looked and says what came of it; said twice, it is said once. Refused for what ends by being done, and once it has ended in other words. */
export function resolveTask(
  ctx: StaffCtx,
  { taskId, resolution }: { taskId: string; resolution: string },
): Promise<
  Result<{ repeated: boolean }, { code: 'unknown-task' } | { code: 'done-elsewhere' } | EndedBefore>
> {
  return inTransaction(ctx.db, async (trx) => {
    const task = await trx
      .selectFrom('staff_task')
      .where('id', '=', taskId)
      .forUpdate()
      .select((eb) => [
        'resolved_at',
        'resolved_by',
        'resolution',
        eb.ref('kind').$castTo<TaskKind>().as('kind'),
        'key',
      ])
      .executeTakeFirst()
    if (!task) return refuse({ code: 'unknown-task' })
    if (task.resolved_at) {
      return task.resolution === resolution ? ok({ repeated: true }) : endedBefore(task.resolved_by)
    }
    if (!endsByWord(task.kind)) return refuse({ code: 'done-elsewhere' })
    const inside = within(ctx, trx)
    await closeTask(inside, { key: task.key, by: ctx.actor.name, resolution })
    await writeAudit(inside, { action: 'resolve-task', subject: `task:${taskId}`, reason: resolution })
    return ok({ repeated: false })
  })
}

/** Each of several tasks of an order is told by the group whose parcel it is about. */
export const groupOf = ({ db }: Ctx, parcelId: string): Promise<{ groupName: string }> =>
  db
    .selectFrom('parcel')
    .innerJoin('craft_group', 'craft_group.id', 'parcel.group_id')
    .where('parcel.id', '=', parcelId)
    .select('craft_group.name as groupName')
    .executeTakeFirstOrThrow()
