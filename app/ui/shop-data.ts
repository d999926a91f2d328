import { useRouteLoaderData } from '@remix-run/react'
import type { Operator } from './site-footer.tsx'

/** What the shop's layout loads for every page inside it. */
export interface ShopData {
  operator: Operator
  basketCount: number
  /** The people and orders are invented. */
  demo: boolean
  /** The ways to pay from afar that are open now. */
  payments: { card: boolean; transfer: boolean }
}

/** The layout's data from anywhere inside; null outside the shop, and when it could not be read. */
export function useShopData(): ShopData | null {
  const shop = useRouteLoaderData<ShopData>('routes/shop/layout')
  if (!shop) return null
  const { operator, basketCount, demo, payments } = shop
  return { operator, basketCount, demo, payments }
}
