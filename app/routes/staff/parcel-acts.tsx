import {
  declineReasons,
  type ProblemOutcome,
  problemOutcomes,
  waysToSend,
} from '#app/domain/fulfilment/parcel.ts'
import { isPickup, type PaymentState } from '#app/domain/orders/order-status.ts'
import { formatDecimal } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { DaysField } from '#app/routes/days-field.tsx'
import { REASON_WORDS, soldAgainUnless } from '#app/routes/decline-words.ts'
import { DISPATCH_WRONG_WORDS, stillHere, WAY_WORDS } from '#app/routes/dispatch-words.ts'
import { PackedSize } from '#app/routes/packed-size.tsx'
import { SelectField, TextareaField, TextField } from '#app/ui/field.tsx'
import { RadioCards } from '#app/ui/radio-cards.tsx'
import { type DeskField, DeskFold, DeskForm } from './desk-form.tsx'
import { DisputeNote } from './dispute-note.tsx'
import type { OrderParcel } from './order-parcels.tsx'
import { byPlace, notYetWords, outcomeWords } from './order-words.ts'
import { Tick } from './tick.tsx'

type Props = { parcel: OrderParcel }
const priceForm = ({ id }: OrderParcel) => `ongkos-${id}`
export const stepForm = ({ id }: OrderParcel) => `langkah-${id}`
const declineForm = ({ id }: OrderParcel) => `tidak-${id}`

const waysOf = (parcel: OrderParcel) =>
  waysToSend(parcel).map((value) => ({ value, label: WAY_WORDS[value]() }))

/** What sending the parcel costs, asked for by staff where the group cannot: abroad above all. */
export function PriceForm({ parcel }: Props) {
  return (
    <>
      <PackedSize
        billableGrams={parcel.billableGrams}
        pieces={parcel.lines.map((line) => ({ ...line, title: line.titleId, label: line.labelId }))}
      />
      <DeskForm
        about={priceForm(parcel)}
        intent="price"
        hidden={{ parcelId: parcel.id }}
        kind="main"
        button={m.console_price_button()}
      >
        {(field) => <PriceFields parcel={parcel} field={field} />}
      </DeskForm>
    </>
  )
}

/** A cost that was wrong, until the order is paid; the buyer may have been told of it. */
export function CorrectPrice({ parcel, paymentState }: Props & { paymentState: PaymentState }) {
  const { delivery, carrier, shippingRupiah, daysMin, daysMax } = parcel
  const shipping = formatDecimal(shippingRupiah ?? 0, 'id')
  const said: Record<string, unknown> = { delivery, carrier, shipping, daysMin, daysMax }
  return (
    <DeskFold title={m.console_price_wrong()} of={parcel.groupName} abouts={[priceForm(parcel)]}>
      <DeskForm
        about={priceForm(parcel)}
        intent="correct-price"
        hidden={{ parcelId: parcel.id, seenRupiah: String(shippingRupiah ?? '') }}
        button={m.console_dispatch_correct()}
      >
        {(field) => (
          <>
            <p className="flush">
              {paymentState === 'awaiting' ? m.console_price_correct_then() : m.console_price_correct_early()}
            </p>
            <PriceFields
              parcel={parcel}
              field={(name, over) => field(name, { ...over, initialValue: said[name] })}
            />
          </>
        )}
      </DeskForm>
    </DeskFold>
  )
}

function PriceFields({ parcel, field }: Props & { field: DeskField }) {
  return (
    <>
      <div className="field-row">
        <SelectField
          field={field('delivery', { required: true })}
          label={m.console_delivery_how()}
          choices={waysOf(parcel)}
        />
        <TextField
          field={field('carrier', { maxLength: 60, required: !parcel.isNear })}
          label={m.console_carrier()}
          hint={parcel.isNear ? m.console_carrier_hint() : undefined}
          hideNeed={parcel.isNear}
          autoComplete="off"
        />
      </div>
      <TextField
        field={field('shipping', { required: true })}
        label={m.console_shipping()}
        inputMode="numeric"
        autoComplete="off"
        before="Rp"
        width={16}
      />
      <div className="field-row">
        <DaysField field={field('daysMin', { required: true })} label={m.console_days_min()} />
        <DaysField field={field('daysMax', { required: true })} label={m.console_days_max()} />
      </div>
    </>
  )
}

/** The buyer is here and has paid. Pressed on another order's page it has no way back. */
export const HandOver = ({ parcel }: Props) => (
  <DeskForm
    about={`serah-${parcel.id}`}
    intent="hand-over"
    hidden={{ parcelId: parcel.id }}
    kind="main"
    button={m.console_handover_button()}
  >
    {(field) => <Tick field={field('here')} value="yes" words={m.console_handover_tick()} />}
  </DeskForm>
)

const OUTCOME_NOTES: Record<ProblemOutcome, () => string> = {
  kept: m.console_settle_kept_note,
  awaited: m.console_settle_awaited_note,
  refunded: m.console_settle_refunded_note,
}

/** Whether what was said to be ready is ready, the end of a report does not say. */
const outcomeNote = (outcome: ProblemOutcome, { state, delivery }: OrderParcel): string =>
  outcome === 'awaited' && state === 'packed' && isPickup(delivery)
    ? m.console_settle_uncollected_note({ act: notYetWords(delivery), where: m.console_for_group() })
    : OUTCOME_NOTES[outcome]()

