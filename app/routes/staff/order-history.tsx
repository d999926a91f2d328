import { useLoaderData } from '@remix-run/react'
import type { Delivery } from '#app/domain/orders/order-status.ts'
import { CARD_UNCLEAR } from '#app/domain/payments/card.ts'
import { dotted } from '#app/lib/dotted.ts'
import { entryOf } from '#app/lib/entry-of.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { DataTable } from '#app/ui/data-table.tsx'
import { TimeText } from '#app/ui/date-text.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { travelWords } from '#app/ui/way-words.ts'
import type { JsonValue } from '#db/schema.ts'
import type { loader } from './order.tsx'
import {
  actorWords,
  auditWords,
  DELIVERY_WORDS,
  eventWords,
  outcomeWords,
  recordedReason,
  stateWords,
} from './order-words.ts'

const STOPPED = [
  'expired',
  'cancelled',
  'declined',
  'problem',
  'refund-failed',
  'card-failed',
  'disputed',
  'dispute-lost',
  'proof-refused',
  'wrong-amount',
  'money-again',
]

/** Everything that happened to the order, from first to last, and who did it. */
export function EventsOf() {
  const { order, record } = useLoaderData<typeof loader>()
  const parcelOf = (parcelId: string | null) => order.parcels.find(({ id }) => id === parcelId)
  const groupOf = (parcelId: string | null) =>
    order.parcels.length > 1 ? parcelOf(parcelId)?.groupName : undefined
  return (
    <section className="figure-panel">
      <h2>{m.console_order_events()}</h2>
      <Timeline
        label={m.console_order_events()}
        steps={record.events.map((event) => ({
          title: [titleOf(event, parcelOf(event.parcelId)?.delivery), groupOf(event.parcelId)]
            .filter(Boolean)
            .join(', '),
          state: STOPPED.includes(event.kind) && !isSlip(event) ? 'stopped' : 'done',
          when: (
            <>
              <TimeText at={event.at} withYear />, {actorWords(event)}
            </>
          ),
          note: detailWords(withReference(event.detail, record.audit)),
        }))}
      />
    </section>
  )
}

/** What staff changed, kept for good: who, what, from what to what, and why. */
export function AuditOf() {
  const { order, record } = useLoaderData<typeof loader>()
  const deliveryOf = (subject: string) => order.parcels.find(({ id }) => subject === `parcel:${id}`)?.delivery
  if (record.audit.length === 0) return null
  return (
    <section className="figure-panel desk-audit">
      <h2>{m.console_order_audit()}</h2>
      <DataTable
        stacks
        caption={m.console_order_audit()}
        rows={record.audit}
        keyOf={({ id }) => String(id)}
        columns={[
          { head: m.console_audit_when(), cell: ({ at }) => <TimeText at={at} withYear /> },
          { head: m.console_audit_who(), cell: ({ actorName }) => actorName },
          {
            head: m.console_audit_what(),
            cell: (line) => auditWords(line, deliveryOf(line.subject)),
            isName: true,
          },
          {
            head: m.console_audit_change(),
            cell: ({ before, after, subject }) => changeWords(before, after, deliveryOf(subject)),
          },
          { head: m.console_audit_why(), cell: whyWords },
        ]}
      />
    </section>
  )
}

type Event = ReturnType<typeof useLoaderData<typeof loader>>['record']['events'][number]

/** What was noted before is put right, which is no news of money. */
const isSlip = ({ detail }: Pick<Event, 'detail'>): boolean => isDetail(detail) && 'slipRupiah' in detail

/** What was not sent by itself since it may have gone back already. */
const isUnclear = ({ kind, detail }: Pick<Event, 'kind' | 'detail'>): boolean =>
  kind === 'refund-failed' && isDetail(detail) && detail.reason === CARD_UNCLEAR

function titleOf(event: Event, delivery?: Delivery): string {
  if (isSlip(event)) return m.console_audit_wrong_amount_slip()
  return isUnclear(event) ? m.console_task_refund_unclear() : eventWords(event.kind, delivery)
}

type Detail = Partial<Record<string, JsonValue>>
const isDetail = (value: JsonValue): value is Detail =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Line = ReturnType<typeof useLoaderData<typeof loader>>['record']['audit'][number]

