import { useLoaderData } from '@remix-run/react'
import { canBeCancelled, isBooked, isGivenUp } from '#app/domain/orders/order-status.ts'
import { addressLines } from '#app/domain/places/address.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { waLink } from '#app/lib/whatsapp.ts'
import { m } from '#app/paraglide/messages.js'
import { LinkButton } from '#app/ui/button.tsx'
import { TimeText } from '#app/ui/date-text.tsx'
import { Details } from '#app/ui/facts.tsx'
import { TextField } from '#app/ui/field.tsx'
import { DeskFold, DeskForm } from './desk-form.tsx'
import { useMayAct } from './may-act.ts'
import type { loader } from './order.tsx'

/** Who ordered and where it goes. */
export function BuyerOf() {
  const { order, page, phoneText } = useLoaderData<typeof loader>()
  const { buyerPhone, code, buyerName, locale, erasedAt } = order
  if (erasedAt) return <ErasedBuyer at={erasedAt} />
  // in the buyer's language, who may not read ours
  const text = m.order_whatsapp_from_library({ name: buyerName, code, page }, { locale })
  const address = addressLines('id', order).join('\n')
  return (
    <section className="figure-panel">
      <h2>{m.console_group_buyer_title()}</h2>
      <Details
        caption={m.console_group_buyer_title()}
        details={[
          { label: m.console_buyer_name(), value: buyerName },
          {
            label: m.console_buyer_phone(),
            value: <a href={`tel:${buyerPhone}`}>{phoneText}</a>,
          },
          {
            label: m.console_buyer_email(),
            value: order.buyerEmail && <EmailText email={order.buyerEmail} />,
          },
          {
            label: m.console_buyer_address(),
            value: address && <span className="as-written">{address}</span>,
          },
          {
            label: m.console_buyer_note(),
            value: order.note && <span className="as-written">{order.note}</span>,
          },
        ]}
      />
      <LinkButton href={waLink(buyerPhone, text)} icon="chat">
        {m.console_group_whatsapp()}
      </LinkButton>
      <CancelForBuyer />
      <EraseBuyer />
    </section>
  )
}

/** What is left of the order is the library's and the groups' own. */
function ErasedBuyer({ at }: { at: Date }) {
  return (
    <section className="figure-panel">
      <h2>{m.console_group_buyer_title()}</h2>
      <p>
        {m.console_buyer_erased()}, <TimeText at={at} withYear />. {m.console_buyer_erased_left()}
      </p>
    </section>
  )
}

/** Too long for its line, an address goes on at its sign, not in a word. */
function EmailText({ email }: { email: string }) {
  const [name, host] = email.split('@')
  return (
    <>
      {name}
      <wbr />@{host}
    </>
  )
}

/** The buyer says on the telephone what the order's page would let them do. */
function CancelForBuyer() {
  const { order } = useLoaderData<typeof loader>()
  const { paymentState, wrongAmount } = order
  if (!useMayAct() || isBooked(paymentState) || isGivenUp(paymentState)) return null
  return (
    <DeskFold title={m.console_decline_buyer_asked()} abouts={['batal']}>
      {canBeCancelled(paymentState) ? (
        <DeskForm about="batal" intent="cancel" kind="danger" button={m.console_cancel_button()}>
          {() => (
            <p className="flush">
              {wrongAmount
                ? m.console_cancel_note_money({ amount: formatRupiah(wrongAmount.amountRupiah, 'id') })
                : m.console_cancel_note()}
            </p>
          )}
        </DeskForm>
      ) : (
        <p>
          {wrongAmount
            ? m.console_cancel_proof_first({ amount: formatRupiah(wrongAmount.amountRupiah, 'id') })
            : m.console_cancel_too_late()}
        </p>
      )}
    </DeskFold>
  )
}

/** Buyers may ask to be forgotten; the code is typed once more, since nothing brings them back. */
function EraseBuyer() {
  const mayAct = useMayAct()
  if (!mayAct) return null
  return (
    <DeskFold title={m.console_erase()} abouts={['hapus']}>
      <DeskForm about="hapus" intent="erase" kind="danger" button={m.console_erase_button()}>
        {(field) => (
          <>
            <p className="flush">{m.console_erase_note()}</p>
            <TextField
              field={field('code', { required: true })}
              label={m.console_erase_code()}
              autoComplete="off"
              width={16}
            />
          </>
        )}
      </DeskForm>
    </DeskFold>
  )
}
