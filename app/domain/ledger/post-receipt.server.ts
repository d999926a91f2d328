import type { Ctx } from '#app/platform/context.server.ts'
import { groupPayable, groupPending } from './account.ts'
import { groupAmount, type ParcelMoney } from './parcel-money.ts'
import { post } from './post.server.ts'

/** The buyer has the parcel: what the group earned with it can be paid out. */
export function postReceipt(ctx: Ctx, orderId: string, parcel: ParcelMoney): Promise<boolean> {
  const earned = groupAmount(parcel)
  return post(ctx, {
    key: `parcel:${parcel.parcelId}:receipt`,
    kind: 'receipt',
    orderId,
    parcelId: parcel.parcelId,
    entries: [
      { account: groupPending(parcel.groupId), rupiah: earned },
      { account: groupPayable(parcel.groupId), rupiah: -earned },
    ],
  })
}
