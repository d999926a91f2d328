import type { Unit } from '#app/domain/catalogue/product.ts'
import { m } from '#app/paraglide/messages.js'

/** So many of a piece in what its kind is counted in: `2 buah`, of sandals `2 pasang`. */
export const countWords = ({ unit, quantity: count }: { unit: Unit; quantity: number }): string =>
  unit === 'pair' ? m.common_count_pair({ count }) : m.common_count_piece({ count })
