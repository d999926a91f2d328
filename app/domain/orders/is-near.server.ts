import { sql } from 'kysely'

/**
 * Whether `parcel` goes to the regency of the group that sends it: only there the group brings things itself.
 * @see docs/decisions/0043-shipping-by-nearest-tariff.md
 */
export const isNear = sql<boolean>`exists (
  select from shop_order
    join craft_group on craft_group.id = parcel.group_id
    join village on village.code = craft_group.village_code
  where shop_order.id = parcel.order_id and left(shop_order.district_code, 5) = left(village.district_code, 5))`
