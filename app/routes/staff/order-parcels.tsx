import { useLoaderData } from '@remix-run/react'
import type { ComponentProps } from 'react'
import {
  canBeDeclined,
  canCorrectDispatch,
  hasOpenProblem,
  wasBroughtInVain,
} from '#app/domain/fulfilment/parcel.ts'
import { canBeRepriced, isClosed, isPickup } from '#app/domain/orders/order-status.ts'
import { daysBetween } from '#app/lib/day.ts'
import { formatRupiah, holdSizes } from '#app/lib/format.ts'
import { formatPhone } from '#app/lib/phone-text.ts'
import { m } from '#app/paraglide/messages.js'
import { reasonWords, soldAgainWords } from '#app/routes/decline-words.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateText, TimeText } from '#app/ui/date-text.tsx'
import { Details } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateWord } from '#app/ui/outcome-chain.tsx'
import { sentWith } from '#app/ui/way-words.ts'
import { DeskFold } from './desk-form.tsx'
import { useMayAct } from './may-act.ts'
import type { loader } from './order.tsx'
import {
  DELIVERY_WORDS,
  eventWords,
  PARCEL_TONES,
  parcelWords,
  STATUS_WORDS,
  statusTone,
} from './order-words.ts'
import {
  CorrectDispatch,
  CorrectPrice,
  DeclineForm,
  HandOver,
  PriceForm,
  SettleForm,
  StepForm,
  stepForm,
  TakeBack,
} from './parcel-acts.tsx'

type ShownOrder = ReturnType<typeof useLoaderData<typeof loader>>['order']
type Standing = ComponentProps<typeof StateWord>
export type OrderParcel = ShownOrder['parcels'][number]

/** Each group's part of the order: what is in it, where it stands, and what staff can do about it. */
export function ParcelsOf() {
  const { order } = useLoaderData<typeof loader>()
  return order.parcels.map((parcel) => <ParcelPanel key={parcel.id} parcel={parcel} />)
}

function ParcelPanel({ parcel }: { parcel: OrderParcel }) {
  const { order } = useLoaderData<typeof loader>()
  const isReported = hasOpenProblem(parcel)
  const standing = standingOf(parcel, order)
  return (
    <section className="figure-panel">
      <div className="desk-head">
        <h2>
          <a href={`/kelompok/${parcel.groupSlug}`}>{parcel.groupName}</a>
        </h2>
        <StateWord {...standing} />
      </div>
      <Lines parcel={parcel} />
      <ParcelFacts parcel={parcel} />
      {wasBroughtInVain(parcel) && <p>{m.console_parcel_brought_in_vain()}</p>}
      {isReported && (
        <Notice tone="warning" title={m.console_group_problem()}>
          <p className="as-written">“{parcel.problemNote}”</p>
        </Notice>
      )}
      <Acts parcel={parcel} isReported={isReported} />
    </section>
  )
}

/**
 * How far a parcel is, and whether its buyer reports it. Nothing can be paid before the cost of every parcel is known,
 * and no money is back before it was sent.
 */
function standingOf(parcel: OrderParcel, { paymentState, refunds }: ShownOrder): Standing {
  const { id, state, delivery, shippingRupiah } = parcel
  const words = parcelWords(state, delivery)
  if (hasOpenProblem(parcel)) return { tone: 'bad', children: m.console_parcel_reported({ state: words }) }
  if (refunds.some(({ parcelId, sentAt }) => parcelId === id && !sentAt))
    return { tone: 'bad', children: state === 'returned' ? m.console_status_refund_due() : words }
  if (state !== 'waiting' || paymentState !== 'quoting')
    return { tone: PARCEL_TONES[state] ?? 'neutral', children: words }
  return shippingRupiah === null
    ? { tone: statusTone('quoting'), children: STATUS_WORDS.quoting() }
    : { tone: 'neutral', children: m.console_parcel_quoted() }
}

/** How a parcel goes: what the group brings needs no name, and a carrier that is called by its way is not said twice. */
function wayWords({ delivery, carrier }: OrderParcel): string {
  const way = DELIVERY_WORDS[delivery]()
  if (!carrier || delivery === 'local') return way
  return carrier.startsWith(way) ? carrier : `${way}, ${carrier}`
}

function Lines({ parcel }: { parcel: OrderParcel }) {
  return (
    <DataTable
      caption={m.console_lines({ group: parcel.groupName })}
      rows={parcel.lines}
      keyOf={({ id }) => id}
      columns={[
        {
          head: m.console_line_piece(),
          cell: ({ productSlug, titleId, labelId, quantity, unitPriceRupiah }) => (
            <>
              <a href={`/barang/${productSlug}`}>{titleId}</a>
              {labelId && <span className="small muted below">{holdSizes(labelId)}</span>}
              <span className="below">
                {quantity} × {formatRupiah(unitPriceRupiah, 'id')}
              </span>
            </>
          ),
          isName: true,
        },
        {
          head: m.console_line_sum(),
          cell: ({ lineRupiah }) => formatRupiah(lineRupiah, 'id'),
          isNumber: true,
        },
      ]}
    />
  )
}

