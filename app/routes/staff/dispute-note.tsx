import { useLoaderData } from '@remix-run/react'
import { disputeOf } from '#app/domain/orders/dispute.ts'
import { m } from '#app/paraglide/messages.js'
import type { loader } from './order.tsx'

/** Money that the buyer's bank disputes may go back without us: said wherever it could be sent a second time. */
export function DisputeNote() {
  const { record } = useLoaderData<typeof loader>()
  switch (disputeOf(record.events)) {
    case 'open':
      return <p className="flush">{m.console_dispute_open()}</p>
    case 'lost':
      return <p className="flush">{m.console_dispute_lost()}</p>
    case null:
      return null
  }
}
