import type { DemoUsers } from '#app/domain/accounts/demo-users.server.ts'
import type { Ctx, GroupCtx, StaffCtx } from '#app/platform/context.server.ts'
import type { Calendar } from './calendar.ts'

/** A step's view of the world: who acts, at what moment, and what is to happen later. */
export interface Scene {
  ctx: Ctx
  calendar: Calendar
  asGroup(groupId: string): GroupCtx
  asStaff(): StaffCtx
  /** Enters what happens at a moment; never earlier than now. */
  at(moment: Date, run: () => Promise<void>): void
}

export function makeScene(ctx: Ctx, calendar: Calendar, users: DemoUsers, at: Scene['at']): Scene {
  const staff = users.staff[0]
  if (!staff) throw new Error('The demo has no staff')
  return {
    ctx,
    calendar,
    asStaff: () => ({
      ...ctx,
      actor: { kind: 'staff', userId: staff.id, name: staff.name, role: staff.role },
    }),
    asGroup(groupId) {
      const phone = users.groups.find((group) => group.groupId === groupId)
      if (!phone) throw new Error(`No phone of group ${groupId}`)
      return {
        ...ctx,
        actor: { kind: 'group', userId: phone.id, groupId, name: `Kelompok ${phone.groupName}` },
      }
    },
    at: (moment, run) => at(moment < ctx.now ? ctx.now : moment, run),
  }
}

/** What a command answered; a refusal is a mistake in the demo's script, so it stops the seed. */
export function done<Value>(
  result: { ok: true; value: Value } | { ok: false; error: { code: string } },
): Value {
  if (!result.ok) throw new Error(`The demo's script was refused: ${JSON.stringify(result.error)}`)
  return result.value
}
