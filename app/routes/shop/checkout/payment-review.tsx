import { isPickup } from '#app/domain/orders/order-status.ts'
import { formatList } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { AddressText } from '#app/ui/address-text.tsx'
import { chosenCountWords } from '#app/ui/count-words.ts'
import { LineItem, type Total, Totals } from '#app/ui/line-item.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { wayTitle } from '#app/ui/way-words.ts'
import { costText } from './delivery-choice.tsx'
import type { PaymentPage, ReviewParcel } from './payment-page.server.ts'
import { wayNotes } from './way-words.ts'

/** Who gets it and where; every part can still be changed. */
export function ReviewAddress({ page: { address, phoneText, addressLines } }: { page: PaymentPage }) {
  const { name, email, note } = address
  return (
    <section className="panel review" aria-labelledby="periksa-alamat">
      <ReviewHead
        id="periksa-alamat"
        title={addressLines.length > 0 ? m.checkout_review_to() : m.checkout_collect_who()}
        href="/checkout/alamat"
        what={m.checkout_review_address()}
      />
      <AddressText name={name} lines={[...addressLines, phoneText, email]} note={note} />
    </section>
  )
}

/** One group's parcel as it will be sent, and which others it waits for. */
export function ReviewParcelBox({ parcel, waitsFor }: { parcel: ReviewParcel; waitsFor: string[] }) {
  const { groupId, groupName, lines, way } = parcel
  const groups = formatList(waitsFor, getLocale())
  return (
    <section className="panel review" aria-labelledby={`periksa-${groupId}`}>
      <ReviewHead
        id={`periksa-${groupId}`}
        title={m.checkout_parcel({ group: groupName })}
        href="/keranjang"
        what={m.checkout_review_basket()}
      />
      <ul className="plain-lines">
        {lines.map(({ variantId, title, label, quantity, unit, lineRupiah }) => (
          <LineItem
            key={variantId}
            title={title}
            note={chosenCountWords({ label, unit, quantity })}
            amountRupiah={lineRupiah}
          />
        ))}
      </ul>
      <div className="review-way">
        <p className="flush">
          <b>{wayTitle(way, getLocale())}</b>
          {way.shippingRupiah !== null && (
            <>
              {'\u00a0'}· {costText(way)}
            </>
          )}
        </p>
        <a
          href={shopHref('/checkout/kirim')}
          aria-label={m.checkout_review_change_of({
            what: isPickup(way.delivery) ? m.checkout_review_collect() : m.checkout_review_delivery(),
          })}
        >
          {m.checkout_review_change()}
        </a>
        <p className="small muted flush">
          {groups && way.shippingRupiah !== null && <>{m.checkout_way_waits_for({ groups })} </>}
          {/* each way to pay has a day of its own, told beside it */}
          {wayNotes({ ...parcel, ...way, promiseOn: null }).join(' ')}
        </p>
      </div>
    </section>
  )
}

function ReviewHead({ id, title, href, what }: { id: string; title: string; href: string; what: string }) {
  return (
    <div className="review-head">
      <h2 id={id}>{title}</h2>
      <a href={shopHref(href)} aria-label={m.checkout_review_change_of({ what })}>
        {m.checkout_review_change()}
      </a>
    </div>
  )
}

/** Every rupiah: goods, each parcel's shipping, the fee of zero and the code that comes with a transfer. */
export function ReviewCosts({ page }: { page: PaymentPage }) {
  const { goodsRupiah, shippingRupiah, pieceCount, parcels, methods } = page
  const total = shippingRupiah === null ? null : goodsRupiah + shippingRupiah
  const shipping = parcels.map(
    ({ groupName: group, way }): Total =>
      isPickup(way.delivery)
        ? { label: m.checkout_cost_collect_of({ group }), amountRupiah: null, pending: m.checkout_way_free() }
        : {
            label: m.checkout_cost_shipping_of({ group }),
            amountRupiah: way.shippingRupiah,
            pending: m.checkout_way_unknown(),
          },
  )
  const code: Total = {
    label: m.checkout_cost_code(),
    amountRupiah: null,
    pending: m.checkout_cost_code_range(),
    note: m.checkout_cost_code_note(),
  }
  const hasCode = methods.some(({ method }) => method === 'transfer')
  return (
    <Totals
      totals={[
        { label: m.checkout_sum_goods({ count: pieceCount }), amountRupiah: goodsRupiah },
        ...shipping,
        { label: m.checkout_cost_fee(), amountRupiah: 0 },
        ...(hasCode ? [code] : []),
        {
          label: m.checkout_sum_total(),
          amountRupiah: total,
          pending: m.checkout_cost_total_open(),
          note: hasCode && total !== null ? m.checkout_cost_total_before_code() : undefined,
          isGrand: true,
        },
      ]}
    />
  )
}
