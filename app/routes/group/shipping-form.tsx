import { type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
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

/** What it costs to send this parcel, by what way, and how long it takes. */
export function ShippingForm({ reply, children }: { reply: SubmissionResult | null; children: ReactNode }) {
  const [form, fields] = useForm<ShippingFields>({
    id: SHIPPING_FORM_ID,
    lastResult: reply,
    constraint: {
      delivery: { required: true },
      shipping: { required: true },
      daysMin: { required: true },
      daysMax: { required: true },
      carrier: { maxLength: 60 },
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
        cards={[
          { value: 'courier', title: m.console_delivery_courier() },
          { value: 'boat', title: m.console_delivery_boat() },
          { value: 'local', title: m.console_delivery_local() },
        ]}
      />
      <TextField
        field={fields.carrier}
        label={m.console_carrier()}
        hint={m.console_carrier_hint()}
        hideNeed
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
      <div className="two-fields">
        <TextField
          field={fields.daysMin}
          label={m.console_days_min()}
          hideNeed
          inputMode="numeric"
          autoComplete="off"
          width={4}
          after={m.console_days()}
        />
        <TextField
          field={fields.daysMax}
          label={m.console_days_max()}
          hideNeed
          inputMode="numeric"
          autoComplete="off"
          width={4}
          after={m.console_days()}
        />
      </div>
    </form>
  )
}
