import type { Insertable } from 'kysely'
import type { DB } from '#db/schema.ts'

/** Pictures that stand for a photographed transfer receipt; shipped with the app like the illustrations. */
export const PROOF = 'contoh-bukti-transfer'
export const BLURRED_PROOF = 'contoh-bukti-transfer-buram'

export const PROOF_WIDTHS = [320, 640]
export const PROOF_SHAPE = { width: 640, height: 880 }

export const proofImages: Insertable<DB['image']>[] = [PROOF, BLURRED_PROOF].map((key) => ({
  key,
  source: 'bundled',
  ...PROOF_SHAPE,
  widths: PROOF_WIDTHS,
  is_illustration: true,
}))
