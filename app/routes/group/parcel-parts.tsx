import { useLoaderData } from '@remix-run/react'
import { canCorrectDispatch } from '#app/domain/fulfilment/parcel.ts'
import type { ParcelGood } from '#app/domain/fulfilment/parcel-goods.queries.server.ts'
import { type DispatchWay, isClosed, isPickup } from '#app/domain/orders/order-status.ts'
import { labelLines } from '#app/domain/places/address.ts'
import { formatDay, localDayOf } from '#app/lib/day.ts'
import { dotted } from '#app/lib/dotted.ts'
import { formatGrams, formatRupiah } from '#app/lib/format.ts'
import { formatPhone } from '#app/lib/phone-text.ts'
import { waLink } from '#app/lib/whatsapp.ts'
import { m } from '#app/paraglide/messages.js'
import { reasonWords, soldAgainWords } from '#app/routes/decline-words.ts'
import { DISPATCH_WRONG_WORDS } from '#app/routes/dispatch-words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { chosenCountWords } from '#app/ui/count-words.ts'
import { GroupReceives } from '#app/ui/group-shell.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LineItem } from '#app/ui/line-item.tsx'
import { MoneyText } from '#app/ui/money-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ParcelLabel } from '#app/ui/parcel-label.tsx'
import { travelWords, wayTitle } from '#app/ui/way-words.ts'
import { WAY_NAMES } from './dispatch-ways.ts'
import type { loader } from './parcel.tsx'
import {
  buyerWords,
  isInItsHands,
  isStillToMake,
  isWithGroup,
  moneyWords,
  receives,
  reportEnd,
} from './parcel-words.ts'

/** What the group itself wrote down when the parcel left its hands, or why it could not. */
export function HowItEnded() {
  const { parcel, goods } = useLoaderData<typeof loader>()
  const { state, dispatchWay, dispatchCarrier, trackingNumber, declineReason, declineNote } = parcel
  if (state === 'declined' && declineReason) {
    const reason = declineReason !== 'other' && reasonWords(declineReason)
    const words = [reason, declineNote].filter(Boolean).join('. ')
    const soldAgain = soldAgainWords(declineReason, goods)
    return (
      <>
        {words && <p className="flush">{m.console_group_declined_why({ reason: words })}</p>}
        {soldAgain && <p className="flush">{soldAgain}</p>}
      </>
    )
  }
  return (
    <>
      {dispatchWay && (
        <p className="flush">
          {dispatchCarrier
            ? m.console_group_sent_by({ carrier: dispatchCarrier })
            : m.console_group_sent_self()}{' '}
          {trackingNumber && m.console_group_sent_number({ number: trackingNumber })}
        </p>
      )}
      {dispatchWay && canCorrectDispatch(parcel) && (
        <p className="group-foot flush">
          <a href={`/kelompok-saya/pesanan/${parcel.id}/kirim${formToMend(dispatchWay)}`}>
            {DISPATCH_WRONG_WORDS[dispatchWay]()}
          </a>
        </p>
      )}
    </>
  )
}

/** By own hand there is nothing to write differently, only another way to choose. */
const formToMend = (way: DispatchWay): string => (way === 'local' ? '' : `?cara=${WAY_NAMES[way]}`)

/** What the buyer reported, until staff have settled it; then how it ended. */
export function ProblemOf() {
  const { parcel, problem } = useLoaderData<typeof loader>()
  if (!problem) return null
  const { note, settledAt, agreed } = problem
  const said = note && <p className="as-written">“{note}”</p>
  if (!settledAt) {
    return (
      <Notice tone="warning" title={m.console_group_problem()}>
        {said}
        <p>{m.console_group_problem_staff()}</p>
        {agreed && <p className="as-written">{m.console_group_problem_before({ words: agreed })}</p>}
      </Notice>
    )
  }
  return (
    <Notice
      tone="info"
      title={m.console_group_problem_settled({ date: formatDay(localDayOf(settledAt), 'id') })}
    >
      {said}
      {agreed && <p className="as-written">{m.console_group_problem_agreed({ words: agreed })}</p>}
      <p>{reportEnd(parcel)}</p>
    </Notice>
  )
}

/** The pieces with their pictures: what to make or to wrap. */
export function GoodsOf() {
  const { goods, parcel } = useLoaderData<typeof loader>()
  const isToMake = isStillToMake(parcel)
  return (
    <ul className="parcel-goods">
      {goods.map(({ id, title, picture, ...good }) => (
        <LineItem key={id} title={title} picture={picture} note={noteOf(good, isToMake)} />
      ))}
    </ul>
  )
}

type NotedGood = Pick<ParcelGood, 'label' | 'quantity' | 'unit' | 'mode'>
function noteOf({ mode, ...good }: NotedGood, isToMake: boolean): string {
  const isToWeave = isToMake && mode === 'made-to-order'
  return dotted(chosenCountWords(good), isToWeave && m.console_group_made_to_order())
}

/** What the parcel brings the group, with the shipping it will have to hand on to the carrier. */
export function MoneyOf() {
  const { parcel } = useLoaderData<typeof loader>()
  if (isClosed(parcel.state)) return null
  const shipping = parcel.shippingRupiah ?? 0
  return (
    <>
      <GroupReceives
        label={m.console_group_receives()}
        amount={<MoneyText amount={receives(parcel)} />}
        note={
          shipping > 0 &&
          m.console_group_receives_parts({
            goods: formatRupiah(parcel.shareRupiah, 'id'),
            shipping: formatRupiah(shipping, 'id'),
          })
        }
      />
      <p className="flush">
        {moneyWords(parcel)}{' '}
        {parcel.isPaid && <a href="/kelompok-saya/bantuan#uang">{m.console_group_money_when()}</a>}
      </p>
    </>
  )
}

