import { CARD_MINUTES, QUOTED_PAY_HOURS, TRANSFER_HOURS } from '#app/domain/orders/deadlines.ts'
import { isPickup, type PaymentMethod } from '#app/domain/orders/order-status.ts'
import { formatDeadline, formatWeekday, localDayOf } from '#app/lib/day.ts'
import { formatList } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { FieldSource } from '#app/ui/field.tsx'
import { RadioCards } from '#app/ui/radio-cards.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import type { MethodOffer, PaymentPage } from './payment-page.server.ts'

/** The question how to pay as a field, for the page and for the list of what is missing. */
export const methodField = (chosen?: PaymentMethod, isMissing?: boolean): FieldSource => ({
  name: 'paymentMethod',
  id: 'cara-bayar',
  initialValue: chosen,
  errors: isMissing ? [m.checkout_problem_method()] : undefined,
  required: true,
})

/** The ways to pay that are open, each with its fee, its last moment and what happens once it is paid. */
export function PaymentMethods({ page, field }: { page: PaymentPage; field: FieldSource }) {
  return (
    <>
      <RadioCards
        field={field}
        label={m.checkout_payment_method()}
        hint={m.checkout_method_over()}
        cards={page.methods.map((offer) => ({
          value: offer.method,
          title: TITLES[offer.method](),
          aside: m.checkout_method_no_fee(),
          note: <MethodNote offer={offer} page={page} />,
        }))}
      />
      {page.noCash && <NoCash {...page.noCash} collects={page.address.collects} />}
    </>
  )
}

/** Cash is what people here look for first: why it is not offered, and what would bring it back. */
function NoCash({ notAtLibrary, collects }: { notAtLibrary: string[]; collects: boolean }) {
  const groups = formatList(notAtLibrary, getLocale())
  const what = collects ? m.checkout_review_collect() : m.checkout_review_delivery()
  return (
    <p className="small muted">
      {groups ? m.checkout_method_no_cash_from({ groups }) : m.checkout_method_no_cash()}{' '}
      {!groups && <a href={shopHref('/checkout/kirim')}>{m.checkout_review_change_of({ what })}</a>}
    </p>
  )
}

const TITLES = {
  transfer: m.checkout_method_transfer,
  pickup: m.checkout_method_pickup,
  card: m.checkout_method_card,
}

/** What happens in the order in which it does: cash is paid last, when the pieces are there. */
function MethodNote({ offer, page }: { offer: MethodOffer; page: PaymentPage }) {
  const pay = payWords(offer)
  const then = promiseWords(offer, page)
  const [first, second] = offer.method === 'pickup' ? [then, pay] : [pay, then]
  return (
    <>
      {first}
      <br />
      {second}
      {offer.method === 'card' && (
        <>
          <br />
          {m.checkout_method_card_safe()}
        </>
      )}
    </>
  )
}

/** How long there is to pay; once the cost of sending is known, where that is still asked for. */
function payWords({ method, payBefore }: MethodOffer): string {
  if (!payBefore) {
    const say = method === 'card' ? m.checkout_method_card_quote : m.checkout_method_transfer_quote
    return say({ hours: QUOTED_PAY_HOURS })
  }
  const deadline = formatDeadline(payBefore, getLocale())
  switch (method) {
    case 'transfer':
      return m.checkout_method_transfer_note({ hours: TRANSFER_HOURS, deadline })
    case 'pickup': {
      // pieces wait until the end of a day
      const day = formatWeekday(localDayOf(new Date(payBefore.getTime() - 1)), getLocale())
      return m.checkout_method_pickup_note({ day })
    }
    case 'card':
      return m.checkout_method_card_note({ minutes: CARD_MINUTES, deadline })
  }
}

function promiseWords({ promiseOn }: MethodOffer, { parcels }: PaymentPage): string {
  const date = formatWeekday(promiseOn, getLocale())
  if (parcels.every(({ way }) => isPickup(way.delivery))) return m.checkout_method_ready({ date })
  if (parcels.some(({ way }) => isPickup(way.delivery))) return m.checkout_method_ready_or_leaves({ date })
  return m.checkout_method_leaves({ date })
}
