import type { LoaderFunctionArgs } from '@remix-run/node'
import { findGroupParcel, type GroupParcelPage } from '#app/domain/fulfilment/group-parcels.queries.server.ts'
import type { ParcelState } from '#app/domain/orders/order-status.ts'
import { parseId } from '#app/lib/ids.ts'
import type { GroupCtx } from '#app/platform/context.server.ts'
import { type App, groupContext, notFound } from '#app/routes/context.server.ts'
import { redirectSaying } from '#app/routes/flash.server.ts'

/** The group's own parcel in the address; another group's is as little there as one that never was. */
export async function ownParcel(
  args: LoaderFunctionArgs,
): Promise<{ ctx: GroupCtx; parcel: GroupParcelPage }> {
  const ctx = await groupContext(args)
  const id = parseId(args.params['parcelId'])
  const parcel = id && (await findGroupParcel(ctx, id))
  if (!parcel) throw notFound()
  return { ctx, parcel }
}

export const parcelPath = (id: string): string => `/kelompok-saya/pesanan/${id}`

/** What was just done to a parcel, as its page says it once. */
export type ParcelNews =
  | 'accepted'
  | 'packed'
  | 'unpacked'
  | 'undispatched'
  | 'sent'
  | 'left'
  | 'corrected'
  | 'uncorrected'
  | 'collected'
  | 'priced'
  | 'quoted'
  | 'price-stands'
  | 'declined'
  | 'called-off'
  | 'moved'
export const toParcel = (app: App, id: string, news: ParcelNews): Promise<Response> =>
  redirectSaying(app, parcelPath(id), news)

/** Back to a parcel that has gone on since its page was opened: of one that was called off nothing may leave any more. */
export const toMovedParcel = (app: App, id: string, state: ParcelState): Promise<Response> =>
  toParcel(app, id, state === 'declined' || state === 'cancelled' ? 'called-off' : 'moved')
