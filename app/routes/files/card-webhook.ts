import type { ActionFunctionArgs } from '@remix-run/node'
import { receiveCardEvent } from '#app/domain/payments/receive-card-event.server.ts'
import { shopContext } from '#app/routes/context.server.ts'

/**
 * The card provider says that something happened. The notice is kept under its own id together with the job that will
 * ask for the truth, and answered at once; a notice whose signature is not right is nobody's.
 */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { cards } = args.context.app
  if (!cards) return new Response(null, { status: 404 })
  const body = await args.request.text()
  const event = cards.readEvent(body, args.request.headers.get('stripe-signature'))
  if (!event.ok) return new Response(null, { status: 400 })
  await receiveCardEvent(shopContext(args), event.value)
  return new Response(null, { status: 200 })
}

/** Nothing to see here. */
export const loader = () => new Response(null, { status: 404 })