/** What the group, or staff for it, said sending costs: the way and the days are held against it until the parcel leaves. */
export function SaidShipping() {
  const { parcel } = useLoaderData<typeof loader>()
  const { wasSaid, state, shippingRupiah, daysMin, daysMax } = parcel
  const isStillHere = state === 'waiting' || isWithGroup(parcel)
  if (!wasSaid || shippingRupiah === null || !isStillHere) return null
  const way = [wayTitle(parcel, 'id'), travelWords(daysMin, daysMax, 'id')].filter(Boolean).join(', ')
  return <p className="flush">{m.console_group_said({ way, amount: formatRupiah(shippingRupiah, 'id') })}</p>
}

/** Who ordered: a first name and a place until it is paid, then a way to talk. */
export function BuyerOf() {
  const { parcel, group, page } = useLoaderData<typeof loader>()
  const { buyerPhone } = parcel
  return (
    <section>
      <h2>{m.console_group_buyer_title()}</h2>
      <p>
        <b>{parcel.isPaid && !parcel.isErased ? parcel.buyerName : buyerWords(parcel)}</b>
      </p>
      {parcel.isErased && (
        <p>
          {m.console_orders_placed()} {formatDay(localDayOf(parcel.placedAt), 'id')}
        </p>
      )}
      {!parcel.isPaid && !isClosed(parcel.state) && <p>{m.console_group_buyer_masked()}</p>}
      {parcel.note && (
        <p className="as-written">
          {m.console_group_buyer_note()} “{parcel.note}”
        </p>
      )}
      {buyerPhone && (
        <div className="call-row">
          <LinkButton href={`tel:${buyerPhone}`} icon="phone">
            {m.console_group_call()}
          </LinkButton>
          <LinkButton
            href={waLink(
              buyerPhone,
              m.console_group_whatsapp_text({
                name: parcel.buyerName,
                group: group.name,
                code: parcel.orderCode,
                page,
              }),
            )}
            icon="chat"
          >
            {m.console_group_whatsapp()}
          </LinkButton>
        </div>
      )}
    </section>
  )
}

/** What to write on the parcel while the group has it: the address, or who comes for it at the library. */
export function LabelOf() {
  const { parcel } = useLoaderData<typeof loader>()
  if (!isInItsHands(parcel)) return null
  if (parcel.delivery === 'pickup-library') return parcel.state === 'packed' ? null : <LibraryLabel />
  return parcel.isPaid && !isPickup(parcel.delivery) ? <AddressLabel /> : null
}

function AddressLabel() {
  const { parcel, phoneText } = useLoaderData<typeof loader>()
  const to = { name: parcel.buyerName, phone: phoneText ?? '', lines: labelLines(parcel) }
  const weight = formatGrams(parcel.billableGrams, 'id')
  const isStillHere = isWithGroup(parcel)
  return (
    <section>
      <h2>{m.console_group_label_title()}</h2>
      {isStillHere && <p>{m.console_group_label_how()}</p>}
      <ParcelLabel
        code={parcel.orderCode}
        to={to}
        from={useSender()}
        weight={parcel.delivery === 'courier' ? m.console_group_label_weight({ weight }) : undefined}
      />
      <CopyAddress text={[to.name, to.phone, ...to.lines].join('\n')} />
      {isStillHere && <PrintLabel words={m.console_group_print_label()} />}
    </section>
  )
}

/** Whom the library keeps the parcel for; the code leads its staff to the order. */
function LibraryLabel() {
  const { parcel, library } = useLoaderData<typeof loader>()
  const lines = [m.console_group_label_collects(), library.name, library.address]
  return (
    <section>
      <h2>{m.console_group_label_bring_title()}</h2>
      <p>{m.console_group_label_bring_how()}</p>
      <ParcelLabel code={parcel.orderCode} to={{ name: parcel.buyerName, lines }} from={useSender()} />
      <PrintLabel words={m.console_group_print_bring()} />
    </section>
  )
}

function useSender() {
  const { group, parcel } = useLoaderData<typeof loader>()
  const isAbroad = parcel.country !== 'ID'
  const village = `${m.common_village({ village: group.villageName })}, ${group.districtName}, Kayong Utara`
  return {
    name: group.name,
    phone: group.phone ? formatPhone(group.phone, isAbroad ? 'en' : 'id') : undefined,
    lines: isAbroad ? [village, 'Kalimantan Barat', 'INDONESIA'] : [village],
  }
}

/** Shown only where the page's script answers to `data-copy`; the label itself can be selected with one tap. */
function CopyAddress({ text }: { text: string }) {
  return (
    <button
      type="button"
      className="button full"
      data-copy={text}
      data-copied={m.common_copied()}
      data-refused={m.common_copy_refused()}
      hidden
    >
      <Icon name="copy" />
      <span aria-live="polite">{m.console_group_copy_address()}</span>
    </button>
  )
}

/** Shown only where the page's script answers to `data-print`; elsewhere the browser's own menu prints. */
function PrintLabel({ words }: { words: string }) {
  return (
    <button type="button" className="button full" data-print hidden>
      <Icon name="print" />
      {words}
    </button>
  )
}