/** Staff end a complaint: the goods stay with the buyer, are still waited for, or all of their money goes back. */
export function SettleForm({ parcel }: Props) {
  const outcomes = problemOutcomes(parcel)
  return (
    <DeskForm
      about={`masalah-${parcel.id}`}
      intent="settle"
      hidden={{ parcelId: parcel.id }}
      kind="main"
      button={m.console_settle_button()}
    >
      {(field) => (
        <>
          <DisputeNote />
          <RadioCards
            field={field('outcome', {
              required: true,
              initialValue: outcomes.length === 1 ? outcomes[0] : undefined,
            })}
            label={m.console_settle()}
            cards={outcomes.map((value) => ({
              value,
              title: outcomeWords(value),
              note: outcomeNote(value, parcel),
            }))}
          />
          <TextareaField
            field={field('note', { required: true, maxLength: 300 })}
            label={m.console_settle_note()}
            hint={m.console_settle_note_hint()}
          />
        </>
      )}
    </DeskForm>
  )
}

/** The group's next step, taken for it after a telephone call. */
export function StepForm({ parcel }: Props) {
  const about = stepForm(parcel)
  const hidden = { parcelId: parcel.id }
  if (parcel.state !== 'packed') {
    const isOpen = parcel.state === 'open'
    return (
      <DeskForm
        about={about}
        intent={isOpen ? 'accept' : 'pack'}
        hidden={hidden}
        button={isOpen ? m.console_step_accept() : packedWords(parcel)}
      />
    )
  }
  if (parcel.delivery === 'pickup-group') {
    return (
      <DeskForm about={about} intent="fetched" hidden={hidden} button={m.console_group_button_collected()} />
    )
  }
  return (
    <DeskForm about={about} intent="dispatch" hidden={hidden} button={m.console_step_dispatch()}>
      {(field) => (
        <SentFields
          parcel={parcel}
          field={(name, over) =>
            field(name, name === 'way' ? { ...over, initialValue: parcel.delivery } : over)
          }
        />
      )}
    </DeskForm>
  )
}

/** It was said to be packed, or to have left, by the group or for it, and is not so. */
export const TakeBack = ({ parcel: { id, state, delivery, dispatchWay } }: Props) =>
  state === 'packed' || state === 'dispatched' ? (
    <DeskForm
      about={`belum-${id}`}
      intent={state === 'packed' ? 'unpack' : 'undispatch'}
      hidden={{ parcelId: id }}
      button={state === 'packed' ? notYetWords(delivery) : stillHere(dispatchWay ?? delivery)}
    />
  ) : null

/** A way, a courier or a number that was written wrongly, while the buyer looks for the parcel with it. */
export function CorrectDispatch({ parcel }: Props) {
  const about = `kiriman-${parcel.id}`
  const said: Record<string, string | null> = {
    way: parcel.dispatchWay,
    carrier: parcel.dispatchCarrier,
    trackingNumber: parcel.trackingNumber,
  }
  return (
    <DeskFold
      title={DISPATCH_WRONG_WORDS[parcel.dispatchWay ?? 'courier']()}
      of={parcel.groupName}
      abouts={[about]}
    >
      <DeskForm
        about={about}
        intent="correct-dispatch"
        hidden={{ parcelId: parcel.id }}
        button={m.console_dispatch_correct()}
      >
        {(field) => (
          <>
            <p className="flush">{m.console_dispatch_then()}</p>
            <SentFields
              parcel={parcel}
              field={(name, over) => field(name, { ...over, initialValue: said[name] })}
            />
          </>
        )}
      </DeskForm>
    </DeskFold>
  )
}

const SentFields = ({ parcel, field }: Props & { field: DeskField }) => (
  <>
    <SelectField
      field={field('way', { required: true })}
      label={m.console_delivery_how()}
      choices={waysOf(parcel)}
    />
    <div className="field-row">
      <TextField
        field={field('carrier', { maxLength: 60, required: !parcel.isNear })}
        label={m.console_carrier()}
        hint={parcel.isNear ? m.console_carrier_hint() : undefined}
        hideNeed={parcel.isNear}
        autoComplete="off"
      />
      <TextField
        field={field('trackingNumber', { maxLength: 60 })}
        label={m.console_dispatch_number()}
        autoComplete="off"
      />
    </div>
  </>
)

const packedWords = ({ delivery }: OrderParcel): string =>
  byPlace(delivery, {
    library: m.console_step_pack_library,
    group: m.console_step_pack_group,
    neither: m.console_step_pack,
  })

/** The group, or the buyer, says on the telephone that nothing comes of it. */
export function DeclineForm({ parcel }: Props) {
  const about = declineForm(parcel)
  return (
    <DeskFold title={m.console_decline_parcel()} of={parcel.groupName} abouts={[about]}>
      <DeskForm
        about={about}
        intent="decline"
        hidden={{ parcelId: parcel.id }}
        kind="danger"
        button={m.console_decline_parcel_button({ group: parcel.groupName })}
      >
        {(field) => (
          <>
            <p className="flush">
              {m.console_decline_parcel_note()} {soldAgainUnless(parcel.lines)}
            </p>
            <DisputeNote />
            <SelectField
              field={field('reason', { required: true })}
              label={m.console_decline_question()}
              emptyLabel={m.common_choose()}
              choices={declineReasons(parcel.delivery).map((value) => ({
                value,
                label: REASON_WORDS[value](),
              }))}
            />
            <TextareaField
              field={field('note', { maxLength: 300 })}
              label={m.console_decline_note()}
              hint={m.console_decline_note_hint()}
              hideNeed
            />
          </>
        )}
      </DeskForm>
    </DeskFold>
  )
}
