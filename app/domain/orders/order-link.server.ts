import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The token that opens an order's page: an HMAC, so nothing secret is stored. Raising the order's `link_version`
 * makes every link sent before worthless.
 */
export const orderLinkToken = (secret: string, orderId: string, version: number): string =>
  createHmac('sha256', secret).update(`order-link:${orderId}:${version}`).digest('base64url')

/** Whether a token opens the order; takes the same time however much of it is right. */
export function checkOrderLink(
  secret: string,
  { orderId, version, token }: { orderId: string; version: number; token: string },
): boolean {
  const expected = Buffer.from(orderLinkToken(secret, orderId, version))
  const given = Buffer.from(token)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
