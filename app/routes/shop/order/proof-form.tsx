import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { FileField } from '#app/ui/choice-field.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { shopHref } from '#app/ui/shop-href.ts'

export const proofField = (error?: string): FieldSource => ({
  name: 'foto',
  id: 'foto',
  required: true,
  errors: error ? [error] : undefined,
})

/** Takes a photo of the receipt. Any picture may be offered; what it really is decides the server. */
export function ProofForm({ code, field, isAgain }: { code: string; field: FieldSource; isAgain?: boolean }) {
  return (
    <form
      method="post"
      action={shopHref(`/pesanan/${code}/bukti`)}
      encType="multipart/form-data"
      className="form"
      noValidate
    >
      <FileField
        field={field}
        label={m.order_proof_photo()}
        hint={m.order_proof_photo_hint()}
        accept="image/*"
        hideNeed
      />
      <div>
        <Button icon="upload">{isAgain ? m.order_proof_again() : m.order_proof_send()}</Button>
      </div>
    </form>
  )
}
