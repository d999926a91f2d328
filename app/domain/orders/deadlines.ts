/** How long things may take. Shown to people in words; the database's clock decides. */
export const QUOTE_HOURS = 48
export const TRANSFER_HOURS = 24
export const CARD_MINUTES = 60
/** The shortest time for which the provider opens a card page. */
export const CARD_PAGE_MINUTES = 30
/** A card page may still be answered a moment after it closed; its pieces are kept until then. */
export const CARD_GRACE_MINUTES = 5
/** A quoted order's buyer may live ten hours away or be asleep, however they pay. */
export const QUOTED_PAY_HOURS = 24
export const PICKUP_DAYS_AFTER_PROMISE = 7
/** Late money still finds its order, because its total is not given to another for this long. */
export const TOTAL_GRACE_HOURS = 48
/** A buyer whose proof could not be read has at least this long to send a better one. */
export const PROOF_RETRY_HOURS = 6
/** Without a word from the buyer a parcel counts as received this long after it was handed over, */
export const RECEIVE_DAYS = 14
/** and never before this long after the last day on which it should arrive (decision 96). */
export const RECEIVE_DAYS_AFTER_ARRIVAL = 7
/** PP 80/2019: goods may be exchanged or refused for at least two working days from receipt. */
export const PROBLEM_WORKING_DAYS = 2

/** Days a promise allows for the money to come, so that a group is never late because a buyer paid on the last hour. */
export const PAY_DAYS = { transfer: 1, pickup: 0, card: 0 } as const
export const QUOTE_DAYS = 3

/**
 * After how many days from its hand-over a parcel counts as received when nobody says anything.
 * @param daysMax the most days it takes on the way; null when it is collected or nobody can say
 */
export const receiveDays = (daysMax: number | null): number =>
  Math.max(RECEIVE_DAYS, (daysMax ?? 0) + RECEIVE_DAYS_AFTER_ARRIVAL)
