import { settleCardRefund } from '#app/domain/payments/card-refunds.server.ts'
import {
  findUnhandledCardEvent,
  markCardEventHandled,
} from '#app/domain/payments/receive-card-event.server.ts'
import { noteCardDispute, settleCardDispute } from '#app/domain/payments/settle-card-dispute.server.ts'
import { settleCardSession } from '#app/domain/payments/settle-card-session.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CardPayments } from '#app/ports/payments/card-payments.ts'

/**
 * A notice only says when to ask: the truth is fetched from the provider and the order follows that. Told twice, or
 * after a newer notice, it finds nothing left to do.
 * @throws CardPaymentsDown when the provider does not answer; the job is tried again
 */
export async function handleCardEvent(ctx: Ctx, cards: CardPayments, eventId: string): Promise<void> {
  const subject = await findUnhandledCardEvent(ctx, eventId)
  if (!subject) return
  switch (subject.kind) {
    case 'session': {
      const truth = await cards.find(subject.sessionId)
      if (truth) await settleCardSession(ctx, truth)
      break
    }
    case 'refund': {
      const truth = await cards.findRefund(subject.providerRefundId)
      if (truth) await settleCardRefund(ctx, truth)
      break
    }
    case 'dispute': {
      await noteCardDispute(ctx, subject)
      const truth = await cards.findDispute(subject.disputeId)
      if (truth) await settleCardDispute(ctx, truth)
      break
    }
    case 'other':
      break
  }
  await markCardEventHandled(ctx, eventId)
}
