import { markRefundSent } from '#app/domain/payments/mark-refund-sent.server.ts'
import { hoursAfter, nextOfficeHour } from './clock.ts'
import type { Life } from './life.ts'
import { done, type Scene } from './scene.ts'

/** Staff send back what is owed, within a working day or two. */
export function sendRefunds(scene: Scene, { random, orderId }: Life): void {
  scene.at(nextOfficeHour(hoursAfter(scene.ctx.now, random.range(4, 40)), random), async () => {
    const owed = await scene.ctx.db
      .selectFrom('refund')
      .where('order_id', '=', orderId)
      .where('state', '=', 'due')
      .orderBy('id')
      .select('id')
      .execute()
    for (const { id } of owed) {
      const reference = `CONTOH${String(Math.floor(random() * 1_000_000)).padStart(6, '0')}`
      done(await markRefundSent(scene.asStaff(), { refundId: id, reference }))
    }
  })
}