/** The number of a proof that was mistyped is read as it was put right; how it was typed stands in the record of changes. */
function withReference(detail: JsonValue, audit: readonly Line[]): JsonValue {
  if (!isDetail(detail) || typeof detail.reference !== 'string') return detail
  const corrections = audit.filter(
    ({ action, subject }) =>
      // events were written without what they are of before
      action === 'correct-refund-reference' && (detail.of === undefined || detail.of === subject),
  )
  const reference = corrections.reduce<JsonValue>(
    (now, { before, after }) =>
      isDetail(before) && isDetail(after) && before.reference === now ? (after.reference ?? now) : now,
    detail.reference,
  )
  return { ...detail, reference }
}

/** What an event says beyond its kind: money, a carrier, a reason, a note; or what was mended. */
function detailWords(value: JsonValue): string | undefined {
  if (!isDetail(value)) return undefined
  const {
    reason,
    note,
    way,
    carrier,
    trackingNumber,
    reference,
    refundRupiah,
    amountRupiah,
    expectedRupiah,
    slipRupiah,
    shippingRupiah,
    before,
  } = value
  if (before !== undefined) return changeWords(before, value)
  const money = [shippingRupiah, refundRupiah, amountRupiah].find(
    (amount) => typeof amount === 'number' && amount > 0,
  )
  const words = [
    typeof money === 'number' && formatRupiah(money, 'id'),
    shippingRupiah === 0 && m.console_audit_free(),
    typeof expectedRupiah === 'number' &&
      expectedRupiah !== amountRupiah &&
      m.console_event_expected({ amount: formatRupiah(expectedRupiah, 'id') }),
    way === 'local' && m.console_by_local(),
    typeof slipRupiah === 'number' && m.console_event_slip({ amount: formatRupiah(slipRupiah, 'id') }),
    carrier,
    trackingNumber,
    reference,
    typeof reason === 'string' && recordedReason(reason),
    note,
  ]
  return dotted(...words.filter((word) => typeof word === 'string')) || undefined
}

/** Why staff did it: the reason that they chose, and their own words. */
const whyWords = ({ after, reason }: Line): string =>
  dotted(
    ...[isDetail(after) ? after.reason : null, reason]
      .filter((why) => typeof why === 'string')
      .map(recordedReason),
  )

/** `“Ada bukti” menjadi “Lunas, Rp305.123”`: states and amounts in words; what has no words here stands in the record. */
function changeWords(before: JsonValue, after: JsonValue, delivery?: Delivery): string {
  // the days on the way stand beside a corrected cost where they changed
  const isRetimed = isDetail(before) && 'daysMax' in before
  const wordsOf = (value: JsonValue) =>
    [partWords(value, delivery), isRetimed && daysWords(value)].filter(Boolean).join(', ')
  const [from, to] = [wordsOf(before), wordsOf(after)]
  return from && to ? m.console_audit_from_to({ from, to }) : from || to
}

function daysWords(value: JsonValue): string | null {
  const { daysMin, daysMax } = isDetail(value) ? value : {}
  return typeof daysMin === 'number' && typeof daysMax === 'number'
    ? travelWords(daysMin, daysMax, 'id')
    : null
}

function amountWords(name: string, amount: number): string {
  if (name === 'shippingRupiah' && amount === 0) return m.console_audit_free()
  if (!name.endsWith('Rupiah') || amount <= 0) return ''
  const words = formatRupiah(amount, 'id')
  return name === 'totalRupiah' ? m.console_audit_total({ amount: words }) : words
}

function partWords(value: JsonValue, delivery?: Delivery): string {
  if (!isDetail(value)) return ''
  // the sum of it all is said after its parts
  const isTotal = ([name]: [string, unknown]) => Number(name === 'totalRupiah')
  const parts = Object.entries(value).sort((a, b) => isTotal(a) - isTotal(b))
  const words = parts.map(([name, part]) => {
    if (typeof part === 'number') return amountWords(name, part)
    if (part === null && name === 'carrier') return m.console_by_local()
    if (typeof part !== 'string') return ''
    switch (name) {
      case 'state':
        return stateWords(part, delivery)
      case 'outcome':
        return outcomeWords(part)
      case 'way':
        return part === 'local' ? '' : (entryOf<() => string>(DELIVERY_WORDS, part)?.() ?? '')
      case 'reference':
      case 'carrier':
      case 'trackingNumber':
        return part
      default:
        return ''
    }
  })
  return words.filter(Boolean).join(', ')
}
