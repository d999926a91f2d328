import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished } from 'vitest'
import { keepImage } from '#app/domain/catalogue/keep-image.server.ts'
import { findGroupParcel, listGroupParcels } from '#app/domain/fulfilment/group-parcels.queries.server.ts'
import { findProblem } from '#app/domain/fulfilment/parcel-goods.queries.server.ts'
import { receiveParcel } from '#app/domain/fulfilment/receive-parcel.server.ts'
import { reportProblem } from '#app/domain/fulfilment/report-problem.server.ts'
import { notifyGroups } from '#app/domain/notices/queue-notice.server.ts'
import { findOrderByCode, findOrderForLink } from '#app/domain/orders/find-order.queries.server.ts'
import { findOrderPage, findStaffOrder } from '#app/domain/orders/order-page.queries.server.ts'
import { listOpenTasks } from '#app/domain/orders/staff-orders.queries.server.ts'
import { cancelOrder } from '#app/domain/payments/cancel-order.server.ts'
import {
  confirmTransfer,
  recordTransfer,
  recordTransferAgain,
} from '#app/domain/payments/confirm-transfer.server.ts'
import { eraseBuyer } from '#app/domain/payments/erase-buyer.server.ts'
import { expireDuePayments } from '#app/domain/payments/expire-payments.server.ts'
import {
  countDeskOrders,
  findDeskOrders,
  listDeskOrders,
} from '#app/domain/payments/order-desk.queries.server.ts'
import { findOrderRecord } from '#app/domain/payments/order-record.queries.server.ts'
import { returnBounced } from '#app/domain/payments/return-bounced.server.ts'
import { returnToErased } from '#app/domain/payments/return-to-erased.server.ts'
import { returnWrongAmount } from '#app/domain/payments/return-wrong-amount.server.ts'
import { sendTransferProof } from '#app/domain/payments/send-transfer-proof.server.ts'
import { settleProblem } from '#app/domain/payments/settle-problem.server.ts'
import { removeLetters } from '#app/jobs/remove-letters.server.ts'
import { type Post, sendNotice } from '#app/jobs/send-notice.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { fileMail } from '#app/ports/mail/file.server.ts'
import { fileMessages } from '#app/ports/messages/file.server.ts'
import { aVariant } from '#tests/support/builders.ts'
import {
  anOrder,
  aPaidOrder,
  aReceivingAccount,
  asStaff,
  books,
  moveParcel,
  paymentOf,
  travel,
} from '#tests/support/order-builders.ts'
import { test } from '#tests/support/test.ts'

const GROUP_NEWS = ['group-shipping-asked', 'group-parcel-open', 'group-parcel-problem'] as const
const PROOFS = ['bukti-1111', 'bukti-2222']
/** Words that could only have come from this buyer. */
const TRACES = [
  'Kartini Wulandari',
  '812555',
  'kartini@',
  'Jalan Melati',
  'Pos ronda',
  'titip tetangga',
  'anyamannya lepas',
]

async function aFinishedOrder(ctx: Ctx) {
  await aReceivingAccount(ctx)
  const order = await anOrder(ctx, {
    lines: [{ variantId: await aVariant(ctx) }],
    buyer: { name: 'Kartini Wulandari', phone: '+6281255550001', email: 'kartini@example.com' },
    destination: {
      country: 'ID',
      districtCode: '61.11.01',
      street: 'Jalan Melati 4',
      village: 'Sutera',
      postalCode: '78852',
      landmark: 'Pos ronda',
    },
    note: 'titip tetangga',
  })
  const { orderId } = order
  for (const key of PROOFS) {
    await keepImage(ctx, { key, width: 100, height: 100, widths: [160], thumbhash: null })
    await sendTransferProof(ctx, { orderId, imageKey: key })
  }
  const amountRupiah = (await paymentOf(ctx, orderId)).total_rupiah ?? 0
  await confirmTransfer(asStaff(ctx), { orderId, amountRupiah, note: 'dari Kartini Wulandari' })
  const { parcelId, group } = await moveParcel(ctx, orderId, 'dispatched')
  return { ...order, parcelId, group }
}

