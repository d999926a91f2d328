import type { Ctx } from '#app/platform/context.server.ts'

export interface KeptImage {
  key: string
  width: number
  height: number
  /** The sizes that the store made. */
  widths: readonly number[]
  thumbhash: string | null
}

/** Notes an image that the images port has stored, so that rows may point at it. Keeping it twice is the same. */
export async function keepImage(
  { db }: Ctx,
  { key, width, height, widths, thumbhash }: KeptImage,
): Promise<void> {
  await db
    .insertInto('image')
    .values({ key, source: 'stored', width, height, widths: [...widths], is_illustration: false, thumbhash })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

/**
 * Forgets images that nothing points at any more; one that a product or another payment still shows stays.
 * @returns the keys forgotten; their files are for the images port to remove
 */
export async function forgetImages({ db }: Ctx, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const forgotten = await db
    .deleteFrom('image')
    .where('key', 'in', [...keys])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('payment').whereRef('proof_image_key', '=', 'image.key').select('order_id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('product_photo').whereRef('image_key', '=', 'image.key').select('product_id'))),
    )
    .returning('key')
    .execute()
  return forgotten.map(({ key }) => key).sort()
}
