import { describe, expect } from 'vitest'
import { preferGroupPhone } from '#app/domain/accounts/group-users.server.ts'
import { disableUser, enableUser } from '#app/domain/accounts/staff-accounts.server.ts'
import { findGroupInCare } from '#app/domain/fulfilment/group-care.queries.server.ts'
import { findOwnGroup } from '#app/domain/groups/own-group.queries.server.ts'
import { findOrderPage } from '#app/domain/orders/order-page.queries.server.ts'
import { listOpenTasks } from '#app/domain/orders/staff-orders.queries.server.ts'
import { sendNotice } from '#app/jobs/send-notice.server.ts'
import type { Ctx, StaffCtx } from '#app/platform/context.server.ts'
import { asReachedNow, found } from '#app/routes/staff/task-found.ts'
import { aGroup, aGroupPhone, aVariant } from '#tests/support/builders.ts'
import { aStaffCtx } from '#tests/support/desk.ts'
import { aPaidOrder, aReceivingAccount, asGroup, parcelsOf, travel } from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

const OLD = '+6281250000001'
const NEW = '+6281250000002'
const ENV = { origin: 'https://anyam.test', secret: 'x'.repeat(32) }
const NO_MAIL = {
  send: () => Promise.reject(new Error('a group is not written a letter')),
  close: () => undefined,
}
const reason = 'HP hilang di pasar'

interface Town {
  staff: StaffCtx
  variantId: string
  groupId: string
  old: string
}

/** A group that sells, with one phone. */
async function aTown(ctx: Ctx): Promise<Town> {
  await later(ctx, 0)
  await aReceivingAccount(ctx)
  const groupId = await aGroup(ctx, { hasPhone: false })
  const variantId = await aVariant(ctx, { groupId })
  const { id: old } = await aGroupPhone(ctx, groupId, OLD)
  return { staff: await aStaffCtx(ctx), variantId, groupId, old }
}

const later = (ctx: Ctx, minutes: number) =>
  travel(ctx, new Date(ctx.now.getTime() + minutes * 60_000).toISOString())

/** The number that the group of a new order is told on, null where it is told on none. */
async function toldOn(ctx: Ctx, { variantId }: Town): Promise<string | null> {
  const { orderId } = await aPaidOrder(ctx, { lines: [{ variantId }] })
  const notice = await ctx.db
    .selectFrom('notice')
    .where('order_id', '=', orderId)
    .where('template', '=', 'group-parcel-open')
    .select('recipient')
    .executeTakeFirst()
  return notice?.recipient ?? null
}

test('news for a group without an open phone is a task: staff tell it', async ({ ctx }) => {
  const town = await aTown(ctx)
  await disableUser(town.staff, { userId: town.old, reason })
  const { orderId } = await aPaidOrder(ctx, { lines: [{ variantId: town.variantId }] })
  const { id } = await ctx.db
    .selectFrom('notice')
    .where('order_id', '=', orderId)
    .where('template', '=', 'group-parcel-open')
    .select('id')
    .executeTakeFirstOrThrow()
  const post = { env: ENV, db: ctx.db, log: ctx.log, mail: NO_MAIL, messages: null, keptLetters: [] }
  await sendNotice(post, id)
  await sendNotice(post, id)
  const tasks = (await listOpenTasks(town.staff)).filter((task) => task.orderId === orderId)
  expect(tasks).toMatchObject([
    { kind: 'unreachable', detail: { isForGroup: true, groupName: expect.any(String), hasPhone: false } },
  ])
  expect(tasks.map(found)).toEqual([expect.stringMatching(/^Kelompok .+ belum punya HP yang terbuka\.$/)])
  expect(tasks).toMatchObject([{ groupPhone: null }])
  await enableUser(town.staff, town.old)
  const [task] = (await listOpenTasks(town.staff)).filter((one) => one.orderId === orderId)
  expect(task?.groupPhone).toBe(OLD)
  expect(task && found(asReachedNow(task))).toMatch(/^Untuk kelompok /)
})

describe('the number a group is written to', () => {
  test('is that of the phone added last, and of the one before when that is closed', async ({ ctx }) => {
    const town = await aTown(ctx)
    expect(await toldOn(ctx, town)).toBe(OLD)
    const then = await later(ctx, 1)
    const { id } = await aGroupPhone(then, town.groupId, NEW)
    expect(await toldOn(then, town)).toBe(NEW)
    await disableUser(town.staff, { userId: id, reason })
    expect(await toldOn(then, town)).toBe(OLD)
    await enableUser(town.staff, id)
    expect(await toldOn(then, town)).toBe(NEW)
  })

  test('is that of the one staff have chosen, until it is closed', async ({ ctx }) => {
    const town = await aTown(ctx)
    await aGroupPhone(await later(ctx, 1), town.groupId, NEW)
    const then = await later(ctx, 2)
    expect(await preferGroupPhone(town.staff, town.old)).toMatchObject({ ok: true })
    expect(await toldOn(then, town)).toBe(OLD)
    await disableUser(town.staff, { userId: town.old, reason })
    expect(await toldOn(then, town)).toBe(NEW)
    const refusal = { ok: false, error: { code: 'unknown-user' } }
    expect(await preferGroupPhone(town.staff, town.old)).toEqual(refusal)
    expect(await preferGroupPhone(town.staff, town.staff.actor.userId)).toEqual(refusal)
    await enableUser(town.staff, town.old)
    expect(await toldOn(then, town)).toBe(OLD)
  })

  test('is none once no phone is open: nobody is told, asked or named as the sender', async ({ ctx }) => {
    const town = await aTown(ctx)
    const { orderId } = await aPaidOrder(ctx, { lines: [{ variantId: town.variantId }] })
    const seen = async () => ({
      asked: (await findOrderPage(ctx, orderId))?.parcels[0]?.groupPhone,
      sender: (await findOwnGroup(asGroup(ctx, town.groupId))).phone,
      desk: (await findGroupInCare(town.staff, town.groupId))?.orderPhone,
    })
    expect(await seen()).toEqual({ asked: OLD, sender: OLD, desk: OLD })
    await disableUser(town.staff, { userId: town.old, reason })
    expect(await seen()).toEqual({ asked: null, sender: null, desk: null })
    expect(await toldOn(ctx, town)).toBeNull()
    expect(await parcelsOf(ctx, orderId)).toHaveLength(1)
    const phones = (await findGroupInCare(town.staff, town.groupId))?.phones
    expect(phones).toMatchObject([
      { closedAt: expect.any(String), closing: { by: town.staff.actor.name, reason } },
    ])
  })
})
