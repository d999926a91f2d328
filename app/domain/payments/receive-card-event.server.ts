import type { Ctx } from '#app/platform/context.server.ts'
import { inTransaction, moment } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/queue.server.ts'
import type { CardNotice } from './card.ts'

/**
 * Keeps a provider's notice and queues the job that asks for the truth, both or neither. The same notice delivered
 * again, even at the same moment, is queued once.
 */
export function receiveCardEvent(
  ctx: Ctx,
  { id, type, subject }: CardNotice,
): Promise<{ repeated: boolean }> {
  return inTransaction(ctx.db, async (trx) => {
    const stored = await trx
      .insertInto('card_event')
      .values({ id, type, ...subjectColumns(subject) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (stored) await enqueue(trx, 'handle-card-event', { eventId: id })
    return { repeated: !stored }
  })
}

function subjectColumns(subject: CardNotice['subject']) {
  switch (subject.kind) {
    case 'session':
      return { subject_kind: subject.kind, subject_id: subject.sessionId }
    case 'refund':
      return { subject_kind: subject.kind, subject_id: subject.providerRefundId }
    case 'dispute':
      return { subject_kind: subject.kind, subject_id: subject.disputeId, intent_id: subject.paymentIntentId }
    case 'other':
      return { subject_kind: subject.kind }
  }
}

/** The notice a job is to handle, or null when it has been handled. */
export async function findUnhandledCardEvent(
  { db }: Ctx,
  eventId: string,
): Promise<CardNotice['subject'] | null> {
  const event = await db
    .selectFrom('card_event')
    .where('id', '=', eventId)
    .where('handled_at', 'is', null)
    .select(['subject_kind as kind', 'subject_id as id', 'intent_id as intentId'])
    .executeTakeFirst()
  if (!event) return null
  const id = event.id ?? ''
  if (event.kind === 'session') return { kind: 'session', sessionId: id }
  if (event.kind === 'refund') return { kind: 'refund', providerRefundId: id }
  if (event.kind === 'dispute') return { kind: 'dispute', disputeId: id, paymentIntentId: event.intentId }
  return { kind: 'other' }
}

/** Its effect is written; a repeat would find nothing to do. */
export async function markCardEventHandled({ db }: Ctx, eventId: string): Promise<void> {
  await db.updateTable('card_event').set({ handled_at: moment() }).where('id', '=', eventId).execute()
}
