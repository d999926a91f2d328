import { type RawBuilder, sql } from 'kysely'

/** What a member agreed to, one purpose each. */
export type Purpose = 'public-photo' | 'public-name' | 'public-story' | 'follow-up-contact' | 'income-data'

/**
 * Whether a member's consent to a purpose stands: given and not withdrawn. Only the year of birth is known,
 * so whoever may still be under 18 counts as a child, whose name and face are never public (UU 27/2022 art 25).
 * @param member the SQL name of a `member` row in scope
 */
const hasConsent = (member: string, purpose: Purpose): RawBuilder<boolean> => sql<boolean>`(
  exists (select from consent c where c.member_id = ${sql.ref(`${member}.id`)} and c.purpose = ${purpose}
    and c.withdrawn_at is null)
  and not exists (select from participant child where child.id = ${sql.ref(`${member}.participant_id`)}
    and extract(year from moment()) - child.birth_year <= 18))`

/** How a member is called in public: `Bu Halimah`, or null without her consent. */
export const publicName = (member: string): RawBuilder<string | null> => sql<string | null>`
  case when ${hasConsent(member, 'public-name')}
    then concat_ws(' ', nullif(${sql.ref(`${member}.honorific`)}, ''), ${sql.ref(`${member}.name`)}) end`

/** How many people weave in the group `g` in scope today; 0 when nobody recorded the members. */
export const currentMembers = () =>
  sql<number>`(select count(*)::int from member m where m.group_id = g.id and m.left_on is null)`
