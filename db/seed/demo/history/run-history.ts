import type { DemoUsers } from '#app/domain/accounts/demo-users.server.ts'
import { addDays, type Day, daysBetween, localDayOf } from '#app/lib/day.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { FixedWorld } from '../fixed-world.ts'
import { Agenda } from './agenda.ts'
import type { Calendar } from './calendar.ts'
import { atHour, hoursAfter, weekdayOf } from './clock.ts'
import { placePlanned } from './ordering.ts'
import { pay } from './paying.ts'
import { type OrderPlan, orderPlans } from './plan.ts'
import { makeScene, type Scene } from './scene.ts'
import { restock, settleCounts, stockUp } from './stock-keeping.ts'

interface History {
  ctx: Ctx
  calendar: Calendar
  world: FixedWorld
  users: DemoUsers
  onProgress: (line: string) => void
}

const SATURDAY = 6
const REPORT_EVERY = 60

/** Lives through the demo's eighteen months, one moment after the other, and leaves off at the calendar's end. */
export async function runHistory({ ctx: start, calendar, world, users, onProgress }: History): Promise<void> {
  const ctx = { ...start }
  const agenda = new Agenda()
  const scene = makeScene(ctx, calendar, users, (at, run) => agenda.add({ at, run }))
  const plans = orderPlans(calendar)
  const told = { orders: 0, of: plans.length, onProgress }
  for (const on of saturdays(calendar)) agenda.add({ at: atHour(on, 17), run: () => restock(scene) })
  for (const plan of plans) enter(agenda, scene, plan, told)
  agenda.add({ at: calendar.end, run: () => settleCounts(scene) })
  for (let step = agenda.next(calendar.end); step; step = agenda.next(calendar.end)) {
    ctx.now = step.at
    await world.travelTo(ctx.db, step.at)
    await step.run()
  }
}

function enter(
  agenda: Agenda,
  scene: Scene,
  plan: OrderPlan,
  told: { orders: number; of: number; onProgress(line: string): void },
): void {
  for (const [slug, quantity] of plan.bulk?.lines ?? []) {
    agenda.add({ at: hoursAfter(plan.at, -15), run: () => stockUp(scene, slug, quantity) })
  }
  agenda.add({
    at: plan.at,
    async run() {
      const life = await placePlanned(scene, plan)
      if (life) await pay(scene, life)
      told.orders += 1
      if (told.orders % REPORT_EVERY === 0) told.onProgress(`Pesanan contoh: ${told.orders} dari ${told.of}`)
    },
  })
}

const saturdays = ({ firstDay, end }: Calendar): Day[] =>
  Array.from({ length: daysBetween(firstDay, localDayOf(end)) }, (_, at) => addDays(firstDay, at)).filter(
    (on) => weekdayOf(on) === SATURDAY,
  )
