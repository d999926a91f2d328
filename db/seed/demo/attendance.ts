import type { Insertable } from 'kysely'
import type { DB } from '#db/schema.ts'
import { type Random, randomFrom } from '../illustrations/random.ts'
import { seedId } from '../rows.ts'
import { villageOfGroup } from './groups.ts'
import { type DemoMember, demoMembers } from './members.ts'
import { type DemoPerson, makeNeighbourhood, memberAsPerson, officers, shuffled } from './people.ts'
import type { DemoTraining } from './training.ts'

type Role = 'learner' | 'library-officer' | 'guest'
interface Attendee {
  person: DemoPerson
  role: Role
}
interface Attendance {
  participants: Insertable<DB['participant']>[]
  attendances: Insertable<DB['attendance']>[]
  /** The participant a member is, when she ever came. */
  participantOf: (member: DemoMember) => string | null
}

export const trainingId = (slug: string) => seedId(`training:${slug}`)
export const sessionId = (slug: string, index: number) => seedId(`session:${slug}:${index}`)

/** Fills the attendance lists: members of the groups, village library officers, and neighbours; the same ones every time. */
export function fillAttendance(trainings: readonly DemoTraining[]): Attendance {
  const neighbours = makeNeighbourhood()
  const people = new Map<string, DemoPerson>()
  const attendances = trainings.flatMap((training) => {
    const random = randomFrom(`attendance:${training.slug}`)
    const attendees = [
      ...membersAt(training, random),
      ...training.others.flatMap(([village, count]) =>
        neighbours(village, count).map((person) => ({ person, role: 'learner' as const })),
      ),
      ...shuffled(officers, random)
        .slice(0, training.officers)
        .map((person) => ({ person, role: 'library-officer' as const })),
    ]
    for (const { person } of attendees) people.set(person.id, person)
    return attendees.flatMap((attendee) => presence(training, attendee, random))
  })
  return {
    participants: [...people.values()].map(participantRow),
    attendances,
    participantOf: (member) => {
      const { id } = memberAsPerson(member, '')
      return people.has(id) ? id : null
    },
  }
}

function membersAt(training: DemoTraining, random: Random): Attendee[] {
  return training.groups.flatMap(([group, count]) => {
    const members = demoMembers.filter((member) => member.group === group)
    // the first names on a group's list are its most active members: they come nearly always
    const ranked = members.map((member, index) => ({ member, rank: index * 0.6 + random() * members.length }))
    return ranked
      .sort((a, b) => a.rank - b.rank)
      .slice(0, count)
      .map(({ member }) => ({ person: memberAsPerson(member, villageOfGroup(group)), role: 'learner' }))
  })
}

/** One row a session the person was at. Some come late, some miss a day; nobody on a list missed them all. */
function presence(
  training: DemoTraining,
  { person, role }: Attendee,
  random: Random,
): Insertable<DB['attendance']>[] {
  const days = training.sessions.map(([, minutes], index) => {
    const mood = random()
    const late = mood > 0.82 ? Math.round(random.range(2, 9)) * 10 : 0
    return { index, minutes: minutes - late, isAbsent: mood < 0.09 }
  })
  const present = days.filter(({ isAbsent }) => !isAbsent)
  return (present.length > 0 ? present : days.slice(0, 1)).map(({ index, minutes }) => ({
    session_id: sessionId(training.slug, index),
    participant_id: person.id,
    role,
    minutes_present: minutes,
  }))
}

const participantRow = (person: DemoPerson): Insertable<DB['participant']> => ({
  id: person.id,
  name: person.name,
  village_code: person.village,
  phone_tail: person.phoneTail,
  sex: person.sex,
  birth_year: person.born,
  is_demo: true,
})
