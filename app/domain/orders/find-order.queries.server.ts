import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import type { PaymentMethod } from './order-status.ts'

export interface FoundOrder {
  orderId: string
  code: string
  /** For `orderLinkToken`. */
  linkVersion: number
}

/**
 * The order a shopper tracks by its code and the last four digits of the phone. Any mismatch is the same null.
 * Codes are read as people type them: `p 7f3k9q`, `P7F3K9Q`, with or without the dash; a whole number serves as well as
 * its last four digits.
 */
export async function findOrderByCode(
  { db }: Ctx,
  { code, phoneTail }: { code: string; phoneTail: string },
): Promise<FoundOrder | null> {
  const order = await db
    .selectFrom('shop_order')
    .where('code', '=', tidyOrderCode(code))
    .where(sql<string>`right(buyer_phone, 4)`, '=', phoneTail.replace(/\D/g, '').slice(-4))
    .where('erased_at', 'is', null)
    .select(['id as orderId', 'code', 'link_version as linkVersion'])
    .executeTakeFirst()
  return order ?? null
}

/** What an order's link is checked against; the code alone proves nothing. */
export async function findOrderForLink({ db }: Ctx, code: string): Promise<FoundOrder | null> {
  const order = await db
    .selectFrom('shop_order')
    .where('code', '=', tidyOrderCode(code))
    .where('erased_at', 'is', null)
    .select(['id as orderId', 'code', 'link_version as linkVersion'])
    .executeTakeFirst()
  return order ?? null
}

/** How an order is paid. */
export async function findPaymentMethod({ db }: Ctx, orderId: string): Promise<PaymentMethod> {
  const { method } = await db
    .selectFrom('payment')
    .where('order_id', '=', orderId)
    .select((eb) => eb.ref('method').$castTo<PaymentMethod>().as('method'))
    .executeTakeFirstOrThrow()
  return method
}

/** A typed order code in the one form that is stored. */
export function tidyOrderCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return `P-${letters.length === 7 ? letters.slice(1) : letters}`
}
