import { m } from '#app/paraglide/messages.js'
import { Details } from '#app/ui/facts.tsx'

/** What PP 80/2019, article 53, asks an online contract to say, in one sentence each. */
export function PaymentTerms({ groups }: { groups: readonly string[] }) {
  return (
    <details>
      <summary>{m.checkout_terms_summary()}</summary>
      <Details
        caption={m.checkout_terms()}
        details={[
          {
            label: m.checkout_terms_seller(),
            value: m.checkout_terms_seller_value({ groups: groups.join(', ') }),
          },
          { label: m.checkout_terms_goods(), value: m.checkout_terms_goods_value() },
          { label: m.checkout_terms_pay(), value: m.checkout_terms_pay_value() },
          { label: m.checkout_terms_send(), value: m.checkout_terms_send_value() },
          { label: m.checkout_terms_return(), value: m.checkout_terms_return_value() },
          { label: m.checkout_terms_cancel(), value: m.checkout_terms_cancel_value() },
          { label: m.checkout_terms_dispute(), value: m.checkout_terms_dispute_value() },
        ]}
      />
    </details>
  )
}
