import { sql } from 'kysely'
import type { Db } from '#app/platform/db.server.ts'
import { CITY_SPELLINGS, FORMER_DISTRICTS, PROVINCE_NICKNAMES } from './nicknames.ts'
import { type Place, readPlaces } from './places.ts'

/** Brings provinces, regencies, districts and villages to what the files say; a new edition of them replaces the old. */
export async function writePlaces(db: Db): Promise<void> {
  const { provinces, regencies, districts, villages } = readPlaces()
  const nicknames = Object.entries({ ...PROVINCE_NICKNAMES, ...CITY_SPELLINGS })
  const nicknamed = nicknames.map(([code, nickname]) => ({ code, nickname }))
  const renamed = Object.entries(FORMER_DISTRICTS).map(([code, former]) => ({ code, former }))
  await sql`
    insert into province (code, name) select code, name from ${given(provinces)}
    on conflict (code) do update set name = excluded.name where province.name <> excluded.name`.execute(db)
  await sql`
    insert into regency (code, province_code, name) select code, "parentCode", name from ${given(regencies)}
    on conflict (code) do update set name = excluded.name where regency.name <> excluded.name`.execute(db)
  await sql`
    insert into district (code, regency_code, name, spoken, words)
    select place.code, place."parentCode", place.name, place.spoken,
      fold(concat_ws(' ', place.name, place.spoken, regency.name, province.name, nicknamed.nicknames, renamed.former,
        inside.villages))
    from ${given(districts)}
      join regency on regency.code = place."parentCode"
      join province on province.code = regency.province_code
      left join lateral (
        select string_agg(nickname, ' ') as nicknames
        from json_to_recordset(${JSON.stringify(nicknamed)}::json) as nicknamed(code text, nickname text)
        where code in (regency.code, province.code)
      ) nicknamed on true
      left join json_to_recordset(${JSON.stringify(renamed)}::json) as renamed(code text, former text)
        on renamed.code = place.code
      left join (
        select "parentCode", string_agg(coalesce(spoken, name), ' ') as villages from ${given(villages)} group by 1
      ) inside on inside."parentCode" = place.code
    on conflict (code) do update
      set name = excluded.name, spoken = excluded.spoken, words = excluded.words
      where (district.name, district.spoken, district.words)
        is distinct from (excluded.name, excluded.spoken, excluded.words)`.execute(db)
  await sql`
    insert into village (code, district_code, name, spoken, postal_code)
    select code, "parentCode", name, spoken, "postalCode" from ${given(villages)}
    on conflict (code) do update
      set name = excluded.name, spoken = excluded.spoken, postal_code = excluded.postal_code
      where (village.name, village.spoken, village.postal_code)
        is distinct from (excluded.name, excluded.spoken, excluded.postal_code)`.execute(db)
}

/** Places as a table of their own: one parameter, however many there are. */
const given = (places: readonly Place[]) => sql`json_to_recordset(${JSON.stringify(places)}::json)
  as place(code text, "parentCode" text, name text, spoken text, "postalCode" text)`
