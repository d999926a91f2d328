import type { Ctx } from '#app/platform/context.server.ts'
import { groupPayable, groupPending } from './account.ts'
import { groupAmount, type ParcelMoney, parcelAmount } from './parcel-money.ts'
import { post } from './post.server.ts'

export interface DeclinePosting {
  orderId: string
  parcel: ParcelMoney
  /** The order's unique code goes back with its last parcel; zero before that. */
  uniqueCodeRupiah: number
  /** Whether the group's part had become payable. Taking it back may leave the group owing, which the next sales net. */
  wasReceived: boolean
}

/** A paid parcel will not be kept by the buyer: the group's share and the fee go back into what is owed to buyers. */
export function postDecline(
  ctx: Ctx,
  { orderId, parcel, uniqueCodeRupiah, wasReceived }: DeclinePosting,
): Promise<boolean> {
  const share = wasReceived ? groupPayable(parcel.groupId) : groupPending(parcel.groupId)
  return post(ctx, {
    key: `parcel:${parcel.parcelId}:decline`,
    kind: 'decline',
    orderId,
    parcelId: parcel.parcelId,
    entries: [
      { account: share, rupiah: groupAmount(parcel) },
      { account: 'fee', rupiah: parcel.feeRupiah },
      { account: 'transfer-code', rupiah: uniqueCodeRupiah },
      { account: 'refunds-due', rupiah: -(parcelAmount(parcel) + uniqueCodeRupiah) },
    ],
  })
}
