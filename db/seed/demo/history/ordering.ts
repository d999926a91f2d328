import { placeOrder } from '#app/domain/orders/place-order.server.ts'
import type { ParcelChoice, ParcelQuote } from '#app/domain/shipping/quote.ts'
import { chooseOption } from '#app/domain/shipping/quote.ts'
import { quoteParcels } from '#app/domain/shipping/quotes.queries.server.ts'
import { localDayOf } from '#app/lib/day.ts'
import { type Random, randomFrom } from '../../illustrations/random.ts'
import { seedId } from '../../rows.ts'
import { type Life, readParcels } from './life.ts'
import type { OrderPlan } from './plan.ts'
import { done, type Scene } from './scene.ts'
import { type BasketLine, fillBasket, shelfAt } from './shelf.ts'
import { isOnSale } from './stock-keeping.ts'

/**
 * A buyer goes through the shop as it is at that moment and places an order, priced and shipped as anybody's.
 * @returns null when nothing she wanted could be had
 */
export async function placePlanned(scene: Scene, plan: OrderPlan): Promise<Life | null> {
  const random = randomFrom(plan.seed)
  const lines = await wantedLines(scene, plan, random)
  if (lines.length === 0) return null
  const parcels = chooseParcels(await quote(scene, plan, lines), plan, random)
  const { buyer } = plan
  const { orderId } = done(
    await placeOrder(scene.ctx, {
      intentId: seedId(`intent:${plan.seed}`),
      locale: buyer.locale,
      buyer: { name: buyer.name, phone: buyer.phone, email: buyer.email },
      destination: {
        country: buyer.country,
        districtCode: buyer.district,
        street: buyer.street,
        village: buyer.village,
        postalCode: buyer.postalCode,
        landmark: buyer.landmark,
      },
      note: plan.bulk?.note ?? noteOf(random),
      paymentMethod: plan.payment,
      lines: lines.map(({ item, quantity }) => ({
        variantId: item.variantId,
        quantity,
        seenPriceRupiah: item.price,
      })),
      parcels,
    }),
  )
  return { plan, orderId, random, parcels: await readParcels(scene.ctx.db, orderId) }
}

async function wantedLines(
  { ctx, calendar }: Scene,
  { bulk, groupCount, payment }: OrderPlan,
  random: Random,
): Promise<BasketLine[]> {
  const shelf = await shelfAt(ctx)
  if (bulk) {
    return bulk.lines.flatMap(([slug, quantity]) => {
      const item = shelf.find((candidate) => candidate.slug === slug && candidate.left >= quantity)
      return item ? [{ item, quantity }] : []
    })
  }
  const season = calendar.storyDayOf(localDayOf(ctx.now))
  const count = groupCount ?? (random() < 0.11 ? 2 : 1)
  return fillBasket(
    shelf.filter((item) => isOnSale(item, season) && (payment !== 'pickup' || !isOnIsland(item))),
    { now: ctx.now, season, groupCount: count },
    random,
  )
}

/** Nothing of theirs can be collected, and paid for, at the library. */
const isOnIsland = ({ groupSlug }: BasketLine['item']) => groupSlug === 'ombak-kemboja'

function quote({ ctx }: Scene, { buyer }: OrderPlan, lines: readonly BasketLine[]): Promise<ParcelQuote[]> {
  const groups = [...new Set(lines.map(({ item }) => item.groupId))]
  const parcels = groups.map((groupId) => ({
    groupId,
    lines: lines
      .filter(({ item }) => item.groupId === groupId)
      .map(({ item, quantity }) => ({ ...item, quantity })),
  }))
  return quoteParcels(ctx, { country: buyer.country, districtCode: buyer.district }, parcels)
}

/** Who pays at the library fetches it there, some neighbours fetch it too; the others have it brought. */
function chooseParcels(quotes: readonly ParcelQuote[], plan: OrderPlan, random: Random): ParcelChoice[] {
  const isNear = plan.buyer.district?.startsWith('61.11') ?? false
  const luck = random()
  const atLibrary = plan.payment === 'pickup' || (isNear && luck < 0.2)
  const atGroup = isNear && luck >= 0.2 && luck < 0.32
  return quotes.map((one) => {
    const carried = one.options.filter((option) => !option.delivery.startsWith('pickup-'))
    const cheapestOrQuickest = carried[random() < 0.75 ? 0 : carried.length - 1]
    const key = atLibrary ? 'pickup-library' : atGroup ? 'pickup-group' : cheapestOrQuickest?.key
    const choice = chooseOption(one, key) ?? chooseOption(one, cheapestOrQuickest?.key)
    if (!choice) throw new Error('A parcel of the demo has no way to go')
    return choice
  })
}

const NOTES = [
  'Tolong dibungkus rapi, untuk hadiah.',
  'Kalau bisa warnanya jangan terlalu tua.',
  'Titip di rumah sebelah bila saya tidak ada.',
  'Mohon kabari dulu sebelum diantar.',
]
const noteOf = (random: Random): string | null =>
  random() < 0.12 ? (NOTES[Math.floor(random() * NOTES.length)] ?? null) : null
