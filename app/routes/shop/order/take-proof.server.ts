import { createHash } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { keepImage } from '#app/domain/catalogue/keep-image.server.ts'
import { sendTransferProof } from '#app/domain/payments/send-transfer-proof.server.ts'
import { type Ctx, within } from '#app/platform/context.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { limit } from '#app/platform/rate-limit.server.ts'
import { type Photo, type PhotoRefusal, type StoreRefusal, widthsFor } from '#app/ports/images/images.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import type { OrderFlash } from '../checkout/flash.ts'

export type ProofProblem =
  | { code: 'missing' }
  | { code: 'too-often'; retryAfterSeconds: number }
  | PhotoRefusal
  | StoreRefusal

type Taken = { flash: OrderFlash } | { problem: ProofProblem; status: number }

/** Makes the photo safe, keeps it apart from every public picture, and tells staff. */
export async function takeProof(args: ActionFunctionArgs, ctx: Ctx, orderId: string): Promise<Taken> {
  const { app } = args.context
  const verdict = await limit(app, 'proof-upload', orderId)
  if (!verdict.ok) return refused({ code: 'too-often', retryAfterSeconds: verdict.retryAfterSeconds })
  const file = (await formOf(args.request)).get('foto')
  if (!(file instanceof File) || file.size === 0) return refused({ code: 'missing' })
  const upload = new Uint8Array(await file.arrayBuffer())
  const photo = await app.proofs.prepare(upload)
  if (!photo.ok) return refused(photo.error)
  const key = keyOf(orderId, upload)
  const stored = await app.proofs.store({ key, bytes: photo.value.bytes })
  if (!stored.ok) return refused(stored.error)
  return { flash: await sendProof(ctx, orderId, key, photo.value) }
}

/** The same photo of the same order has the same key: a form sent twice is one proof. */
const keyOf = (orderId: string, upload: Uint8Array): string =>
  `bukti-${createHash('sha256').update(orderId).update(upload).digest('hex').slice(0, 40)}`

async function sendProof(ctx: Ctx, orderId: string, key: string, photo: Photo): Promise<OrderFlash> {
  const { width, height, thumbhash } = photo
  const sent = await inTransaction(ctx.db, async (trx) => {
    const inside = within(ctx, trx)
    await keepImage(inside, { key, width, height, widths: widthsFor(width), thumbhash })
    return sendTransferProof(inside, { orderId, imageKey: key })
  })
  if (!sent.ok) return { code: sent.error.code === 'refused-before' ? 'proof-same' : 'nothing-to-prove' }
  return { code: sent.value.isLate ? 'proof-late' : 'proof-sent' }
}

const STATUS: Partial<Record<ProofProblem['code'], number>> = {
  'too-often': 429,
  'too-large': 413,
  busy: 503,
  'storage-full': 507,
  unavailable: 503,
}

const refused = (problem: ProofProblem): Taken => ({ problem, status: STATUS[problem.code] ?? 422 })
