import { sql } from 'kysely'

/** Whether a variant may be sold at all: `va` variant, `p` product, `g` group in scope. Stock is another question. */
export const isSellable = () => sql<boolean>`
  (va.is_active and p.state = 'published' and g.state = 'active' and not g.shows_samples_only)`

/** Pieces of a variant that can still be had: on the shelf, or in the weaving queue. */
export const piecesLeft = (variant: string, stock: string) => sql<number>`
  (case ${sql.ref(`${variant}.mode`)} when 'ready' then ${sql.ref(`${stock}.on_hand`)} - ${sql.ref(`${stock}.reserved`)}
    else greatest(0, ${sql.ref(`${stock}.open_cap`)} - ${sql.ref(`${stock}.open_pieces`)}) end)`
