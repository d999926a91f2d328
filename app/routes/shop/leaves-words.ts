import { type Product, type ProductVariant, toBeHad } from '#app/domain/catalogue/product.ts'
import { promiseDay } from '#app/domain/orders/promise.ts'
import { formatWeekday, localDayOf } from '#app/lib/day.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'

/** By when what is ordered now leaves. @param leadDaysMax how long it is woven; null where it is ready */
export const leavesOn = (now: Date, leadDaysMax: number | null): string =>
  formatWeekday(
    promiseDay({ orderedOn: localDayOf(now), method: 'transfer', isQuoting: false, leadDaysMax }),
    getLocale(),
  )

/** By when the chosen size or colour leaves; empty before a choice, and where all leave by the same day. */
export function leavesWords(
  { variants }: Pick<Product, 'variants'>,
  chosen: ProductVariant | undefined,
  now: Date,
): string {
  const dateOf = ({ mode, leadDaysMax }: ProductVariant) =>
    leavesOn(now, mode === 'ready' ? null : leadDaysMax)
  const isTheSame = new Set(toBeHad(variants).map(dateOf)).size < 2
  if (!chosen || isTheSame) return ''
  const date = dateOf(chosen)
  return chosen.mode === 'ready'
    ? m.catalogue_product_leaves({ date })
    : m.catalogue_product_made_leaves({ date })
}
