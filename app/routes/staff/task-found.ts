import type { OpenTask } from '#app/domain/orders/staff-orders.queries.server.ts'
import type { TaskKind } from '#app/domain/orders/staff-task.server.ts'
import { formatDay, localDayOf } from '#app/lib/day.ts'
import { formatList, formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import type { JsonObject, JsonValue } from '#db/schema.ts'

type FoundTask = Pick<OpenTask, 'kind' | 'detail' | 'totalRupiah' | 'paymentState'>

/** What was noticed: the amounts side by side, and anybody's own words. */
export function found({ kind, detail, totalRupiah: owed, paymentState }: FoundTask): string {
  const { amountRupiah, expectedRupiah, totalRupiah, note, reason, seenBy, groupName, answerBy } =
    recordOf(detail)
  const words = [
    typeof amountRupiah === 'number' && cameWords(kind, amountRupiah, recordOf(detail)),
    typeof answerBy === 'string' &&
      m.console_task_answer_by({ day: formatDay(localDayOf(new Date(answerBy)), 'id') }),
    ...bouncedWords(detail),
    typeof expectedRupiah === 'number' &&
      // nothing is due of what was called off since
      paymentState !== 'cancelled' &&
      // the cost of sending may have been corrected since
      m.console_task_expected({ amount: formatRupiah(owed ?? expectedRupiah, 'id') }),
    typeof totalRupiah === 'number' && m.console_task_expected({ amount: formatRupiah(totalRupiah, 'id') }),
    kind === 'unreachable' && forWhom(detail),
    kind !== 'unreachable' && typeof groupName === 'string' && m.console_task_of_group({ group: groupName }),
    typeof seenBy === 'string' && m.console_task_seen_by({ name: seenBy }),
    typeof note === 'string' && note !== '' && `“${note}”`,
    typeof reason === 'string' && reason.includes(' ') && `“${reason}”`,
  ].filter((word) => typeof word === 'string')
  return words.join(' ')
}

/** What had gone back of it, and why it came back. */
function bouncedWords(detail: JsonValue): string[] {
  const { bounces } = recordOf(detail)
  if (!Array.isArray(bounces)) return []
  return bounces.map(recordOf).map(({ amountRupiah, reason }) =>
    m.console_task_bounced({
      amount: formatRupiah(Number(amountRupiah), 'id'),
      reason: String(reason),
    }),
  )
}

/** Whether it is a group that a message did not reach. */
export const isForGroup = ({ detail }: Pick<FoundTask, 'detail'>): boolean =>
  recordOf(detail).isForGroup === true

/** With the group as it can be reached now: it may have opened a phone since. */
export const asReachedNow = <Task extends Pick<OpenTask, 'detail' | 'groupPhone'>>(task: Task): Task =>
  task.groupPhone ? { ...task, detail: { ...recordOf(task.detail), hasPhone: true } } : task

function forWhom(detail: JsonValue): string {
  if (!isForGroup({ detail })) return m.console_task_for_buyer()
  const { groupName, hasPhone } = recordOf(detail)
  if (typeof groupName !== 'string') return m.console_task_for_group()
  return hasPhone === false
    ? m.console_task_group_no_phone({ group: groupName })
    : m.console_task_for_group_named({ group: groupName })
}

/** What a task knows. */
export const recordOf = (detail: JsonValue): JsonObject =>
  typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? detail : {}

/** Staff may have noted the money more than once. What bounced has not come again. */
function cameWords(
  kind: TaskKind,
  amountRupiah: number,
  { earlierRupiah: earlier, bounces, providerRefundId, hasFailed, disputeId }: JsonObject,
): string {
  const amount = formatRupiah(amountRupiah, 'id')
  if (kind === 'card-dispute') return m.console_task_disputed({ amount, number: String(disputeId) })
  if (typeof providerRefundId === 'string') {
    const say = hasFailed ? m.console_task_card_return_failed : m.console_task_card_returned
    return say({ amount, number: providerRefundId })
  }
  if (kind.startsWith('refund')) return m.console_task_refund({ amount })
  if (Array.isArray(bounces)) return m.console_task_still_here({ amount })
  if (!Array.isArray(earlier)) return m.console_task_amount({ amount })
  const amounts = earlier.map((rupiah) => formatRupiah(Number(rupiah), 'id'))
  return m.console_task_amount_before({ amounts: formatList(amounts, 'id'), amount })
}
