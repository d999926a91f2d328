import { endsByWord } from '#app/domain/orders/task-end.ts'
import { formatRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { TextareaField, TextField } from '#app/ui/field.tsx'
import { DeskForm } from './desk-form.tsx'
import { returnsOf } from './task-words.ts'
import type { ShownTask } from './tasks.tsx'

/** How a task ends here: by a word about it, or by the proof that the money went back. Others end where they are done. */
export function TaskEnd({ task }: { task: ShownTask }) {
  const { id, kind } = task
  const about = `tugas-${id}`
  const { excess, all } = returnsOf(task)
  if (excess !== null || all !== null)
    return (
      <>
        {excess !== null && (
          <ReturnForm
            about={`lebih-${id}`}
            taskId={id}
            amount={excess}
            words={m.console_return_excess_button}
          />
        )}
        {all !== null && (
          <ReturnForm about={about} taskId={id} amount={all} words={m.console_return_button} />
        )}
      </>
    )
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

interface Return {
  about: string
  taskId: string
  amount: number
  words: (sent: { amount: string }) => string
}

function ReturnForm({ about, taskId, amount, words }: Return) {
  return (
    <DeskForm
      about={about}
      intent="return"
      hidden={{ taskId, amount: String(amount) }}
      button={words({ amount: formatRupiah(amount, 'id') })}
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
