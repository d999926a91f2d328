import { cancelOrder } from '#app/domain/payments/cancel-order.server.ts'
import { confirmShipping } from '#app/domain/payments/confirm-shipping.server.ts'
import { confirmTransfer, recordTransfer } from '#app/domain/payments/confirm-transfer.server.ts'
import { expireDuePayments } from '#app/domain/payments/expire-payments.server.ts'
import { refuseTransferProof } from '#app/domain/payments/refuse-transfer-proof.server.ts'
import { sendTransferProof } from '#app/domain/payments/send-transfer-proof.server.ts'
import { BLURRED_PROOF, PROOF } from '../proof-pictures.ts'
import { hoursAfter, nextDaylight, nextOfficeHour } from './clock.ts'
import { fulfil } from './fulfilling.ts'
import { goesBeyond, type Life, readParcels, readPayment } from './life.ts'
import { sendRefunds } from './refunding.ts'
import { done, type Scene } from './scene.ts'

/** From the order to the money, whichever way it goes. */
export async function pay(scene: Scene, life: Life): Promise<void> {
  const { state } = await readPayment(scene.ctx.db, life.orderId)
  if (life.plan.payment === 'pickup') {
    await expireWhenDue(scene, life)
    return fulfil(scene, life)
  }
  if (state === 'quoting') return askForShipping(scene, life)
  return transfer(scene, life)
}

/** Where no tariff is known the group asks around and says what sending costs. */
async function askForShipping(scene: Scene, life: Life): Promise<void> {
  await expireWhenDue(scene, life)
  if (!goesBeyond(life, 'placed')) return
  const { random, plan } = life
  const isAbroad = plan.buyer.country !== 'ID'
  scene.at(nextDaylight(hoursAfter(scene.ctx.now, random.range(3, 22)), random), async () => {
    for (const parcel of life.parcels.filter((one) => one.delivery === 'quote')) {
      const base = isAbroad ? random.range(28, 44) : random.range(5, 16)
      done(
        await confirmShipping(isAbroad ? scene.asStaff() : scene.asGroup(parcel.groupId), {
          parcelId: parcel.id,
          shippingRupiah: Math.round(base) * 10_000,
          delivery: 'courier',
          carrier: isAbroad ? 'Pos Indonesia' : 'Kurir Contoh',
          daysMin: isAbroad ? 14 : 6,
          daysMax: isAbroad ? 28 : 12,
        }),
      )
    }
    life.parcels = await readParcels(scene.ctx.db, life.orderId)
    await transfer(scene, life)
  })
}

/** Bank transfer: some send a proof, some just pay; staff look at the account when the office is open. */
async function transfer(scene: Scene, life: Life): Promise<void> {
  const { random, plan } = life
  const { expiresAt } = await readPayment(scene.ctx.db, life.orderId)
  if (plan.course === 'called-off') return callOff(scene, life)
  if (plan.course === 'unpaid' || plan.course === 'late-money') await expireWhenDue(scene, life)
  if (plan.course === 'unpaid' || !goesBeyond(life, 'placed')) return
  if (plan.course === 'late-money') return payLate(scene, life, expiresAt)
  const proofAt = hoursAfter(scene.ctx.now, random.range(0.2, 5))
  const seenAt = nextOfficeHour(hoursAfter(proofAt, 0.3), random)
  const mustProve = seenAt >= expiresAt || plan.course !== 'plain' || !goesBeyond(life, 'proof')
  if (mustProve || random() < 0.6) scene.at(proofAt, () => prove(scene, life, PROOF))
  if (plan.course === 'proof-refused') return refuseThenConfirm(scene, life, proofAt)
  if (plan.course === 'wrong-amount') return noticeWrongAmount(scene, life, seenAt)
  if (goesBeyond(life, 'proof')) scene.at(seenAt, () => confirm(scene, life))
}

async function prove(scene: Scene, { orderId }: Life, imageKey: string): Promise<void> {
  done(await sendTransferProof(scene.ctx, { orderId, imageKey }))
}

async function confirm(scene: Scene, life: Life): Promise<void> {
  const { total } = await readPayment(scene.ctx.db, life.orderId)
  const seen = { orderId: life.orderId, amountRupiah: total ?? 0, note: null }
  done(await confirmTransfer(scene.asStaff(), seen))
  fulfil(scene, life)
}

function refuseThenConfirm(scene: Scene, life: Life, proofAt: Date): void {
  const { random, orderId } = life
  scene.at(proofAt, () => prove(scene, life, BLURRED_PROOF))
  const refusedAt = nextOfficeHour(hoursAfter(proofAt, 0.3), random)
  scene.at(refusedAt, async () => {
    done(
      await refuseTransferProof(scene.asStaff(), {
        orderId,
        reason: 'Fotonya buram, angkanya tidak terbaca.',
      }),
    )
    const again = hoursAfter(scene.ctx.now, random.range(0.5, 4))
    scene.at(again, () => prove(scene, life, PROOF))
    scene.at(nextOfficeHour(hoursAfter(again, 0.3), random), () => confirm(scene, life))
  })
}

/** The buyer left the code off, so the sum fits no order: staff ask, and nothing is paid until it is cleared up. */
function noticeWrongAmount(scene: Scene, life: Life, seenAt: Date): void {
  scene.at(seenAt, async () => {
    const { total } = await readPayment(scene.ctx.db, life.orderId)
    const amountRupiah = Math.floor((total ?? 0) / 1_000) * 1_000
    const note = 'Kode unik tidak ikut ditransfer.'
    const seen = { orderId: life.orderId, amountRupiah, note, certainOfRupiah: amountRupiah }
    const { outcome } = done(await confirmTransfer(scene.asStaff(), seen))
    if (outcome !== 'wrong-amount') throw new Error('A wrong amount was taken as right')
  })
}

/** Money that comes a day late: the order is taken up again if its pieces are still there, else it goes back. */
function payLate(scene: Scene, life: Life, expiresAt: Date): void {
  const { random, orderId } = life
  scene.at(nextOfficeHour(hoursAfter(expiresAt, random.range(1, 12)), random), async () => {
    const { total } = await readPayment(scene.ctx.db, orderId)
    const { outcome } = done(
      await recordTransfer(scene.asStaff(), { orderId, amountRupiah: total ?? 0, note: 'Masuk terlambat.' }),
    )
    if (outcome === 'paid') fulfil(scene, life)
    else sendRefunds(scene, life)
  })
}

function callOff(scene: Scene, { random, orderId }: Life): void {
  scene.at(hoursAfter(scene.ctx.now, random.range(0.5, 9)), async () => {
    done(await cancelOrder(scene.ctx, { orderId }))
  })
}

/** The sweeper comes by when the time to pay is over; it ends only what is still unpaid. */
async function expireWhenDue(scene: Scene, { orderId }: Life): Promise<void> {
  const { expiresAt } = await readPayment(scene.ctx.db, orderId)
  scene.at(hoursAfter(expiresAt, 0.05), async () => {
    await expireDuePayments(scene.ctx)
  })
}
