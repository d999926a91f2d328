import { type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { DispatchWay } from '#app/domain/orders/order-status.ts'
import { districtLabel } from '#app/domain/places/district.ts'
import { formatDecimal } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { DaysField } from '#app/routes/days-field.tsx'
import { WAY_WORDS } from '#app/routes/dispatch-words.ts'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import { RadioCards } from '#app/ui/radio-cards.tsx'

export const SHIPPING_FORM_ID = 'ongkos'

interface ShippingFields {
  delivery: string
  carrier: string
  shipping: string
  daysMin: number
  daysMax: number
}

interface Props {
  reply: SubmissionResult | null
  ways: readonly DispatchWay[]
  /** What was said before and is to be corrected. */
  said?: {
    delivery: string
    carrier: string | null
    shippingRupiah: number | null
    daysMin: number | null
    daysMax: number | null
  }
  children: ReactNode
}

interface Place {
  districtName: string | null
  regencyName: string | null
  provinceName: string | null
}

/** What the cost depends on beside the weight; who collects has given no place. */
export function WhereTo({ districtName: name, regencyName, provinceName }: Place) {
  if (!name || !regencyName || !provinceName) return null
  const place = districtLabel('id', { name, regencyName, provinceName })
  return (
    <p className="flush">
      {m.console_group_price_to()} <b>{place}</b>
    </p>
  )
}

/** What it costs to send this parcel, by what way, and how long it takes. */
export function ShippingForm({ reply, ways, said, children }: Props) {
  const canBring = ways.includes('local')
  const [form, fields] = useForm<ShippingFields>({
    id: SHIPPING_FORM_ID,
    lastResult: reply,
    defaultValue: said && { ...said, shipping: formatDecimal(said.shippingRupiah ?? 0, 'id') },
    constraint: {
      delivery: { required: true },
      shipping: { required: true },
      daysMin: { required: true },
      daysMax: { required: true },
      carrier: { required: !canBring, maxLength: 60 },
    },
  })
  return (
    <form method="post" id={SHIPPING_FORM_ID} className="form" noValidate>
      <ErrorSummary
        fields={[fields.delivery, fields.carrier, fields.shipping, fields.daysMin, fields.daysMax]}
        errors={form.errors}
      />
      {children}
      <RadioCards
        field={fields.delivery}
        label={m.console_delivery_how()}
        cards={ways.map((way) => ({ value: way, title: WAY_WORDS[way]() }))}
      />
      <TextField
        field={fields.carrier}
        label={m.console_carrier()}
        hint={canBring ? m.console_carrier_hint() : undefined}
        hideNeed={canBring}
        autoComplete="off"
      />
      <TextField
        field={fields.shipping}
        label={m.console_shipping()}
        hint={m.console_shipping_hint()}
        inputMode="numeric"
        autoComplete="off"
        before="Rp"
      />
      <div className="field-row">
        <DaysField field={fields.daysMin} label={m.console_days_min()} />
        <DaysField field={fields.daysMax} label={m.console_days_max()} />
      </div>
    </form>
  )
}
