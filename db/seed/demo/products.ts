import { bakauIndahProducts } from './products/bakau-indah.ts'
import type { DemoProduct } from './products/demo-product.ts'
import { mekarPandanProducts } from './products/mekar-pandan.ts'
import { ombakKembojaProducts } from './products/ombak-kemboja.ts'
import { peramasIndahProducts } from './products/peramas-indah.ts'
import { serojaProducts } from './products/seroja.ts'
import { tanjungBelimbingProducts } from './products/tanjung-belimbing.ts'

/** The demo catalogue: five fictional groups, and six samples of the real one. */
export const demoProducts: readonly DemoProduct[] = [
  ...serojaProducts,
  ...bakauIndahProducts,
  ...tanjungBelimbingProducts,
  ...mekarPandanProducts,
  ...ombakKembojaProducts,
  ...peramasIndahProducts,
]
