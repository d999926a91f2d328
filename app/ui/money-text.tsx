import { formatRupiah, shortRupiah } from '#app/lib/format.ts'
import { getLocale } from '#app/paraglide/runtime.js'

/** An amount in the language of the page; `short` only in charts, where the full figure stands nearby. */
export function MoneyText({ amount, short }: { amount: number; short?: boolean }) {
  const locale = getLocale()
  return <span className="nowrap">{short ? shortRupiah(amount, locale) : formatRupiah(amount, locale)}</span>
}
