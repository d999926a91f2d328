import type { Day } from '#app/lib/day.ts'
import { type PublicCount, publicCount } from '#app/lib/public-count.ts'

export type IndicatorKey =
  | 'trainings-held'
  | 'attendances'
  | 'participants'
  | 'participants-reported'
  | 'trained-groups-selling'
  | 'active-groups-selling'
  | 'first-sale-90-days'
  | 'completed-orders'
  | 'completed-sales'
  | 'training-linked-share'

export type IndicatorUnit = 'trainings' | 'attendances' | 'people' | 'groups' | 'orders' | 'rupiah' | 'share'

/** A closed range of days in Kayong Utara; from null means from the first record on. */
export interface Period {
  from: Day | null
  to: Day
}

/** One figure with everything needed to say it honestly. Its words are in `definitions.ts` under the same key. */
export interface Indicator {
  key: IndicatorKey
  unit: IndicatorUnit
  /** null: no data, which is never shown as 0. A share is 0 to 1, and null too while it stands on fewer than ten. */
  value: PublicCount | null
  /** For figures that are so many out of so many. */
  numerator: number | null
  denominator: number | null
  period: Period
  /** The last day that is counted. */
  cutoff: Day
}

/** Staff see their own activities' counts as they are; everybody else sees one to four people as `<5`. */
export type Audience = 'public' | 'staff'

/** What the database counted; null where there is no record to count from. */
export interface Counts {
  trainings: number | null
  attendances: number | null
  participants: number | null
  reportedParticipants: number | null
  trainedGroups: number
  trainedGroupsSelling: number
  activeGroups: number
  activeGroupsSelling: number
  groups90DaysOn: number
  groupsSoldWithin90Days: number
  orders: number | null
  salesRupiah: number | null
  linkedRupiah: number
}

/** A percentage of fewer than this says more than is known. */
const FEWEST_FOR_SHARE = 10

/** The figures in the order they are shown. */
export function indicatorsOf(counts: Counts, period: Period, audience: Audience): Indicator[] {
  const people = (count: number | null) => (audience === 'staff' ? count : publicCount(count))
  const plain = (key: IndicatorKey, unit: IndicatorUnit, value: PublicCount | null): Indicator => ({
    key,
    unit,
    value,
    numerator: null,
    denominator: null,
    period,
    cutoff: period.to,
  })
  const outOf = (key: IndicatorKey, numerator: number, denominator: number): Indicator => ({
    ...plain(key, 'groups', denominator > 0 ? numerator : null),
    numerator: denominator > 0 ? numerator : null,
    denominator: denominator > 0 ? denominator : null,
  })
  return [
    plain('trainings-held', 'trainings', counts.trainings),
    plain('attendances', 'attendances', people(counts.attendances)),
    plain('participants', 'people', people(counts.participants)),
    plain('participants-reported', 'people', people(counts.reportedParticipants)),
    outOf('trained-groups-selling', counts.trainedGroupsSelling, counts.trainedGroups),
    outOf('active-groups-selling', counts.activeGroupsSelling, counts.activeGroups),
    outOf('first-sale-90-days', counts.groupsSoldWithin90Days, counts.groups90DaysOn),
    plain('completed-orders', 'orders', counts.orders),
    plain('completed-sales', 'rupiah', counts.salesRupiah),
    { ...plain('training-linked-share', 'share', linkedShare(counts)), ...linkedParts(counts) },
  ]
}

const hasSales = ({ salesRupiah }: Counts) => salesRupiah !== null && salesRupiah > 0

const linkedShare = (counts: Counts): number | null =>
  hasSales(counts) && (counts.orders ?? 0) >= FEWEST_FOR_SHARE
    ? counts.linkedRupiah / (counts.salesRupiah ?? 1)
    : null

const linkedParts = (counts: Counts) =>
  hasSales(counts)
    ? { numerator: counts.linkedRupiah, denominator: counts.salesRupiah }
    : { numerator: null, denominator: null }
