import { listProofs } from '#app/domain/payments/transfer-desk.queries.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { StaffCtx } from '#app/platform/context.server.ts'
import type { App } from '#app/routes/context.server.ts'
import { pictureOf } from '#app/routes/pictures.server.ts'
import type { PictureData } from '#app/ui/picture.tsx'

/** The photos of bank receipts behind some payments, each found by its key; null where there is none. */
export async function proofPictures(
  ctx: StaffCtx,
  { proofs }: App,
  keys: readonly (string | null)[],
): Promise<(key: string | null) => PictureData | null> {
  const kept = new Map((await listProofs(ctx, keys)).map((proof) => [proof.key, proof]))
  return (key) => {
    const proof = key === null ? undefined : kept.get(key)
    return proof ? pictureOf(proofs, { ...proof, alt: m.console_proof_alt() }) : null
  }
}
