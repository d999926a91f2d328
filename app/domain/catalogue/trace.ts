import type { Evidence } from '#app/domain/groups/evidence.ts'
import type { Supporter } from '#app/domain/groups/supporter.ts'
import type { PeopleCount } from '#app/domain/trainings/people-count.ts'
import type { PublicCount } from '#app/lib/public-count.ts'

export interface TraceLibrary {
  slug: string
  name: string
  villageName: string | null
}

export interface TraceTraining {
  slug: string
  title: string
  startsOn: string
  endsOn: string
  placeName: string
  library: TraceLibrary
  facilitators: { name: string; role: 'instructor' | 'facilitator' }[]
  /** null: nobody recorded how many came. */
  people: PeopleCount | null
  sourceUrl: string | null
  /** That the library held it: on record with an attendance list or a source, else as sure as that the group came. */
  heldEvidence: Evidence
  /** That the group came. */
  groupEvidence: Evidence
  groupNote: string | null
  /** That this piece uses what was taught, who confirmed it and when. */
  productEvidence: Evidence
  confirmedBy: string | null
  confirmedOn: string
}

export interface TraceGroup {
  slug: string
  name: string
  villageName: string
  districtName: string
  foundedYear: number | null
  /** null: nobody recorded the members. */
  memberCount: PublicCount | null
  /** Everyone else who helped the group, so that the library never stands alone in the story. */
  supporters: Supporter[]
  weaveMotif: string
  weaveColour: string
}

/** Who wove it: named only while she agrees to it, else a member of the group; null when nobody recorded it. */
export type TraceMaker = { isNamed: true; name: string; agreedOn: string } | { isNamed: false } | null

/** Where a piece comes from. What is null or empty is not recorded; the page says so and never fills it in. */
export interface Trace {
  /** Linked trainings, oldest first, each with the library that held it. */
  trainings: TraceTraining[]
  /** No training covers the technique: it is the group's own. */
  isOwnTradition: boolean
  group: TraceGroup
  maker: TraceMaker
  product: {
    code: string
    title: string
    madeYear: number | null
    publishedAt: Date | null
    /** Shown for its look: when it was made or listed says nothing about the group. */
    isSample: boolean
  }
}
