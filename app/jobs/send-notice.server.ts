import type { Notice } from '#app/domain/notices/notice.ts'
import { findUnsentNotice, hasNotice, markNoticeSent } from '#app/domain/notices/notices.queries.server.ts'
import { orderLinkToken } from '#app/domain/orders/order-link.server.ts'
import { findOrderPage, type OrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { isPickup } from '#app/domain/orders/order-status.ts'
import { raiseTask } from '#app/domain/orders/staff-task.server.ts'
import { localePath } from '#app/lib/locale.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Database } from '#app/platform/db.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import { readSettings } from '#app/platform/settings.server.ts'
import type { Mail } from '#app/ports/mail/mail.ts'
import type { Messages } from '#app/ports/messages/messages.ts'
import { buyerLetter } from './letters/buyer-letter.ts'
import { type GroupNotice, groupMessage } from './letters/group-message.ts'
import { letterHtml, letterText, messageText } from './letters/letter.ts'
import { isOutrun } from './letters/outrun.ts'
import { parcelOf } from './letters/parcel-news.ts'
import { type KeptLetters, removeLetters } from './remove-letters.server.ts'

/** What sending needs of the app. */
export interface Post {
  env: { origin: string; secret: string }
  db: Database | Ctx['db']
  log: Log
  mail: Mail
  /** null: there is no gateway to telephones. */
  messages: Messages | null
  keptLetters: readonly KeptLetters[]
}

type SendRefusal =
  | { code: 'refused'; detail: string }
  | { code: 'unavailable'; detail: string }
  | { code: 'no-gateway' }
  /** The group has no open phone, so that nobody of it looks at its console either. */
  | { code: 'no-phone' }

/**
 * Sends one queued piece of news. Sent twice, for a crash in between, it is the same letter with the same id. One that
 * can never go, or has not gone by the last try, is left to people.
 * @throws when the mail server or the gateway is away and the job will be tried again
 */
export async function sendNotice(
  post: Post,
  noticeId: string,
  { isLast }: { isLast: boolean } = { isLast: false },
): Promise<void> {
  const ctx: Ctx = { db: post.db, log: post.log, now: new Date(), locale: 'id' }
  const notice = await findUnsentNotice(ctx, noticeId)
  if (!notice) return removeForgotten(post, ctx, noticeId)
  const order = notice.orderId ? await findOrderPage(ctx, notice.orderId) : null
  // without its order, because the buyer had it erased, there is nothing left to tell
  if (!order || isOutrun(notice, order)) return
  const sent = await send(post, notice, order)
  if (sent.ok) {
    await markNoticeSent(ctx, noticeId)
    return removeForgotten(post, ctx, noticeId)
  }
  if (sent.error.code === 'unavailable' && !isLast) throw new Error(`Not sent yet: ${sent.error.detail}`)
  await leaveToPeople(ctx, notice, order, sent.error)
}

/**
 * The buyer may have been erased while the letter was on its way, after the job that removes letters had found none; or
 * this try follows one that was cut off just then.
 */
async function removeForgotten({ keptLetters }: Post, ctx: Ctx, noticeId: string): Promise<void> {
  if (!(await hasNotice(ctx, noticeId))) await removeLetters(keptLetters, [noticeId])
}

async function send(post: Post, notice: Notice, order: OrderPage): Promise<Result<null, SendRefusal>> {
  if (isForGroup(notice)) return tellGroup(post, notice, order)
  const { operator } = await readSettings(post.db)
  const letter = buyerLetter(notice, order, {
    orderHref: orderHref(post, notice, order),
    site: new URL(post.env.origin).host,
    libraryWhatsapp: operator.whatsapp,
  })
  if (notice.channel === 'message') return text(post, notice, messageText(letter))
  return post.mail.send({
    id: notice.id,
    to: notice.recipient,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter, notice.locale),
  })
}

async function tellGroup(
  post: Post,
  { id, recipient, ...notice }: GroupNotice,
  order: OrderPage,
): Promise<Result<null, SendRefusal>> {
  if (recipient === null) return refuse({ code: 'no-phone' })
  return text(post, { id, recipient }, groupMessage({ id, recipient, ...notice }, order, post.env.origin))
}

async function text(
  { messages }: Post,
  { id, recipient: to }: { id: string; recipient: string },
  words: string,
): Promise<Result<null, SendRefusal>> {
  if (!messages) return refuse({ code: 'no-gateway' })
  const sent = await messages.send({ id, to, text: words })
  return sent.ok ? ok(null) : sent
}

const isForGroup = (notice: Notice): notice is GroupNotice => notice.template.startsWith('group-')

function orderHref({ env }: Post, { locale }: Notice, { id, code, linkVersion }: OrderPage): string {
  const token = orderLinkToken(env.secret, id, linkVersion)
  return env.origin + localePath(`/pesanan/${code}/buka/${token}`, locale)
}

/** News on which the buyer has to do something, so that somebody must call when no letter can reach them. */
function needsAnAnswer(notice: Notice, order: OrderPage): boolean {
  switch (notice.template) {
    case 'order-priced':
    case 'price-corrected':
    case 'proof-refused':
    case 'payment-failed':
    case 'order-refund-due':
    case 'parcel-declined':
      return true
    case 'parcel-packed':
    case 'parcel-unpacked':
    case 'parcel-undispatched':
      return isPickup(parcelOf(order, notice.data.parcelId).delivery)
    default:
      return false
  }
}

/**
 * A letter that will not go. Without a gateway everything meant for telephones ends here: groups see their parcels in
 * the console, and a buyer is worth a call only where the news asks something of them.
 */
async function leaveToPeople(
  ctx: Ctx,
  notice: Notice,
  order: OrderPage,
  refusal: SendRefusal,
): Promise<void> {
  ctx.log.warn({ notice: notice.id, reason: refusal.code }, 'notice cannot be sent')
  const { id, orderId, template, channel } = notice
  if (refusal.code === 'no-gateway' && !needsAnAnswer(notice, order)) return
  const groupName = isForGroup(notice) && parcelOf(order, notice.data.parcelId).groupName
  await raiseTask(ctx, {
    key: `notice:${id}`,
    kind: 'unreachable',
    orderId,
    detail: {
      template,
      channel,
      isForGroup: isForGroup(notice),
      ...(groupName && { groupName, hasPhone: refusal.code !== 'no-phone' }),
    },
  })
}
