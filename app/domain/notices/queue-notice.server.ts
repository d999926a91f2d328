import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { enqueue } from '#app/platform/queue.server.ts'
import type { BuyerTemplate, GroupTemplate, NoticeData } from './notice.ts'

/**
 * Tells the buyer, by mail where there is an address and by message otherwise, in the language of the order.
 * @param about what sets this piece of news apart from an earlier one of the same kind, as in `parcel:{id}`; left out
 * where an order has such news only once. However often the same news is queued, it is sent once
 */
export async function notifyBuyer<T extends BuyerTemplate>(
  ctx: Ctx,
  news: { orderId: string; template: T; about?: string; data: NoticeData[T] },
): Promise<void> {
  const id = `order:${news.orderId}:${nameOf(news)}:v1`
  const { rows } = await sql<{ id: string }>`
    insert into notice (id, order_id, channel, recipient, locale, template, data)
    select ${id}, id, case when buyer_email is null then 'message' else 'mail' end,
      coalesce(buyer_email, buyer_phone), locale, ${news.template}, ${JSON.stringify(news.data)}::jsonb
    from shop_order where id = ${news.orderId} and erased_at is null
    on conflict (id) do nothing returning id
  `.execute(ctx.db)
  await enqueueAll(ctx, rows)
}

/**
 * Tells the groups of some parcels, by message to the phone that is theirs just then; of one for a group without a phone, staff are asked to tell it.
 * @see docs/decisions/0101-orders-follow-the-open-phones.md
 * @param about what sets this piece of news apart from an earlier one of the same kind; left out where a parcel has
 * such news only once
 */
export async function notifyGroups(
  ctx: Ctx,
  news: { parcelIds: readonly string[]; template: GroupTemplate; about?: string },
): Promise<void> {
  if (news.parcelIds.length === 0) return
  const { rows } = await sql<{ id: string }>`
    insert into notice (id, order_id, channel, recipient, locale, template, data)
    select 'parcel:' || parcel.id || ':' || ${nameOf(news)}::text || ':v1', parcel.order_id, 'message', group_phone(group_id),
      'id', ${news.template}, jsonb_build_object('parcelId', parcel.id)
    from parcel where id = any(${[...news.parcelIds]}::uuid[])
    on conflict (id) do nothing returning id
  `.execute(ctx.db)
  await enqueueAll(ctx, rows)
}

/**
 * Forgets what was written to an order's buyer, and where to; letters kept as files are removed by a job. One that is
 * on its way just then is removed by whoever sends it. Groups' messages name no buyer, and stay.
 */
export async function forgetBuyerNotices({ db }: Ctx, orderId: string): Promise<void> {
  const forgotten = await db
    .deleteFrom('notice')
    .where('order_id', '=', orderId)
    .where('template', 'not like', 'group-%')
    .returning('id')
    .execute()
  const noticeIds = forgotten.map(({ id }) => id)
  if (noticeIds.length > 0) await enqueue(db, 'remove-letters', { noticeIds })
}

/** Two kinds of news never share a name: what is told of one is not taken for the other. */
const nameOf = ({ template, about }: { template: string; about?: string }): string =>
  about ? `${template}:${about}` : template

async function enqueueAll(ctx: Ctx, notices: readonly { id: string }[]): Promise<void> {
  for (const { id } of notices) await enqueue(ctx.db, 'send-notice', { noticeId: id })
}
