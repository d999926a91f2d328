import { sql } from 'kysely'

/** Pieces of a variant that can still be had: on the shelf, or in the weaving queue. */
export const piecesLeft = (variant: string, stock: string) => sql<number>`
  (case ${sql.ref(`${variant}.mode`)} when 'ready' then ${sql.ref(`${stock}.on_hand`)} - ${sql.ref(`${stock}.reserved`)}
    else greatest(0, ${sql.ref(`${stock}.open_cap`)} - ${sql.ref(`${stock}.open_pieces`)}) end)`
