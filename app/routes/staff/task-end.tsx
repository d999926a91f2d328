import { endsByWord } from '#app/domain/orders/task-end.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { TextareaField, TextField } from '#app/ui/field.tsx'
import { DeskForm } from './desk-form.tsx'
import { isReturnable } from './order-words.ts'
import type { ShownTask } from './tasks.tsx'

/** How a task ends here: by a word about it, or by the proof that the money went back. Others end where they are done. */
export function TaskEnd({ task: { id, kind, detail, paymentState } }: { task: ShownTask }) {
  const about = `tugas-${id}`
  if (isReturnable(kind, paymentState))
    return <ReturnForm about={about} taskId={id} amount={notedIn(detail)} />
  if (!endsByWord(kind)) return null
  return (
    <DeskForm about={about} intent="resolve" hidden={{ taskId: id }} button={m.console_task_button()}>
      {(field) => (
        <TextareaField
          field={field('note', { required: true, maxLength: 300 })}
          label={m.console_task_note()}
          hint={m.console_task_note_hint()}
        />
      )}
    </DeskForm>
  )
}

const notedIn = (detail: ShownTask['detail']): number =>
  typeof detail === 'object' && detail !== null && 'amountRupiah' in detail ? Number(detail.amountRupiah) : 0

function ReturnForm({ about, taskId, amount }: { about: string; taskId: string; amount: number }) {
  return (
    <DeskForm
      about={about}
      intent="return"
      hidden={{ taskId, amount: String(amount) }}
      button={m.console_return_button({ amount: formatRupiah(amount, 'id') })}
    >
      {(field) => (
        <TextField
          field={field('reference', { required: true, maxLength: 60 })}
          label={m.console_refund_reference()}
          hint={m.console_refund_reference_hint()}
          autoComplete="off"
        />
      )}
    </DeskForm>
  )
}
