import type { Availability } from '#app/domain/catalogue/availability.ts'
import {
  availabilityOfVariant,
  type Product,
  type ProductVariant,
  toBeHad,
  type Unit,
} from '#app/domain/catalogue/product.ts'
import { promiseDay } from '#app/domain/orders/promise.ts'
import { formatWeekday, localDayOf } from '#app/lib/day.ts'
import { formatSpan } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { countWords } from '#app/ui/count-words.ts'
import { availabilityText } from '#app/ui/product-card.tsx'

/** Whether a piece can be had and by when it leaves, named as the places are in `data-chosen`. */
export type HavingWords = { having: string; leaves: string }

/** What holds for the chosen size or colour; before a choice, for all of them. */
export function havingWords(product: Product, chosen: ProductVariant | undefined, now: Date): HavingWords {
  const { ways, unit } = product
  if (chosen) return chosenHaving(chosen, unit, now)
  const [first = product.availability, second] = ways
  const words = wayWords(first, product, now)
  if (first.state !== 'ready' || !second) return words
  const pieces = countWords({ unit, quantity: first.count })
  const { having: made } = wayWords(second, product, now)
  return {
    having: m.catalogue_product_some_ready({ pieces }),
    leaves: m.catalogue_product_some_leave({ ready: words.leaves, made }),
  }
}

/** The same in few words, beside the button; several sizes or colours say nothing in common before one is chosen. */
export function briefWords({ variants, availability }: Product, chosen: ProductVariant | undefined) {
  if (chosen) return { brief: availabilityText(availabilityOfVariant(chosen)) }
  return { brief: variants.length > 1 ? '' : availabilityText(availability) }
}

function chosenHaving({ mode, left, leadDaysMin, leadDaysMax }: ProductVariant, unit: Unit, now: Date) {
  if (mode === 'ready') return readyWords(left, unit, now)
  const having = madeWords(leadDaysMin ?? 0, leadDaysMax ?? 0)
  return { having, leaves: m.catalogue_product_made_leaves({ date: leavesOn(now, leadDaysMax) }) }
}

const readyWords = (count: number, unit: Unit, now: Date): HavingWords => ({
  having:
    count === 1
      ? m.catalogue_product_one()
      : m.catalogue_product_ready({ pieces: countWords({ unit, quantity: count }) }),
  leaves: m.catalogue_product_leaves({ date: leavesOn(now, null) }),
})

const madeWords = (daysMin: number, daysMax: number) =>
  m.catalogue_product_made({ days: formatSpan(daysMin, daysMax) })

function wayWords(way: Availability, { variants, unit, ways }: Product, now: Date): HavingWords {
  switch (way.state) {
    case 'ready':
      return readyWords(way.count, unit, now)
    case 'made': {
      const days = formatSpan(way.daysMin, way.daysMax)
      const having =
        ways.length > 1 ? m.catalogue_product_others_made({ days }) : madeWords(way.daysMin, way.daysMax)
      return { having, leaves: madeLeaves(variants, now) }
    }
    case 'held':
      return { having: m.common_held(), leaves: m.catalogue_product_held_note() }
    case 'full':
      return { having: m.common_queue_full(), leaves: m.catalogue_product_full_note() }
    case 'gone':
      return { having: m.catalogue_product_gone(), leaves: m.catalogue_product_gone_note() }
  }
}

/** By when a piece that is woven first leaves; a size that takes longer than the quickest has a day of its own. */
function madeLeaves(variants: readonly ProductVariant[], now: Date): string {
  const days = toBeHad(variants)
    .filter(({ mode }) => mode === 'made-to-order')
    .map(({ leadDaysMax }) => leadDaysMax ?? 0)
  const first = leavesOn(now, Math.min(...days))
  const last = leavesOn(now, Math.max(...days))
  return first === last
    ? m.catalogue_product_made_leaves({ date: last })
    : m.catalogue_product_made_leaves_between({ first, last })
}

/** By when what is ordered now leaves. @param leadDaysMax how long it is woven; null where it is ready */
const leavesOn = (now: Date, leadDaysMax: number | null): string =>
  formatWeekday(
    promiseDay({ orderedOn: localDayOf(now), method: 'transfer', isQuoting: false, leadDaysMax }),
    getLocale(),
  )
