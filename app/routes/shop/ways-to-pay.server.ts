import { listReceivingAccounts } from '#app/domain/payments/payments.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { App } from '#app/routes/context.server.ts'

/** The ways to pay from afar that are open now; cash is for those who come. */
export async function waysToPay({ cards }: App, ctx: Ctx): Promise<{ card: boolean; transfer: boolean }> {
  const accounts = await listReceivingAccounts(ctx)
  return { card: cards !== null, transfer: accounts.length > 0 }
}
