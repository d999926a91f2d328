import { type RawBuilder, sql } from 'kysely'

/** Someone who came to learn: present for a while, and neither a guest nor listed as absent. */
export const cameToLearn = (attendance: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${attendance}.minutes_present`)} > 0 and ${sql.ref(`${attendance}.role`)} <> 'guest')`

/**
 * Different people at a training, however many sessions each came to.
 * @param training the SQL name of a `training` row in scope
 */
export const peopleAt = (training: string): RawBuilder<number> => sql<number>`(
  select count(distinct a.participant_id)::int from attendance a join training_session ts on ts.id = a.session_id
  where ts.training_id = ${sql.ref(`${training}.id`)} and ${cameToLearn('a')})`
