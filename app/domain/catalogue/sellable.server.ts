import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { Taken } from './availability.ts'
import type { Packed } from './packed.ts'

/** Whether a variant may be sold at all: `va` variant, `p` product, `g` group in scope. Stock is another question. */
export const isSellable = () => sql<boolean>`
  (va.is_active and p.state = 'published' and g.state = 'active' and not g.shows_samples_only)`

/** Pieces of a variant that can still be had: on the shelf, or in the weaving queue. */
export const piecesLeft = (variant: string, stock: string) => sql<number>`
  (case ${sql.ref(`${variant}.mode`)} when 'ready' then ${sql.ref(`${stock}.on_hand`)} - ${sql.ref(`${stock}.reserved`)}
    else greatest(0, ${sql.ref(`${stock}.open_cap`)} - ${sql.ref(`${stock}.open_pieces`)}) end)`

/** Why nothing of a variant is left, where it may be had again; null while some is left, and once it is gone. */
export const piecesTaken = (variant: string, stock: string) => sql<Taken | null>`
  (case when ${piecesLeft(variant, stock)} > 0 then null
    when ${sql.ref(`${variant}.mode`)} = 'ready' then case when ${sql.ref(`${stock}.on_hand`)} > 0 then 'held' end
    when ${sql.ref(`${stock}.open_cap`)} > 0 then 'full' end)`

/** How large a piece of a variant is packed. */
export const packedCm = (variant: string) =>
  jsonBuildObject({
    length: sql.ref(`${variant}.packed_length_cm`),
    width: sql.ref(`${variant}.packed_width_cm`),
    height: sql.ref(`${variant}.packed_height_cm`),
  }).$castTo<Packed['packedCm']>()
