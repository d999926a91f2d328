import { useForm } from '@conform-to/react'
import { useActionData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { TextareaField } from '#app/ui/field.tsx'
import { HeldCodes } from '#app/ui/held-codes.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import type { action } from './help.tsx'

/** A question in writing, for a group that would rather not come or call. */
export function AskForm({ phoneText }: { phoneText: string }) {
  const lastResult = useActionData<typeof action>() ?? null
  const [form, fields] = useForm<{ pertanyaan: string }>({
    id: 'tanya',
    constraint: { pertanyaan: { required: true, maxLength: 1_000 } },
    lastResult,
  })
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary fields={[fields.pertanyaan]} errors={form.errors} />
      <TextareaField
        field={fields.pertanyaan}
        label={m.console_group_ask_text()}
        hint={<HeldCodes>{m.console_group_ask_hint({ phone: phoneText })}</HeldCodes>}
        hideNeed
        rows={3}
      />
      <Button full icon="mail">
        {m.console_group_ask_button()}
      </Button>
    </form>
  )
}
