import { type SubmissionResult, useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { DispatchWay } from '#app/domain/orders/order-status.ts'
import { m } from '#app/paraglide/messages.js'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import { RadioCards } from '#app/ui/radio-cards.tsx'
import type { action, loader } from './dispatch.tsx'
import { COURIERS, OTHER, WAY_NAMES } from './dispatch-ways.ts'
import { buyerWords } from './parcel-words.ts'

export const DISPATCH_FORM_ID = 'kirim'

/** The little that has to be known about how a parcel went. */
export function HowItWent({ way }: { way: DispatchWay }) {
  const reply = useActionData<typeof action>() ?? null
  const { corrects } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{corrects && way === 'local' ? m.console_dispatch_own_instead_title() : TITLES[way]()}</h1>
      {way === 'courier' && <ByCourier reply={reply} />}
      {way === 'boat' && <ByBoat reply={reply} />}
      {way === 'local' && <ByHand reply={reply} />}
      <p className="muted">{m.console_dispatch_then()}</p>
    </>
  )
}

const TITLES: Record<DispatchWay, () => string> = {
  courier: m.console_dispatch_courier_title,
  boat: m.console_dispatch_boat_title,
  local: m.console_dispatch_own_title,
}

type Props = { reply: SubmissionResult | null }

/** What the action has to know besides: the way, and whether this takes the place of what was written before. */
function HiddenFields({ way }: { way: DispatchWay }) {
  const { corrects } = useLoaderData<typeof loader>()
  return (
    <>
      <input type="hidden" name="cara" value={WAY_NAMES[way]} />
      {corrects && <input type="hidden" name="corrects" value="yes" />}
    </>
  )
}

/** Who takes it this way, as far as that was written: when it left, or else when its cost was said. */
function useCarrier(way: DispatchWay): string | null {
  const { parcel, written } = useLoaderData<typeof loader>()
  if (written?.way === way) return written.carrier
  // a tariff names a boat that sails, but of couriers only that one of them comes
  const isNamed = way === 'boat' || parcel.wasSaid
  return isNamed && parcel.delivery === way ? parcel.carrier : null
}

function ByCourier({ reply }: Props) {
  const { written } = useLoaderData<typeof loader>()
  const carrier = useCarrier('courier')
  const isKnown = carrier !== null && COURIERS.includes(carrier)
  const [form, fields] = useForm<{ courier: string; other: string; trackingNumber: string }>({
    id: DISPATCH_FORM_ID,
    lastResult: reply,
    constraint: {
      courier: { required: true },
      other: { maxLength: 60, required: true },
      trackingNumber: { maxLength: 60 },
    },
    defaultValue: carrier
      ? {
          courier: isKnown ? carrier : OTHER,
          other: isKnown ? '' : carrier,
          trackingNumber: written?.trackingNumber ?? '',
        }
      : undefined,
  })
  return (
    <form method="post" id={DISPATCH_FORM_ID} className="form" noValidate>
      <ErrorSummary fields={[fields.courier, fields.other, fields.trackingNumber]} errors={form.errors} />
      <HiddenFields way="courier" />
      <RadioCards
        field={fields.courier}
        label={<span className="sr">{m.console_dispatch_courier_title()}</span>}
        hideNeed
        cards={[
          ...COURIERS.map((courier) => ({ value: courier, title: courier })),
          { value: OTHER, title: m.console_dispatch_courier_other() },
        ]}
      />
      <div className="other-courier">
        <TextField field={fields.other} label={m.console_dispatch_courier()} hideNeed autoComplete="off" />
      </div>
      <TextField
        field={fields.trackingNumber}
        label={m.console_dispatch_number()}
        hint={m.console_dispatch_number_hint()}
        autoComplete="off"
      />
    </form>
  )
}

function ByBoat({ reply }: Props) {
  const [form, fields] = useForm<{ boat: string }>({
    id: DISPATCH_FORM_ID,
    lastResult: reply,
    constraint: { boat: { required: true, maxLength: 60 } },
    defaultValue: { boat: useCarrier('boat') ?? '' },
  })
  return (
    <form method="post" id={DISPATCH_FORM_ID} className="form" noValidate>
      <ErrorSummary fields={[fields.boat]} errors={form.errors} />
      <HiddenFields way="boat" />
      <TextField field={fields.boat} label={m.console_dispatch_boat()} hideNeed autoComplete="off" />
    </form>
  )
}

function ByHand({ reply }: Props) {
  const { parcel, corrects } = useLoaderData<typeof loader>()
  const words = corrects ? m.console_dispatch_own_instead : m.console_dispatch_own
  const [form] = useForm({ id: DISPATCH_FORM_ID, lastResult: reply })
  return (
    <form method="post" id={DISPATCH_FORM_ID} className="form">
      <ErrorSummary fields={[]} errors={form.errors} />
      <HiddenFields way="local" />
      <p>{words({ to: buyerWords(parcel) })}</p>
    </form>
  )
}
