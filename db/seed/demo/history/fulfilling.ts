import { acceptParcel } from '#app/domain/fulfilment/accept-parcel.server.ts'
import { dispatchParcel } from '#app/domain/fulfilment/dispatch-parcel.server.ts'
import { handOverPickup } from '#app/domain/fulfilment/hand-over-pickup.server.ts'
import { packParcel } from '#app/domain/fulfilment/pack-parcel.server.ts'
import { DISPATCH_WAYS } from '#app/domain/orders/order-status.ts'
import { type DeclineParcel, declineParcel } from '#app/domain/payments/decline-parcel.server.ts'
import { recordPickupPayment } from '#app/domain/payments/record-pickup-payment.server.ts'
import { day } from '#app/lib/day.ts'
import { arrive } from './arriving.ts'
import { atHour, hoursAfter, nextCounterHour, nextDaylight, nextOfficeHour } from './clock.ts'
import { goesBeyond, type Life, type LifeParcel, readPayment } from './life.ts'
import { sendRefunds } from './refunding.ts'
import { done, type Scene } from './scene.ts'

/** From the money, or for pay-on-pickup from the order, until every parcel has left its group's hands. */
export function fulfil(scene: Scene, life: Life): void {
  if (!goesBeyond(life, 'paid') && life.plan.course !== 'declined') return
  for (const [at, parcel] of life.parcels.entries()) {
    if (life.plan.course === 'declined' && at === 0) decline(scene, life, parcel)
    else make(scene, life, parcel)
  }
}

const DECLINES: [Declined, ...Declined[]] = [
  { reason: 'damaged', note: 'Ada bilah yang patah waktu dikemas, kami tidak mau mengirim yang cacat.' },
  { reason: 'out-of-stock', note: 'Ternyata sudah dibeli tetangga sebelum sempat kami catat.' },
  { reason: 'too-late', note: 'Hujan terus, daun belum kering. Kami tidak sanggup tepat waktu.' },
]
type Declined = Pick<DeclineParcel, 'reason' | 'note'>

function decline(scene: Scene, life: Life, parcel: LifeParcel): void {
  const { random } = life
  const { reason, note } = random.pick(DECLINES)
  scene.at(nextDaylight(hoursAfter(scene.ctx.now, random.range(2, 20)), random), async () => {
    done(await declineParcel(scene.asGroup(parcel.groupId), { parcelId: parcel.id, reason, note }))
    const { state } = await readPayment(scene.ctx.db, life.orderId)
    if (goesBeyond(life, 'paid') && state !== 'cancelled') sendRefunds(scene, life)
  })
}

/** Accepted, made and packed, and off it goes: most of it by the promised day. */
function make(scene: Scene, life: Life, parcel: LifeParcel): void {
  const { random } = life
  const start = scene.ctx.now
  const leaves = leavingAt(start, life, parcel)
  const between = (share: number) =>
    nextDaylight(hoursAfter(start, ((leaves.getTime() - start.getTime()) / 3_600_000) * share), random)
  scene.at(between(random.range(0.05, 0.3)), async () => {
    const answer = await acceptParcel(scene.asGroup(parcel.groupId), parcel.id)
    // an unpaid pickup may have run out before the group looked
    if (!answer.ok || !goesBeyond(life, 'accepted')) return
    scene.at(between(random.range(0.6, 0.95)), async () => {
      if (!(await packParcel(scene.asGroup(parcel.groupId), parcel.id)).ok) return
      if (!goesBeyond(life, 'packed')) return
      if (parcel.delivery === 'pickup-library') return waitAtLibrary(scene, life, parcel)
      scene.at(leaves, () => send(scene, life, parcel))
    })
  })
}

/** How often a group is late: across the water more than on the road. */
const LATE: Record<string, number> = { 'ombak-kemboja': 0.24, 'mekar-pandan': 0.14 }

function leavingAt(start: Date, { random }: Life, { promiseOn, groupSlug }: LifeParcel): Date {
  const due = atHour(day(promiseOn), random.range(9, 17))
  const earliest = hoursAfter(start, 4)
  if (random() < (LATE[groupSlug] ?? 0.09)) {
    return nextCounterHour(hoursAfter(due < earliest ? earliest : due, random.range(20, 96)), random)
  }
  const slack = Math.max(0, due.getTime() - earliest.getTime())
  return nextCounterHour(new Date(earliest.getTime() + slack * random.range(0.35, 1)), random)
}

async function send(scene: Scene, life: Life, parcel: LifeParcel): Promise<void> {
  const { delivery } = parcel
  const way = DISPATCH_WAYS.find((known) => known === delivery) ?? null
  const tracking = `CONTOH${String(Math.floor(life.random() * 100_000_000)).padStart(8, '0')}`
  done(
    await dispatchParcel(scene.asGroup(parcel.groupId), {
      parcelId: parcel.id,
      way,
      carrier: way === 'local' ? null : parcel.carrier,
      trackingNumber: delivery === 'courier' ? tracking : null,
    }),
  )
  if (goesBeyond(life, 'dispatched') || life.plan.course === 'problem') arrive(scene, life, parcel)
}

/** The buyer comes to the reading room, pays there if she has not, and takes it home. */
function waitAtLibrary(scene: Scene, life: Life, parcel: LifeParcel): void {
  const { random, orderId, plan } = life
  const neverComes = plan.payment === 'pickup' && plan.course === 'unpaid'
  if (neverComes) return
  scene.at(nextOfficeHour(hoursAfter(scene.ctx.now, random.range(3, 110)), random), async () => {
    const { state, total } = await readPayment(scene.ctx.db, orderId)
    if (state !== 'paid' && state !== 'awaiting') return
    if (state === 'awaiting') {
      if (!(await areAllPacked(scene, orderId))) return waitAtLibrary(scene, life, parcel)
      done(await recordPickupPayment(scene.asStaff(), { orderId, amountRupiah: total ?? 0 }))
    }
    done(await handOverPickup(scene.asStaff(), parcel.id))
  })
}

/** Cash is taken once for the whole order, when all of it lies on the counter. */
async function areAllPacked({ ctx }: Scene, orderId: string): Promise<boolean> {
  const open = await ctx.db
    .selectFrom('parcel')
    .where('order_id', '=', orderId)
    .where('state', 'in', ['open', 'accepted'])
    .select('id')
    .executeTakeFirst()
  return open === undefined
}
