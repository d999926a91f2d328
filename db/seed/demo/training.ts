import type { Day } from '#app/lib/day.ts'
import type { GroupSlug } from './groups.ts'

type Bilingual = [id: string, en: string]
export type Evidence = 'documented' | 'verified' | 'stated'

/** An invented training as it is written down: who came is drawn from the people of the villages named. */
export interface DemoTraining {
  slug: string
  title: Bilingual
  summary: Bilingual
  libraryId: string
  skill: string
  strategy: 'pelibatan-masyarakat' | 'advokasi' | 'peningkatan-layanan-informasi'
  place: Bilingual
  district: string
  budget: 'APBD' | 'APBN' | 'APBDes' | 'DAK' | 'mitra' | 'swadaya'
  sessions: [on: Day, minutes: number, id: string, en: string][]
  facilitators: [name: string, role: 'instructor' | 'facilitator'][]
  /** How many members of each group came. 0: the group says so, the list does not. */
  groups: [group: GroupSlug, members: number, evidence: Evidence][]
  /** People of other households, by village. */
  others: [village: string, count: number][]
  /** Village library officers. */
  officers: number
}
