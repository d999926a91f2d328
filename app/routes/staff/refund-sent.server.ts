import { z } from 'zod'
import {
  type MarkRefundSent,
  type MarkRefundSentRefusal,
  type MoneyBack,
  markRefundSent,
} from '#app/domain/payments/mark-refund-sent.server.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { type Result, refuse } from '#app/lib/result.ts'
import { m } from '#app/paraglide/messages.js'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { type CardPayments, isCardPaymentsDown } from '#app/ports/payments/card-payments.ts'
import type { App } from '#app/routes/context.server.ts'
import { moneyReference } from './answers.server.ts'

/** Under which number a buyer's money went back, and from where. */
export const refundSentForm = z.object({
  refundId: z.uuid(),
  reference: moneyReference,
  // asked where there is a choice
  from: z.enum(['bank', 'cash', 'card'], { error: () => m.console_refund_from_missing() }).optional(),
})

export type RefundSentRefusal = MarkRefundSentRefusal | { code: 'card-away' }

type Refused<Code> = Extract<RefundSentRefusal, { code: Code }>

/** What staff read when that is refused. */
export const refundSentAnswers = {
  'goes-by-card': () => m.console_error_by_card(),
  'card-away': () => m.console_refund_card_away(),
  'source-missing': () => ({ field: 'from', error: m.console_refund_from_missing() }),
  'not-at-provider': () => ({ field: 'reference', error: m.console_refund_not_at_provider() }),
  'provider-number': ({ isCardOrder }: Refused<'provider-number'>) =>
    isCardOrder
      ? { field: 'from', error: m.console_refund_from_provider() }
      : { field: 'reference', error: m.console_refund_no_bank_number() },
  'too-little': ({ left, taken }: Refused<'too-little'>) => ({
    field: 'reference',
    error:
      taken > 0
        ? m.console_refund_taken({ taken: formatRupiah(taken, 'id'), left: formatRupiah(left, 'id') })
        : m.console_refund_too_little({ left: formatRupiah(left, 'id') }),
  }),
  'sent-before': ({ by, reference }: Refused<'sent-before'>) =>
    reference ? m.console_refund_sent_before({ by, reference }) : m.console_refund_sent_to_card(),
}

/** Money that staff say went back at the card provider is looked up there by its number before it counts. */
export async function markLookedUp(
  { cards }: Pick<App, 'cards'>,
  ctx: StaffCtx,
  command: MarkRefundSent,
): Promise<Result<{ repeated: boolean }, RefundSentRefusal>> {
  if (command.from !== 'card') return markRefundSent(ctx, command)
  if (!cards) return refuse({ code: 'card-away' })
  try {
    return markRefundSent(ctx, { ...command, back: await findMoneyBack(cards, command.reference) })
  } catch (error) {
    if (!isCardPaymentsDown(error)) throw error
    return refuse({ code: 'card-away' })
  }
}

/** A refund gives money back, and so does a dispute that was lost. */
async function findMoneyBack(cards: CardPayments, number: string): Promise<MoneyBack | null> {
  const refund = await cards.findRefund(number)
  if (refund) return refund.state === 'failed' ? null : refund
  const dispute = await cards.findDispute(number)
  return dispute?.state === 'lost' ? dispute : null
}
