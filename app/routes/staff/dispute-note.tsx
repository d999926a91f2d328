import { useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import type { loader } from './order.tsx'

/** Money that the buyer's bank disputes may go back without us: said wherever it could be sent a second time. */
export function DisputeNote() {
  const { record } = useLoaderData<typeof loader>()
  const last = record.events.findLast(({ kind }) => kind === 'disputed' || kind.startsWith('dispute-'))
  if (last?.kind === 'disputed') return <p className="flush">{m.console_dispute_open()}</p>
  if (last?.kind === 'dispute-lost') return <p className="flush">{m.console_dispute_lost()}</p>
  return null
}
