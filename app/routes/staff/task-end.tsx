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
      <div className="stack">
        {excess !== null && (
          <ReturnForm
            about={`lebih-${id}`}
            task={task}
            amount={excess}
            words={m.console_return_excess_button}
            kind="main"
          />
        )}
        {all !== null && (
          <ReturnForm
            about={about}
            task={task}
            amount={all}
            words={m.console_return_button}
            kind={excess === null ? 'main' : 'second'}
          />
        )}
      </div>
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
  task: ShownTask
  amount: number
  words: (sent: { amount: string }) => string
  kind: 'main' | 'second'
}

function ReturnForm({ about, task, amount, words, kind }: Return) {
  return (
    <DeskForm
      about={about}
      intent="return"
      hidden={{ taskId: task.id, code: task.orderCode ?? '', amount: String(amount) }}
      button={words({ amount: formatRupiah(amount, 'id') })}
      kind={kind}
    >
      {(field) => (
        <TextField
          field={field('reference', { required: true, maxLength: 60 })}
          label={m.console_return_reference({ amount: formatRupiah(amount, 'id') })}
          hint={task.isErased ? m.console_erased_money_reference() : m.console_refund_reference_hint()}
          autoComplete="off"
        />
      )}
    </DeskForm>
  )
}