function ParcelFacts({ parcel }: { parcel: OrderParcel }) {
  const { shippingRupiah, trackingNumber, declineReason, declineNote } = parcel
  const cost =
    shippingRupiah === null
      ? !isClosed(parcel.state) && m.console_order_shipping_unknown()
      : formatRupiah(shippingRupiah, 'id')
  return (
    <Details
      caption={parcel.groupName}
      details={[
        {
          label: m.console_parcel_delivery(),
          value: isPickup(parcel.delivery)
            ? DELIVERY_WORDS[parcel.delivery]()
            : [wayWords(parcel), cost].filter(Boolean).join(', '),
        },
        { label: m.console_parcel_promise(), value: <PromisedDay parcel={parcel} /> },
        {
          label: m.console_event_accepted(),
          value: parcel.acceptedAt && <TimeText at={parcel.acceptedAt} withYear />,
        },
        {
          label: eventWords('packed', parcel.delivery),
          value: parcel.packedAt && <TimeText at={parcel.packedAt} withYear />,
        },
        {
          label: eventWords('dispatched', parcel.delivery),
          value: parcel.dispatchedAt && (
            <>
              <TimeText at={parcel.dispatchedAt} withYear />
              {[isPickup(parcel.delivery) ? null : sentWith(parcel, 'id'), trackingNumber]
                .filter(Boolean)
                .map((word) => `, ${word}`)}
            </>
          ),
        },
        {
          label: m.console_event_received(),
          value: parcel.receivedAt && <TimeText at={parcel.receivedAt} withYear />,
        },
        {
          label: m.console_event_declined(),
          value: declineReason && (
            <>
              {[reasonWords(declineReason), declineNote].filter(Boolean).join('. ')}
              <span className="small muted below">{soldAgainWords(declineReason, parcel.lines)}</span>
            </>
          ),
        },
        {
          label: m.console_parcel_group_phone(),
          value: parcel.groupPhone ? (
            <a href={`tel:${parcel.groupPhone}`}>{formatPhone(parcel.groupPhone)}</a>
          ) : (
            m.console_parcel_group_no_phone()
          ),
        },
      ]}
    />
  )
}

/** The day it was promised for, and whether that is over while the group still has it. */
function PromisedDay({ parcel: { promiseOn, state, delivery } }: { parcel: OrderParcel }) {
  const { today } = useLoaderData<typeof loader>()
  const isWithGroup = state === 'open' || state === 'accepted' || (state === 'packed' && !isPickup(delivery))
  return (
    <>
      <DateText day={promiseOn} />{' '}
      {isWithGroup && promiseOn < today && (
        <StateWord tone="bad">{m.console_parcel_late({ days: daysBetween(promiseOn, today) })}</StateWord>
      )}
    </>
  )
}

/** Brought to the library, where its buyer comes for it. */
const isAtLibrary = ({ state, delivery }: OrderParcel): boolean =>
  state === 'packed' && delivery === 'pickup-library'

/** What staff can do now: only what the parcel's state allows. */
function Acts({ parcel, isReported }: { parcel: OrderParcel; isReported: boolean }) {
  const { order } = useLoaderData<typeof loader>()
  if (!useMayAct()) return null
  const { state } = parcel
  const isWaiting = state === 'waiting' && canBeRepriced(order.paymentState)
  const wasSaid = order.events.some(
    ({ kind, parcelId }) => kind === 'shipping-confirmed' && parcelId === parcel.id,
  )
  const mayEnd = canBeDeclined(state, order.paymentState)
  return (
    <>
      {isWaiting && parcel.shippingRupiah === null && <PriceForm parcel={parcel} />}
      {isWaiting && wasSaid && <CorrectPrice parcel={parcel} paymentState={order.paymentState} />}
      {isAtLibrary(parcel) &&
        (order.paymentState === 'paid' ? (
          <HandOver parcel={parcel} />
        ) : (
          <p>{m.console_handover_pay_first()}</p>
        ))}
      {canCorrectDispatch(parcel) && <CorrectDispatch parcel={parcel} />}
      {isReported && <SettleForm parcel={parcel} />}
      {((mayEnd && state !== 'waiting') || state === 'dispatched') && <ForGroup parcel={parcel} />}
      {mayEnd && <DeclineForm parcel={parcel} />}
    </>
  )
}

/** What a group does by itself, done for it after a telephone call. */
function ForGroup({ parcel }: { parcel: OrderParcel }) {
  const hasStep = parcel.state !== 'dispatched' && !isAtLibrary(parcel)
  return (
    <DeskFold title={m.console_for_group()} abouts={[stepForm(parcel)]}>
      <p className="muted">{m.console_for_group_how()}</p>
      {hasStep && <StepForm parcel={parcel} />}
      <TakeBack parcel={parcel} />
    </DeskFold>
  )
}
