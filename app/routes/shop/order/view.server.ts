import { z } from 'zod'
import { arrivalDays, lastProblemDay, receivedByItselfOn } from '#app/domain/fulfilment/parcel.ts'
import {
  findOrderPage,
  type OrderPage,
  type OrderPageParcel,
} from '#app/domain/orders/order-page.queries.server.ts'
import { isClosed, isPickup } from '#app/domain/orders/order-status.ts'
import { groupsWaitedFor } from '#app/domain/orders/order-sums.ts'
import { type Day, localDayOf } from '#app/lib/day.ts'
import { inLocale } from '#app/lib/locale.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { writePhone } from '#app/platform/phone.server.ts'
import type { ImageStore } from '#app/ports/images/images.ts'
import { pictureOf } from '#app/routes/pictures.server.ts'

export type OrderView = ReturnType<typeof orderView>
export type ParcelView = OrderView['parcels'][number]

export async function openOrderView(ctx: Ctx, images: ImageStore, orderId: string) {
  const order = await findOrderPage(ctx, orderId)
  return order && orderView(ctx, images, order)
}

/** An order's page in the reader's language, with what can still be done to each parcel. */
export function orderView(ctx: Ctx, images: ImageStore, order: OrderPage) {
  return {
    ...order,
    phoneText: writePhone(order.buyerPhone, ctx.locale),
    waitsFor: groupsWaitedFor(order),
    retold: lastRetold(order),
    parcels: order.parcels.map((parcel) => parcelView(ctx, images, order, parcel)),
  }
}

const retoldTotals = z.object({ totalRupiah: z.number(), before: z.object({ totalRupiah: z.number() }) })

/** The last time another total was told because a cost had been wrong; null where none was. Whole rupiah. */
function lastRetold({ events }: OrderPage) {
  const corrections = events.filter(({ kind }) => kind === 'shipping-corrected')
  const retold = corrections.flatMap(({ at, detail }) => {
    const { data } = retoldTotals.safeParse(detail)
    // another way for the same cost changes no total
    return data ? [{ at, beforeRupiah: data.before.totalRupiah, totalRupiah: data.totalRupiah }] : []
  })
  return retold.at(-1) ?? null
}

function parcelView(ctx: Ctx, images: ImageStore, order: OrderPage, parcel: OrderPageParcel) {
  const reportUntil = parcel.receivedAt ? lastProblemDay(localDayOf(new Date(parcel.receivedAt))) : null
  return {
    ...parcel,
    isOverdue: isOverdue(parcel, localDayOf(ctx.now)),
    lines: parcel.lines.map((line) => ({
      ...line,
      title: inLocale(ctx.locale, line.titleId, line.titleEn),
      label: inLocale(ctx.locale, line.labelId, line.labelEn),
      picture: line.photo && pictureOf(images, line.photo),
    })),
    canReceive: order.paymentState === 'paid' && isHere(parcel),
    canReport:
      order.paymentState === 'paid' &&
      !isClosed(parcel.state) &&
      (reportUntil === null || localDayOf(ctx.now) <= reportUntil),
    reportUntil,
    receivedByItselfOn: receivedByItselfOn(parcel),
  }
}

/** Whether a parcel that left should have arrived before a day, as far as somebody has said how long it takes. */
function isOverdue(parcel: OrderPageParcel, today: Day): boolean {
  if (parcel.dispatchedAt === null) return false
  const [, last = null] = arrivalDays(parcel, localDayOf(new Date(parcel.dispatchedAt))) ?? []
  return last !== null && last < today
}

const isHere = ({ state, delivery }: OrderPageParcel): boolean =>
  state === 'dispatched' || (state === 'packed' && isPickup(delivery))
