import { refuse } from '#app/lib/result.ts'
import { type Outbox, openOutbox } from '../outbox.server.ts'
import { faultIn, type Mail, type MailLetter } from './mail.ts'

export type FileMail = Mail & Pick<Outbox<MailLetter>, 'list' | 'read' | 'remove'>

/** Mail into a folder, for a shop without a mail server; `/lokal/surat` shows it. */
export async function fileMail({ folder }: { folder: string }): Promise<FileMail> {
  const outbox = await openOutbox<MailLetter>(folder)
  return {
    list: outbox.list,
    read: outbox.read,
    remove: outbox.remove,
    close() {},
    async send(letter) {
      const fault = faultIn(letter)
      if (fault) return refuse({ code: 'refused', detail: fault })
      const put = await outbox.put(letter)
      return put.ok ? put : refuse({ code: 'unavailable', detail: put.error.code })
    },
  }
}
