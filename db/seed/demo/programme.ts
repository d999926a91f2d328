import type { Insertable } from 'kysely'
import type { Db } from '#app/platform/db.server.ts'
import type { DB } from '#db/schema.ts'
import { insertMissing } from '../rows.ts'
import { demoMotifs } from '../vocabulary.ts'
import { motifRow } from '../words.ts'
import { fillAttendance, sessionId, trainingId } from './attendance.ts'
import { groupId, groups, supporters } from './groups.ts'
import { libraries } from './libraries.ts'
import { consents, memberRows } from './members.ts'
import type { DemoTraining, Evidence } from './training.ts'
import { DEMO_TRAININGS } from './trainings.ts'

/** Libraries, groups, members with their consents, trainings with who came. */
export async function seedProgramme(db: Db): Promise<void> {
  const { participants, attendances, participantOf } = fillAttendance(DEMO_TRAININGS)
  await insertMissing(db, 'motif', demoMotifs.map(motifRow))
  await insertMissing(db, 'library', libraries)
  await insertMissing(db, 'craft_group', groups)
  await insertMissing(db, 'group_supporter', supporters)
  await insertMissing(db, 'training', DEMO_TRAININGS.map(trainingRow))
  await insertMissing(db, 'training_session', DEMO_TRAININGS.flatMap(sessionRows))
  await insertMissing(db, 'training_facilitator', DEMO_TRAININGS.flatMap(facilitatorRows))
  await insertMissing(db, 'group_training', DEMO_TRAININGS.flatMap(groupTrainingRows))
  await insertMissing(db, 'participant', participants)
  await insertMissing(db, 'attendance', attendances)
  await insertMissing(db, 'member', memberRows(participantOf))
  await insertMissing(db, 'consent', consents)
}

function trainingRow(training: DemoTraining): Insertable<DB['training']> {
  const days = training.sessions.map(([on]) => on).sort()
  const first = days[0] ?? ''
  return {
    id: trainingId(training.slug),
    slug: training.slug,
    title_id: training.title[0],
    title_en: training.title[1],
    summary_id: training.summary[0],
    summary_en: training.summary[1],
    library_id: training.libraryId,
    strategy: training.strategy,
    skill: training.skill,
    place_id: training.place[0],
    place_en: training.place[1],
    district_code: training.district,
    state: 'held',
    starts_on: first,
    ends_on: days.at(-1) ?? first,
    budget_source: training.budget,
    is_demo: true,
  }
}

const sessionRows = ({ slug, sessions }: DemoTraining): Insertable<DB['training_session']>[] =>
  sessions.map(([on, minutes, id, en], index) => ({
    id: sessionId(slug, index),
    training_id: trainingId(slug),
    held_on: on,
    minutes,
    topic_id: id,
    topic_en: en,
  }))

const facilitatorRows = ({ slug, facilitators }: DemoTraining): Insertable<DB['training_facilitator']>[] =>
  facilitators.map(([name, role]) => ({ training_id: trainingId(slug), name, role }))

const NOTES: Record<Evidence, [id: string, en: string]> = {
  documented: ['Tercatat dalam daftar hadir.', 'On the attendance list.'],
  verified: [
    'Dicocokkan dengan daftar hadir dan keterangan kelompok.',
    'Compared with the attendance list and with what the group says.',
  ],
  stated: ['Namanya tidak ada di daftar hadir.', 'None of its members is on the attendance list.'],
}

const groupTrainingRows = ({ slug, groups: attended }: DemoTraining): Insertable<DB['group_training']>[] =>
  attended.map(([group, , evidence]) => ({
    group_id: groupId(group),
    training_id: trainingId(slug),
    evidence,
    note_id: NOTES[evidence][0],
    note_en: NOTES[evidence][1],
  }))
