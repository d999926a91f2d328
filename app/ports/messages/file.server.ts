import { refuse } from '#app/lib/result.ts'
import { type Outbox, openOutbox } from '../outbox.server.ts'
import { faultIn, type Messages, type TextMessage } from './messages.ts'

export type FileMessages = Messages & Pick<Outbox<TextMessage>, 'list' | 'read' | 'remove'>

/** Messages into a folder, for trying the shop out; `/lokal/surat` shows them beside the mails. */
export async function fileMessages({ folder }: { folder: string }): Promise<FileMessages> {
  const outbox = await openOutbox<TextMessage>(folder)
  return {
    list: outbox.list,
    read: outbox.read,
    remove: outbox.remove,
    async send(message) {
      const fault = faultIn(message)
      if (fault) return refuse({ code: 'refused', detail: fault })
      const put = await outbox.put(message)
      return put.ok ? put : refuse({ code: 'unavailable', detail: put.error.code })
    },
  }
}
