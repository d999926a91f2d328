import { receiveOverdueParcels } from '#app/domain/fulfilment/receive-overdue-parcels.server.ts'
import { receiveParcel } from '#app/domain/fulfilment/receive-parcel.server.ts'
import { reportProblem } from '#app/domain/fulfilment/report-problem.server.ts'
import { receiveDays } from '#app/domain/orders/deadlines.ts'
import { settleProblem } from '#app/domain/payments/settle-problem.server.ts'
import { hoursAfter, nextDaylight, nextOfficeHour } from './clock.ts'
import { goesBeyond, type Life, type LifeParcel } from './life.ts'
import { sendRefunds } from './refunding.ts'
import { done, type Scene } from './scene.ts'

/** From the group's hands to the buyer's. Many say that it came, for the others time says so. */
export function arrive(scene: Scene, life: Life, parcel: LifeParcel): void {
  const { random, orderId, plan } = life
  const daysOnTheWay = random.range(parcel.daysMin ?? 0.1, (parcel.daysMax ?? 1) + 0.5)
  const here = nextDaylight(hoursAfter(scene.ctx.now, daysOnTheWay * 24), random)
  if (plan.course === 'problem') return complain(scene, life, parcel, here)
  if (random() < 0.62) {
    scene.at(nextDaylight(hoursAfter(here, random.range(0.5, 40)), random), async () => {
      done(await receiveParcel(scene.ctx, { orderId, parcelId: parcel.id }))
    })
  } else {
    countAsReceived(scene, parcel)
  }
}

function countAsReceived(scene: Scene, { daysMax }: LifeParcel): void {
  scene.at(hoursAfter(scene.ctx.now, receiveDays(daysMax) * 24 + 0.2), async () => {
    await receiveOverdueParcels(scene.ctx)
  })
}

const COMPLAINTS = [
  'Satu sudutnya sobek waktu saya buka.',
  'Warnanya beda dari gambar, yang datang lebih tua.',
  'Jahitan talinya lepas sebelah.',
]

/** Something is wrong with what came: staff listen to both sides, then it stands or the money goes back. */
function complain(scene: Scene, life: Life, parcel: LifeParcel, here: Date): void {
  const { random, orderId } = life
  const note = COMPLAINTS[Math.floor(random() * COMPLAINTS.length)] ?? ''
  scene.at(hoursAfter(here, random.range(0.5, 8)), async () => {
    done(await reportProblem(scene.ctx, { orderId, parcelId: parcel.id, note }))
    if (!goesBeyond(life, 'dispatched')) return
    scene.at(nextOfficeHour(hoursAfter(scene.ctx.now, random.range(6, 48)), random), () =>
      settle(scene, life, parcel),
    )
  })
}

async function settle(scene: Scene, life: Life, { id: parcelId }: LifeParcel): Promise<void> {
  const isRefunded = life.random() < 0.5
  const note = isRefunded
    ? 'Kelompok setuju, uang dikembalikan.'
    : 'Kelompok memperbaiki, pembeli menerima barangnya.'
  const outcome = isRefunded ? 'refunded' : 'kept'
  done(await settleProblem(scene.asStaff(), { parcelId, outcome, note }))
  if (isRefunded) sendRefunds(scene, life)
  else done(await receiveParcel(scene.ctx, { orderId: life.orderId, parcelId }))
}
