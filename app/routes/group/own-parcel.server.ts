import type { LoaderFunctionArgs } from '@remix-run/node'
import { findGroupParcel, type GroupParcelPage } from '#app/domain/fulfilment/group-parcels.queries.server.ts'
import { parseId } from '#app/lib/ids.ts'
import type { GroupCtx } from '#app/platform/context.server.ts'
import { groupContext, notFound } from '#app/routes/context.server.ts'

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

export type News = 'diterima' | 'dikemas' | 'dikirim' | 'diambil' | 'ongkos' | 'batal'

/** A parcel's page, with word of what was just done to it. */
export const parcelPath = (id: string, news?: News): string =>
  `/kelompok-saya/pesanan/${id}${news ? `?kabar=${news}` : ''}`
