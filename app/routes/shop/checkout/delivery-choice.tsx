import { pieceName } from '#app/domain/catalogue/product.ts'
import { isPickup } from '#app/domain/orders/order-status.ts'
import type { ShippingOption } from '#app/domain/shipping/quote.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { FieldSource } from '#app/ui/field.tsx'
import { RadioCards } from '#app/ui/radio-cards.tsx'
import { wayTitle } from '#app/ui/way-words.ts'
import type { DeliveryParcel } from './delivery-page.server.ts'
import { wayNotes } from './way-words.ts'

/** One parcel's question as a field, for the page and for the list of what is missing. */
export function deliveryFieldOf({
  groupId,
  groupName,
  options,
  chosen,
  isMissing,
}: DeliveryParcel): FieldSource {
  const ask = options.every(isPickedUp) ? m.checkout_problem_collect : m.checkout_problem_delivery
  return {
    name: `kirim.${groupId}`,
    id: `kirim-${groupId}`,
    initialValue: chosen,
    errors: isMissing ? [ask({ group: groupName })] : undefined,
    required: true,
  }
}

/** What is in one group's parcel, and every way it can go. */
export function DeliveryChoice({ parcel, others }: { parcel: DeliveryParcel; others: DeliveryParcel[] }) {
  const { groupId, groupName, lines, options } = parcel
  // where nobody's cost is known there is nothing that an unknown one could hold up
  const holdsOthers = others.some((other) => other.options.some(isKnown))
  return (
    <section className="panel" aria-labelledby={`paket-${groupId}`}>
      <h2 id={`paket-${groupId}`} className="flush">
        {m.checkout_parcel({ group: groupName })}
      </h2>
      <p className="muted">{lines.map(pieceText).join(', ')}</p>
      <RadioCards
        field={deliveryFieldOf(parcel)}
        label={options.every(isPickedUp) ? m.checkout_collect_where() : m.checkout_delivery_legend()}
        cards={options.map((option) => ({
          value: option.key,
          title: wayTitle(option, getLocale()),
          aside: costText(option),
          note: [
            ...wayNotes({ ...parcel, ...option }),
            isGroupsOnly(option, options) && m.checkout_way_pickup_island(),
            holdsOthers && !isKnown(option) && m.checkout_way_quote_holds(),
          ].map((words) => words && <span key={words}>{words}</span>),
        }))}
      />
    </section>
  )
}

/** `Sandal siku keluang (39) × 3`; the count is not left alone on a line. */
const pieceText = (line: DeliveryParcel['lines'][number]): string =>
  [pieceName(line), line.quantity > 1 && `×\u00a0${line.quantity}`].filter(Boolean).join('\u00a0')

const isPickedUp = ({ delivery }: ShippingOption): boolean => isPickup(delivery)
/** Collected at the group's, and not at the library, where people expect it. */
const isGroupsOnly = ({ delivery }: ShippingOption, options: readonly ShippingOption[]): boolean =>
  delivery === 'pickup-group' && !options.some((other) => other.delivery === 'pickup-library')
const isKnown = ({ shippingRupiah }: ShippingOption): boolean => shippingRupiah !== null

export function costText({ delivery, shippingRupiah }: Pick<ShippingOption, 'delivery' | 'shippingRupiah'>) {
  if (shippingRupiah === null) return m.checkout_way_unknown()
  if (isPickup(delivery)) return m.checkout_way_free()
  return formatRupiah(shippingRupiah, getLocale())
}
