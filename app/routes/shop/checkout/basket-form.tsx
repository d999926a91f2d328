import { shopHref } from '#app/ui/shop-href.ts'

export const BASKET_FORM = 'keranjang'

const COUNT = 'jumlah.'
export const countName = (variantId: string): string => COUNT + variantId
/** Whose count a field holds; what is not a count's own name comes out as no id. */
export const countedIn = (name: string): string | null =>
  name.startsWith(COUNT) ? name.slice(COUNT.length) : null

/**
 * One form for the whole basket: whatever is pressed, the numbers that were typed go along. Its own button is what Enter
 * in a number presses. A number that is typed stays through a change of language, until the basket is another.
 */
export const BasketForm = ({ changedAt }: { changedAt?: Date }) => (
  <form
    method="post"
    id={BASKET_FORM}
    action={shopHref('/keranjang')}
    data-keep="basket"
    data-stamp={changedAt?.getTime()}
  >
    <input type="hidden" name="aksi" value="ubah" />
    <button type="submit" className="sr" tabIndex={-1} aria-hidden="true" />
  </form>
)
