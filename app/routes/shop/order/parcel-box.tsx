import { hasOpenProblem } from '#app/domain/fulfilment/parcel.ts'
import { isClosed, isPickup } from '#app/domain/orders/order-status.ts'
import { formatWeekday } from '#app/lib/day.ts'
import { waLink } from '#app/lib/whatsapp.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CopyCode } from '#app/ui/copy-code.tsx'
import { chosenCountWords } from '#app/ui/count-words.ts'
import { type Detail, Details } from '#app/ui/facts.tsx'
import { LineItem } from '#app/ui/line-item.tsx'
import { useShopData } from '#app/ui/shop-data.ts'
import { shopHref } from '#app/ui/shop-href.ts'
import { Timeline } from '#app/ui/timeline.tsx'
import { sentWith, wayTitle } from '#app/ui/way-words.ts'
import { type ProblemAnswer, ProblemForm } from './problem-form.tsx'
import { parcelSteps } from './steps.tsx'
import type { OrderView, ParcelView } from './view.server.ts'

interface Props {
  order: OrderView
  parcel: ParcelView
  answer: ProblemAnswer | null
}

/** One group's parcel: where it is, how it comes, what is in it, and what the buyer can say about it. */
export function ParcelBox({ order, parcel, answer }: Props) {
  const { id, groupName, groupSlug, villageName } = parcel
  return (
    <section className="panel parcel-box" id={`paket-${id}`} aria-labelledby={`judul-${id}`}>
      <h2 id={`judul-${id}`}>
        <a href={shopHref(`/kelompok/${groupSlug}`)}>{m.order_parcel({ group: groupName })}</a>
      </h2>
      <p className="small muted">{m.order_parcel_village({ village: villageName })}</p>
      <Timeline steps={parcelSteps(order, parcel)} label={m.order_parcel_steps({ group: groupName })} />
      {!isClosed(parcel.state) && <DeliveryDetails parcel={parcel} />}
      <Lines parcel={parcel} />
      <div className="cluster parcel-actions">
        {parcel.canReceive && <ReceiveForm order={order} parcel={parcel} />}
        <Ask order={order} parcel={parcel} />
      </div>
      {parcel.receivedByItselfOn && (
        <p className="small muted">
          {m.order_receive_by_itself({ date: formatWeekday(parcel.receivedByItselfOn, getLocale()) })}
        </p>
      )}
      <ProblemForm code={order.code} parcel={parcel} answer={answer?.parcelId === id ? answer : null} />
    </section>
  )
}

/** What the steps above do not say: by whom it comes, under which number, or where it waits. */
function DeliveryDetails({ parcel }: { parcel: ParcelView }) {
  const operator = useShopData()?.operator
  const { delivery, dispatchedAt, dispatchCarrier, trackingNumber } = parcel
  const isBrought = dispatchCarrier === null
  if (isPickup(delivery)) return <Details details={[pickupDetail(parcel, pickupPlace(parcel, operator))]} />
  const details: Detail[] = [
    dispatchedAt
      ? {
          label: isBrought ? m.order_parcel_way() : m.order_parcel_carrier(),
          value: sentWith(parcel, getLocale()),
        }
      : { label: m.order_parcel_way(), value: wayWords(parcel) },
  ]
  if (trackingNumber) {
    details.push({ label: m.order_parcel_tracking(), value: <CopyCode value={trackingNumber} /> })
  }
  return <Details details={details} />
}

/** The order has been placed: the cost is being asked, and not the buyer’s to ask for any more. */
const wayWords = (parcel: ParcelView): string =>
  parcel.delivery === 'quote' ? m.order_parcel_way_asked() : wayTitle(parcel, getLocale())

/** How to come for it is said only as long as it waits. */
export function pickupDetail({ state, delivery, groupPhone }: ParcelView, place: string): Detail {
  const isHandedOver = state === 'dispatched' || state === 'received'
  if (isHandedOver) return { label: m.order_parcel_where_was(), value: place }
  const first = groupPhone ? m.order_parcel_where_first() : m.order_parcel_where_first_library()
  const value = delivery === 'pickup-group' ? `${place}. ${first}` : place
  return { label: m.order_parcel_where(), value }
}

function pickupPlace(
  { delivery, groupName: group, villageName: village }: ParcelView,
  operator: { name: string; address: string } | undefined,
): string {
  if (delivery === 'pickup-group') return m.order_parcel_where_group({ group, village })
  return operator ? `${operator.name}, ${operator.address}` : m.checkout_way_pickup_library()
}

function Lines({ parcel: { lines } }: { parcel: ParcelView }) {
  return (
    <ul>
      {lines.map(({ id, title, label, quantity, unit, lineRupiah, picture, productSlug, productCode }) => (
        <LineItem
          key={id}
          title={title}
          href={shopHref(`/barang/${productSlug}`)}
          picture={picture}
          note={
            <>
              {chosenCountWords({ label, unit, quantity })}
              <br />
              <a className="nowrap" href={shopHref(`/j/${productCode}`)}>
                {m.order_trace({ code: productCode })}
              </a>
            </>
          }
          amountRupiah={lineRupiah}
        />
      ))}
    </ul>
  )
}

function ReceiveForm({ order, parcel }: { order: OrderView; parcel: ParcelView }) {
  return (
    <form method="post" action={shopHref(`/pesanan/${order.code}`)}>
      <input type="hidden" name="aksi" value="terima" />
      <Button kind={hasOpenProblem(parcel) ? 'second' : 'main'} icon="check" name="paket" value={parcel.id}>
        {isPickup(parcel.delivery) ? m.order_receive_collected() : m.order_receive()}
      </Button>
    </form>
  )
}

/** The group's own number where it has one, else the library's; the code is all the message says. */
function Ask({ order: { code }, parcel: { groupPhone } }: { order: OrderView; parcel: ParcelView }) {
  const library = useShopData()?.operator.whatsappHref
  const text = m.order_ask_text({ code })
  if (groupPhone) {
    return (
      <LinkButton icon="chat" href={waLink(groupPhone, text)} rel="noopener">
        {m.order_ask()}
      </LinkButton>
    )
  }
  if (!library) return null
  return (
    <LinkButton icon="chat" href={`${library}?text=${encodeURIComponent(text)}`} rel="noopener">
      {m.order_ask_library()}
    </LinkButton>
  )
}
