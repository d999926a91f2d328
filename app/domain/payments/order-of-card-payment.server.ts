import type { Ctx } from '#app/platform/context.server.ts'

/** Which order a card payment paid, by the provider's id of the payment; null when none of ours did. */
export async function findOrderOfCardPayment(
  { db }: Ctx,
  paymentIntentId: string | null,
): Promise<string | null> {
  if (paymentIntentId === null) return null
  const payment = await db
    .selectFrom('payment')
    .where('card_intent_id', '=', paymentIntentId)
    .select('order_id as orderId')
    .executeTakeFirst()
  return payment?.orderId ?? null
}