async function settled(ctx: Ctx) {
  const order = await aFinishedOrder(ctx)
  const { orderId, parcelId } = order
  await reportProblem(ctx, { orderId, parcelId, note: 'anyamannya lepas' })
  await settleProblem(asStaff(ctx), { parcelId, outcome: 'kept', note: 'Sudah dibetulkan' })
  await receiveParcel(ctx, { orderId, parcelId })
  return order
}

/** A shop without a mail server and a gateway: what it sends are files. */
async function aPostOfFiles(ctx: Ctx) {
  const folder = await mkdtemp(join(tmpdir(), 'anyam-erased-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const mail = await fileMail({ folder })
  const messages = await fileMessages({ folder })
  const env = { origin: 'https://anyam.test', secret: 'a-secret-of-at-least-thirty-two-characters' }
  const post: Post = { env, db: ctx.db, log: ctx.log, mail, messages, keptLetters: [mail, messages] }
  const read = async () => {
    const files = (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8'))
    return Promise.all(files)
  }
  return { post, read }
}

async function listNotices({ db }: Ctx, orderId: string): Promise<string[]> {
  const notices = await db.selectFrom('notice').where('order_id', '=', orderId).select('id').execute()
  return notices.map(({ id }) => id)
}

/** Does what the erasure left for a job. */
async function removeForgotten({ db }: Ctx, { keptLetters }: Post): Promise<void> {
  const { rows } = await sql<{ ids: string[] }>`
    select data -> 'noticeIds' as ids from pgboss.job where name = 'remove-letters'`.execute(db)
  for (const { ids } of rows) await removeLetters(keptLetters, ids)
}

/** Every table that holds one of the words, the audit log aside. */
async function tablesNaming({ db }: Ctx, words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'audit_log' order by 1
  `.execute(db)
  const naming: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ found: boolean }>`
      select exists (select from ${sql.table(name)} as row where row::text like any(${words.map((word) => `%${word}%`)}::text[])) as found
    `.execute(db)
    if (rows[0]?.found) naming.push(name)
  }
  return naming
}

describe('a buyer who asks to be forgotten', () => {
  test('leaves no trace in any table, and the books as they were', async ({ ctx }) => {
    const { orderId } = await settled(ctx)
    expect(await tablesNaming(ctx, TRACES)).toEqual(
      expect.arrayContaining(['public.notice', 'public.order_event', 'public.parcel', 'public.shop_order']),
    )
    const before = await books(ctx)
    expect(await eraseBuyer(asStaff(ctx), { orderId })).toEqual({ ok: true, value: { repeated: false } })
    expect(await tablesNaming(ctx, TRACES)).toEqual([])
    // the name of a picture that is no more says nothing of anybody
    expect(await tablesNaming(ctx, PROOFS)).toEqual(['public.order_event'])
    expect(await books(ctx)).toEqual(before)
    expect(await eraseBuyer(asStaff(ctx), { orderId })).toEqual({ ok: true, value: { repeated: true } })
  })

  test('is found by nobody any more', async ({ ctx }) => {
    const { orderId, code } = await settled(ctx)
    expect(await findOrderForLink(ctx, code)).not.toBeNull()
    await eraseBuyer(asStaff(ctx), { orderId })
    expect(await findOrderPage(ctx, orderId)).toBeNull()
    expect(await findOrderForLink(ctx, code)).toBeNull()
    expect(await findOrderByCode(ctx, { code, phoneTail: '0001' })).toBeNull()
    expect(await findOrderByCode(ctx, { code, phoneTail: '0000' })).toBeNull()
    const staff = asStaff(ctx)
    for (const words of ['Kartini', '55550001', '-', '0000', '+10000000'])
      expect(await findDeskOrders(staff, words), words).toEqual([])
  })

  test('leaves the order and its parcels where the library and the group look for their money, without any word of theirs', async ({
    ctx,
  }) => {
    const { orderId, code, parcelId, group } = await settled(ctx)
    const staff = asStaff(ctx)
    const counts = await countDeskOrders(staff)
    const [parcel] = await listGroupParcels(group, 'sent')
    await eraseBuyer(staff, { orderId })
    expect(await countDeskOrders(staff)).toEqual(counts)
    expect(await findDeskOrders(staff, code)).toMatchObject([{ id: orderId, isErased: true }])
    const order = await findStaffOrder(staff, orderId)
    expect(order).toMatchObject({ code, goodsRupiah: 285_000, erasedAt: expect.any(Date) })
    expect(order?.parcels[0]?.lines).toHaveLength(1)
    const listed = await listGroupParcels(group, 'sent')
    expect(listed).toMatchObject([{ id: parcelId, isErased: true, shareRupiah: parcel?.shareRupiah }])
    const shown = [
      order,
      await findOrderRecord(staff, orderId),
      await listDeskOrders(staff, { shelf: 'done', page: 1 }),
      listed,
      await findGroupParcel(group, parcelId),
      await findProblem(group, parcelId),
    ]
    for (const trace of [...TRACES, 'Sudah dibetulkan', '"+1'])
      expect(JSON.stringify(shown.slice(1)), trace).not.toContain(trace)
    for (const trace of TRACES) expect(JSON.stringify(order)).not.toContain(trace)
  })

  test('has the photos of receipts removed from where they are kept, the replaced one too', async ({
    ctx,
  }) => {
    const { orderId } = await settled(ctx)
    await eraseBuyer(asStaff(ctx), { orderId })
    const { rows } = await sql<{ data: unknown }>`
      select data from pgboss.job where name = 'remove-proofs'`.execute(ctx.db)
    expect(rows).toEqual([{ data: { imageKeys: PROOFS } }])
  })

  test('has the letters removed from where they are kept; what the group was told names nobody', async ({
    ctx,
  }) => {
    const { orderId, parcelId } = await settled(ctx)
    for (const template of GROUP_NEWS) await notifyGroups(ctx, { parcelIds: [parcelId], template })
    const { post, read } = await aPostOfFiles(ctx)
    const notices = await listNotices(ctx, orderId)
    for (const id of notices) await sendNotice(post, id)
    const before = (await read()).sort()
    const toGroup = before.filter((letter) => letter.includes(':group-'))
    expect(before.filter((letter) => letter.includes('Kartini')).length).toBeGreaterThan(3)
    expect(toGroup.length).toBeGreaterThanOrEqual(GROUP_NEWS.length)

    await eraseBuyer(asStaff(ctx), { orderId })
    await removeForgotten(ctx, post)
    expect((await read()).sort()).toEqual(toGroup)
    for (const trace of TRACES) expect(toGroup.join()).not.toContain(trace)
    // a late try of any of them writes none anew
    for (const id of notices) await sendNotice(post, id)
    expect((await read()).sort()).toEqual(toGroup)
  })

  test('has no letter left that was on its way just then, or whose sender was cut off', async ({ ctx }) => {
    const { orderId } = await settled(ctx)
    const { post, read } = await aPostOfFiles(ctx)
    const [first = '', second = ''] = await listNotices(ctx, orderId)
    const slow: Post['mail'] = {
      close() {},
      async send(letter) {
        await eraseBuyer(asStaff(ctx), { orderId })
        await removeForgotten(ctx, post)
        return post.mail.send(letter)
      },
    }
    await sendNotice({ ...post, mail: slow }, first)
    expect(await read()).toEqual([])

    await post.mail.send({ id: second, to: 'kartini@example.com', subject: 'Lunas', text: 'Kartini' })
    await sendNotice(post, second)
    expect(await read()).toEqual([])
  })

  test('leaves a photo that another order shows as well, until that one is erased too', async ({ ctx }) => {
    const [first, second] = [await settled(ctx), await settled(ctx)]
    const shared = PROOFS[1] ?? ''
    await eraseBuyer(asStaff(ctx), { orderId: first.orderId })
    expect((await paymentOf(ctx, second.orderId)).proof_image_key).toBe(shared)
    expect(await keptImages(ctx)).toEqual([shared])
    await eraseBuyer(asStaff(ctx), { orderId: second.orderId })
    expect(await keptImages(ctx)).toEqual([])
    const { rows } = await sql<{ keys: string[] }>`
      select data -> 'imageKeys' as keys from pgboss.job where name = 'remove-proofs' order by created_on`.execute(
      ctx.db,
    )
    expect(rows.flatMap(({ keys }) => keys).sort()).toEqual(PROOFS)
  })

  test('waits while something is still to be done', async ({ ctx }) => {
    const { orderId, parcelId } = await aFinishedOrder(ctx)
    const notYet = { ok: false, error: { code: 'not-at-rest' } }
    expect(await eraseBuyer(asStaff(ctx), { orderId })).toEqual(notYet)
    await receiveParcel(ctx, { orderId, parcelId })
    await reportProblem(ctx, { orderId, parcelId, note: 'anyamannya lepas' })
    expect(await eraseBuyer(asStaff(ctx), { orderId })).toEqual(notYet)
    expect(await findOrderPage(ctx, orderId)).toMatchObject({ buyerName: 'Kartini Wulandari' })
  })

  test('can be erased from one order and stays in another', async ({ ctx }) => {
    const { orderId } = await settled(ctx)
    const lines = [{ variantId: await aVariant(ctx) }]
    const other = await aPaidOrder(ctx, { lines })
    await eraseBuyer(asStaff(ctx), { orderId })
    expect(await findOrderPage(ctx, other.orderId)).toMatchObject({ buyerName: expect.stringMatching(/\w/) })
  })

  test('has what comes for the order afterwards sent back, and nobody is told', async ({ ctx }) => {
    const { orderId } = await settled(ctx)
    const staff = asStaff(ctx)
    const sent = { orderId, amountRupiah: 90_000, reference: 'TRX-44' }
    expect(await returnToErased(staff, sent)).toEqual({ ok: false, error: { code: 'unknown-order' } })
    await eraseBuyer(staff, { orderId })
    const seen = { orderId, amountRupiah: 90_000, note: null, certainOfRupiah: 90_000 }
    for (const take of [confirmTransfer, recordTransfer, recordTransferAgain])
      expect(await take(staff, seen)).toEqual({ ok: false, error: { code: 'unknown-order' } })
    const before = await books(ctx)
    expect(await returnToErased(staff, { ...sent, amountRupiah: 0 })).toMatchObject({
      error: { code: 'nothing-came' },
    })
    for (const repeated of [false, true])
      expect(await returnToErased(staff, sent)).toEqual({ ok: true, value: { repeated } })
    expect(await books(ctx)).toEqual(before)
    expect(await findStaffOrder(staff, orderId)).toMatchObject({
      returnedAmounts: [{ amountRupiah: 90_000, reference: 'TRX-44' }],
    })
    const record = await findOrderRecord(staff, orderId)
    expect(record?.events.at(-1)).toMatchObject({
      kind: 'refund-sent',
      detail: { amountRupiah: 90_000, reference: 'TRX-44' },
    })
    expect(record?.audit.at(-1)).toMatchObject({ action: 'return-wrong-amount' })
    expect(await listOpenTasks(staff)).toEqual([])
    expect((await listNotices(ctx, orderId)).filter((id) => id.startsWith('order:'))).toEqual([])
  })

  test('leaves the number under which money had gone back', async ({ ctx }) => {
    await aReceivingAccount(ctx)
    const { orderId } = await anOrder(ctx, { lines: [{ variantId: await aVariant(ctx) }] })
    const staff = asStaff(ctx)
    await cancelOrder(ctx, { orderId })
    await recordTransfer(staff, { orderId, amountRupiah: 50_000, note: null, certainOfRupiah: 50_000 })
    const taskId = (await listOpenTasks(staff))[0]?.id ?? ''
    await returnWrongAmount(staff, { taskId, amountRupiah: 50_000, reference: 'KW 0077' })
    const returnedOf = async () => (await findStaffOrder(staff, orderId))?.returnedAmounts
    const before = await returnedOf()
    expect(before).toMatchObject([{ amountRupiah: 50_000, reference: 'KW 0077' }])
    expect(await eraseBuyer(staff, { orderId })).toMatchObject({ ok: true })
    expect(await returnedOf()).toEqual(before)
  })

  test('is not named by the task of money that bounced, and an expired order is not taken up by it', async ({
    ctx: base,
  }) => {
    const before = await travel(base, '2026-11-22T03:00:00Z')
    await aReceivingAccount(before)
    const { orderId } = await anOrder(before, { lines: [{ variantId: await aVariant(before) }] })
    const ctx = await travel(before, '2026-11-24T03:00:00Z')
    const total = (await paymentOf(ctx, orderId)).total_rupiah ?? 0
    await expireDuePayments(ctx)
    const staff = asStaff(ctx)
    await eraseBuyer(staff, { orderId })
    const amountRupiah = total + 5_000
    await returnToErased(staff, { orderId, amountRupiah, reference: 'TRX-44' })
    const [back] = (await findStaffOrder(staff, orderId))?.returnedAmounts ?? []
    await returnBounced(staff, { taskId: back?.taskId ?? '', reason: 'Rekening tutup' })
    const [task] = await listOpenTasks(staff)
    expect(task).toMatchObject({ orderId, buyerName: null, buyerPhone: null, isErased: true })
    const again = { taskId: task?.id ?? '', reference: 'TRX-45' }
    expect(await returnWrongAmount(staff, { ...again, amountRupiah: 5_000 })).toMatchObject({
      error: { code: 'other-amount', noted: amountRupiah },
    })
    expect(await returnWrongAmount(staff, { ...again, amountRupiah })).toMatchObject({ ok: true })
    expect((await paymentOf(ctx, orderId)).state).toBe('expired')
    expect(await books(ctx)).toEqual({})
  })

  test('leaves what happened as unchangeable as it was, and cannot be named again', async ({ ctx }) => {
    const { orderId } = await settled(ctx)
    const events = ctx.db.updateTable('order_event').where('order_id', '=', orderId)
    const refused = { code: '23001' }
    await expectRefusal(ctx, () => events.set({ detail: sql`detail - 'note'` }).execute(), refused)
    await eraseBuyer(asStaff(ctx), { orderId })
    await expectRefusal(ctx, () => events.set({ actor: 'system' }).execute(), refused)
    await expectRefusal(ctx, () => events.set({ detail: '{}' }).execute(), refused)
    const orders = ctx.db.updateTable('shop_order').where('id', '=', orderId)
    const named = { constraint: 'erased_order_holds_nobody' }
    await expectRefusal(ctx, () => orders.set({ buyer_name: 'Siti' }).execute(), named)
  })
})

async function keptImages({ db }: Ctx): Promise<string[]> {
  const images = await db.selectFrom('image').where('key', 'in', PROOFS).select('key').execute()
  return images.map(({ key }) => key)
}

/** The database says no, and the test's transaction goes on. */
async function expectRefusal({ db }: Ctx, change: () => Promise<unknown>, error: object): Promise<void> {
  await sql`savepoint before_change`.execute(db)
  await expect(change()).rejects.toMatchObject(error)
  await sql`rollback to savepoint before_change`.execute(db)
}
