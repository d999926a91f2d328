import type { Ctx } from '#app/platform/context.server.ts'
import { moment } from '#app/platform/db.server.ts'
import type { Notice } from './notice.ts'

/** The notice a job is to send, or null when it is gone or has been sent already. */
export async function findUnsentNotice({ db }: Ctx, id: string): Promise<Notice | null> {
  const row = await db
    .selectFrom('notice')
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .select([
      'id',
      'order_id as orderId',
      'channel',
      'recipient',
      'locale',
      'template',
      'data',
      'queued_at as queuedAt',
      'sent_at as sentAt',
    ])
    .executeTakeFirst()
  // the table's checks and queue-notice.server.ts, the only writer, keep these within the type
  return (row as Notice | undefined) ?? null
}

/** Whether the notice is still there, sent or not: those to an erased buyer are gone. */
export async function hasNotice({ db }: Ctx, id: string): Promise<boolean> {
  const row = await db.selectFrom('notice').where('id', '=', id).select('id').executeTakeFirst()
  return row !== undefined
}

/** After the provider took it. A crash in between sends the same id once more, and never a third time. */
export async function markNoticeSent({ db }: Ctx, id: string): Promise<void> {
  await db
    .updateTable('notice')
    .set({ sent_at: moment() })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .execute()
}
