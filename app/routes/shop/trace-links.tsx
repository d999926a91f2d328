import type { Availability } from '#app/domain/catalogue/availability.ts'
import type { Product } from '#app/domain/catalogue/product.ts'
import type { Trace as TraceFacts, TraceTraining } from '#app/domain/catalogue/trace.ts'
import type { PeopleCount } from '#app/domain/trainings/people-count.ts'
import { type Day, formatDay, formatDayRange, localDayOf } from '#app/lib/day.ts'
import type { PublicCount } from '#app/lib/public-count.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { shopHref } from '#app/ui/shop-href.ts'
import { evidenceWord, type TraceLink } from '#app/ui/trace.tsx'

/** The five links in order: what is not recorded stays a gap with words, never a guess. */
export function traceLinks(
  { trace, availability }: Pick<Product, 'trace' | 'availability'>,
  productHref?: string,
): TraceLink[] {
  const [training, ...others] = trace.trainings.toReversed()
  const links = [
    libraryLink(training, trace.isOwnTradition),
    trainingLink(training, others, trace.isOwnTradition),
    groupLink(trace, training),
    makerLink(trace),
    productLink(trace, availability, productHref),
  ]
  return trace.product.isSample ? links.map(withNothingBehind) : links
}

/** Nothing is missing behind an invented piece: there is nothing. */
const withNothingBehind = (link: TraceLink): TraceLink => ({ ...link, gap: m.catalogue_trace_sample_none() })

function libraryLink(training: TraceTraining | undefined, isOwnTradition: boolean): TraceLink {
  // what a group knew before any training has no library behind it: that is known, not a gap
  if (!training && isOwnTradition)
    return { kind: 'library', title: m.catalogue_trace_no_library(), isOwnTradition }
  if (!training) return { kind: 'library', title: null }
  const { library } = training
  return {
    kind: 'library',
    title: library.name,
    href: shopHref(`/perpustakaan/${library.slug}`),
    note: m.catalogue_trace_library_note({ date: daysOf(training) }),
    date: library.villageName ? m.catalogue_trace_library_place({ village: library.villageName }) : undefined,
    evidence: training.heldEvidence,
  }
}

function trainingLink(
  training: TraceTraining | undefined,
  others: readonly TraceTraining[],
  isOwnTradition: boolean,
): TraceLink {
  if (!training) return { kind: 'training', title: null, isOwnTradition }
  const instructors = training.facilitators
    .filter(({ role }) => role === 'instructor')
    .map(({ name }) => name)
  const taught =
    instructors.length > 0 ? m.catalogue_trace_instructor({ names: instructors.join(', ') }) : null
  return {
    kind: 'training',
    title: training.title,
    href: shopHref(`/pelatihan/${training.slug}`),
    date: daysOf(training),
    note: [`${peopleWords(training.people)}.`, taught].filter(Boolean).join(' '),
    evidence: training.productEvidence,
    evidenceNote: confirmation(training),
    more: others.map((other) => ({
      href: shopHref(`/pelatihan/${other.slug}`),
      label: m.catalogue_trace_training_other({ title: other.title }),
      note: `${daysOf(other)}. ${evidenceWord(other.productEvidence)}. ${confirmation(other)}.`,
    })),
  }
}

const daysOf = ({ startsOn, endsOn }: TraceTraining): string =>
  formatDayRange(startsOn as Day, endsOn as Day, getLocale())

/** The evidence level says who stands for the link; no name of a member of staff is shown. */
const confirmation = ({ confirmedOn }: TraceTraining): string =>
  m.catalogue_trace_confirmed({ date: formatDay(confirmedOn as Day, getLocale()) })

/** How many came, and by whose account. */
export function peopleWords(people: PeopleCount | null): string {
  if (!people) return m.catalogue_trace_people_unknown()
  if (people.people === '<5') return m.catalogue_trace_people_few()
  const count = people.people
  return people.from === 'report'
    ? m.catalogue_trace_people_reported({ count })
    : m.catalogue_trace_people({ count })
}

export function memberWords(count: PublicCount | null): string | null {
  if (count === null) return null
  return count === '<5' ? m.catalogue_trace_members_few() : m.catalogue_trace_members({ count })
}

function groupLink({ group }: TraceFacts, training: TraceTraining | undefined): TraceLink {
  const place = m.catalogue_product_place({ village: group.villageName, district: group.districtName })
  return {
    kind: 'group',
    title: group.name,
    href: shopHref(`/kelompok/${group.slug}`),
    note: [place, memberWords(group.memberCount)].filter(Boolean).join('. '),
    date: training && m.catalogue_trace_group_date({ date: daysOf(training) }),
    evidence: training?.groupEvidence,
    evidenceNote: training?.groupNote ?? undefined,
  }
}

function makerLink({ maker }: TraceFacts): TraceLink {
  if (!maker) return { kind: 'maker', title: null }
  if (!maker.isNamed) {
    return {
      kind: 'maker',
      title: m.catalogue_trace_maker_member(),
      note: m.catalogue_trace_maker_member_note(),
    }
  }
  const day = formatDay(maker.agreedOn as Day, getLocale())
  return { kind: 'maker', title: maker.name, note: m.catalogue_trace_maker_note({ date: day }) }
}

function productLink(
  { product }: TraceFacts,
  availability: Availability,
  href: string | undefined,
): TraceLink {
  return {
    kind: 'product',
    title: product.title,
    href,
    note: product.isSample ? m.common_sample() : datesOf(product, availability),
    // on the piece's own page its code would only lead back to it
    more: [
      {
        href: href && shopHref(`/j/${product.code}`),
        label: m.catalogue_trace_code({ code: product.code }),
      },
    ],
  }
}

function datesOf({ madeYear, publishedAt }: TraceFacts['product'], { state }: Availability): string {
  const listedOn = publishedAt && localDayOf(publishedAt)
  const listed = listedOn && m.catalogue_trace_listed({ date: formatDay(listedOn, getLocale()) })
  return [madeWords[state](madeYear, listedOn), listed].filter(Boolean).join('. ')
}

type MadeWords = (year: number | null, listedOn: Day | null) => string | null

/** Only what is true of the piece as it stands: nothing is said of a stock that is not there. */
const madeWords: Record<Availability['state'], MadeWords> = {
  ready: readyWords,
  made: () => m.catalogue_trace_made_after_order(),
  held: readyWords,
  full: () => m.catalogue_trace_made_after_order(),
  gone: (year) => (year === null ? null : m.catalogue_trace_made_last({ year })),
}

/** A piece woven again after it was first listed says so: the ones on offer are newer than the page. */
function readyWords(year: number | null, listedOn: Day | null): string | null {
  if (year === null) return null
  const isLater = listedOn !== null && year > Number(listedOn.slice(0, 4))
  return isLater ? m.catalogue_trace_made_now({ year }) : m.catalogue_trace_made({ year })
}
