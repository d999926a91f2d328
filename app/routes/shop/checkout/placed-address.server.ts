import type { Address } from '#app/domain/carts/checkout-form.ts'
import type { PostalAddress } from '#app/domain/places/address.ts'
import { findDistrict } from '#app/domain/places/places.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** The address of the checkout with the names of what its kecamatan lies in. */
export async function placedAddress(ctx: Ctx, address: Address): Promise<PostalAddress> {
  const district = address.districtCode ? await findDistrict(ctx, address.districtCode) : null
  return {
    ...address,
    districtName: district?.name ?? null,
    regencyName: district?.regencyName ?? null,
    provinceName: district?.provinceName ?? null,
  }
}
