import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { StaffCtx } from '#app/platform/context.server.ts'
import { notFound, staffContext } from '#app/routes/context.server.ts'

/**
 * Someone of the library who may change things. The head reads everything and changes nothing here, so that whoever
 * answers for the money is not the one who moves it.
 * @see docs/decisions/0090-the-head-reads.md
 */
export async function actingStaff(args: ActionFunctionArgs): Promise<StaffCtx> {
  const ctx = await staffContext(args)
  if (ctx.actor.role !== 'staff') throw new Response(null, { status: 403 })
  return ctx
}

/**
 * The head, who opens and closes the accounts of staff and does nothing else; for others there is no such page.
 * @see docs/decisions/0093-the-head-closes-accounts.md
 */
export async function headContext(args: LoaderFunctionArgs): Promise<StaffCtx> {
  const ctx = await staffContext(args)
  if (ctx.actor.role !== 'head') throw notFound()
  return ctx
}
