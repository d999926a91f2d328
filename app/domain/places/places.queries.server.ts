import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Ctx } from '#app/platform/context.server.ts'
import { isCountryName } from './countries.ts'
import {
  type District,
  districtCodeIn,
  districtLabel,
  type FoundDistrict,
  inIndonesian,
  MOST_FOUND,
  type Place,
  type Village,
} from './district.ts'
import { isHeardIn, nearestName, placeWords, typedWords, villageMeant } from './heard.ts'

/** All kecamatan of a regency and of the city of its name: Bandung has 61. */
const MOST_OF_NAMED = 80
/** More than there are. */
const ALL = 10_000
/** Low enough for a vowel heard wrong in a short name: `telok` for Teluk. */
const DISTANT_LIKENESS = 0.4
/** A word without one is nobody's way to hear a place: `xxxx` is not Batin XXIV. */
const VOWEL = /[aeiou]/
/** A few letters in common say nothing about which kecamatan of a regency is meant. */
const UNLIKE = 0.5

/**
 * Kecamatan of which what was typed says the name, regency or province, or begins to; a village of Kayong Utara leads to
 * its kecamatan. The name of a regency or city finds all its kecamatan, by name and before all else; otherwise the best
 * match first, then what is nearest to the shop. Only where nothing bears the name, what nearly does, a regency or city
 * first: a slip of the finger or of the ear, joined and parted words. Nothing is guessed from the name of another country.
 */
export async function searchDistricts(ctx: Ctx, text: string): Promise<FoundDistrict[]> {
  const words = typedWords(ctx.locale === 'en' ? inIndonesian(text) : text)
  if (!words.some((word) => word.length > 1)) return []
  // many a town that is called so is no kota
  const unranked = words[0] === 'kota' ? words.slice(1).join(' ') : ''
  const regency =
    (await regencyNamed(ctx, words.join(' '))) ?? (unranked && (await regencyNamed(ctx, unranked)))
  if (regency) return districtsOf(ctx, regency)
  const near = words.map((word) => sql<boolean>`${word} <% d.words`)
  const named = await namedDistricts(ctx, words, {
    matches: allOf([...near, allStart(words)]),
    limit: MOST_FOUND,
  })
  if (named.length > 0) return named
  if (unranked) return searchDistricts(ctx, unranked)
  const isNobodys = isCountryName(text) || !words.every((word) => VOWEL.test(word))
  return isNobodys ? [] : guessedDistricts(ctx, words)
}

/** A kecamatan by its code, or null. */
export async function findDistrict(ctx: Ctx, code: string): Promise<District | null> {
  const row = await districtQuery(ctx).where('d.code', '=', code).executeTakeFirst()
  return row ? labelled(ctx, row) : null
}

/** A kecamatan by its own code or by that of a village in it, or null. */
export async function findPlace(ctx: Ctx, code: string): Promise<Place | null> {
  const district = await findDistrict(ctx, districtCodeIn(code))
  if (!district || district.code === code) return district && { ...district, village: null }
  const villages = await listVillages(ctx, district.code)
  return { ...district, village: villages.find((village) => village.code === code) ?? null }
}

/** The villages we know of a kecamatan: Kayong Utara's only; elsewhere the village is typed. */
export function listVillages(ctx: Ctx, districtCode: string): Promise<Village[]> {
  return ctx.db
    .selectFrom('village')
    .where('district_code', '=', districtCode)
    .orderBy('code')
    .select(['code', sql<string>`coalesce(spoken, name)`.as('name'), 'postal_code as postalCode'])
    .execute()
}

interface Wanted {
  matches: RawBuilder<boolean>
  limit: number
}

async function namedDistricts(ctx: Ctx, words: string[], wanted: Wanted): Promise<FoundDistrict[]> {
  const rows = await rankedDistricts(ctx, words, wanted)
  return rows.map((row) => foundBy(ctx, words, row, { isGuess: !saysWhole(words, row), forgiving: false }))
}

/**
 * Those that sound like what was typed. Without the index, and looked through here: common letters alone make half of
 * Sumatera like `sutra`. A region that sounds like it counts only where no place does, or where it is the more alike.
 */
async function guessedDistricts(ctx: Ctx, words: string[]): Promise<FoundDistrict[]> {
  const distant = words.map((word) => sql<boolean>`word_similarity(${word}, d.words) >= ${DISTANT_LIKENESS}`)
  const rows = await rankedDistricts(ctx, words, { matches: allOf(distant), limit: ALL })
  const heard = rows.filter((row) => isHeardIn(words, [row.words], true))
  const byName = heard.filter((row) => words.some((word) => isHeardIn([word], namesOf(row), true)))
  const guessed = (byName.length > 0 ? byName : heard)
    .slice(0, MOST_FOUND)
    .map((row) => foundBy(ctx, words, row, { isGuess: true, forgiving: true }))
  const slips = nearestName(words, byName.flatMap(namesOf))?.slips ?? Number.POSITIVE_INFINITY
  const ofRegency = await districtsOfGuessed(ctx, words, slips)
  const codes = new Set(ofRegency.map(({ code }) => code))
  return [...ofRegency, ...guessed.filter(({ code }) => !codes.has(code))]
}

/** All kecamatan of the regency or city of which what was typed is a slip, of no more letters than of a place: `surabya`. */
async function districtsOfGuessed(
  ctx: Ctx,
  words: readonly string[],
  mostSlips: number,
): Promise<FoundDistrict[]> {
  const regencies = await ctx.db.selectFrom('regency as r').select(ownName.as('name')).distinct().execute()
  const nearest = nearestName(
    words,
    regencies.map(({ name }) => name),
  )
  if (!nearest || nearest.slips > mostSlips) return []
  return (await districtsOf(ctx, nearest.name)).map((district) => ({ ...district, isGuess: true }))
}

/** Whether a name is among the words, and not only a beginning or a part: `penang` does not mean Penanggalan. */
const saysWhole = (words: readonly string[], { isNamed, ...row }: RankedDistrict): boolean =>
  isNamed || namesOf(row).some((name) => placeWords(name).every((part) => words.includes(part)))

/** What a place itself is called, and what is in it. */
const namesOf = ({ name, official, villages }: Pick<RankedDistrict, 'name' | 'official' | 'villages'>) => [
  name,
  official,
  ...villages.map((village) => village.name),
]

function foundBy(
  ctx: Ctx,
  words: readonly string[],
  { isInNamed, isNamed: _isNamed, ...row }: RankedDistrict,
  { isGuess, forgiving }: { isGuess: boolean; forgiving: boolean },
): FoundDistrict {
  const { villages, words: _, official, ...district } = row
  const own = [district.name, official, district.regencyName, district.provinceName]
  const village = villageMeant(words, { own, villages, forgiving })
  return { ...labelled(ctx, district), village, isGuess, isInNamed }
}

type RankedDistrict = Awaited<ReturnType<typeof rankedDistricts>>[number]

function rankedDistricts(ctx: Ctx, words: string[], { matches, limit }: Wanted) {
  const typed = words.join(' ')
  const name = sql<string>`fold(coalesce(d.spoken, d.name))`
  const joined = sql<string>`fold(d.name)`
  const byVillage = sql`select v.district_code from village v
    where ${typed} in (fold(coalesce(v.spoken, v.name)), fold(v.name), v.postal_code)`
  const isNamed = sql<boolean>`(${typed} in (${name}, ${joined}) or d.code in (${byVillage}))`
  const isInNamed = isNameOfRegency(typed)
  return districtQuery(ctx)
    .select((eb) => [
      'd.words',
      'd.name as official',
      isNamed.as('isNamed'),
      isInNamed.as('isInNamed'),
      jsonArrayFrom(
        eb
          .selectFrom('village as v')
          .whereRef('v.district_code', '=', 'd.code')
          .orderBy('v.code')
          .select(['v.code', sql<string>`coalesce(v.spoken, v.name)`.as('name')]),
      ).as('villages'),
    ])
    .where(sql<boolean>`d.code in (select d.code from district d where ${matches} union ${byVillage})`)
    .orderBy(isInNamed, 'desc')
    .orderBy(isNamed, 'desc')
    .orderBy(sql`case when ${isInNamed} then r.name end`, 'desc')
    .orderBy(sql`case when ${isInNamed} then d.name end`)
    .orderBy(sql`round(word_similarity(${typed}, d.words)::numeric, 1)`, 'desc')
    .orderBy(sql`d.regency_code = '61.11'`, 'desc')
    .orderBy(sql`r.province_code = '61'`, 'desc')
    .orderBy(sql`greatest(${UNLIKE}, round(word_similarity(${words[0] ?? ''}, ${name})::numeric, 1))`, 'desc')
    .orderBy('d.name')
    .orderBy('d.code')
    .limit(limit)
    .execute()
}

/** The regency or city of that name, its own name in full; or null. */
async function regencyNamed({ db }: Ctx, typed: string): Promise<string | null> {
  const row = await db
    .selectFrom('regency as r')
    .where(isNameOfRegency(typed))
    .select(ownName.as('name'))
    .limit(1)
    .executeTakeFirst()
  return row?.name ?? null
}

/** All kecamatan of the regency and the city of that name, and those that bear it themselves. */
async function districtsOf(ctx: Ctx, regency: string): Promise<FoundDistrict[]> {
  const words = typedWords(regency)
  return namedDistricts(ctx, words, { matches: allStart(words), limit: MOST_OF_NAMED })
}

/** What a regency or city is called without saying which of the two it is. */
const ownName = sql<string>`fold(regexp_replace(r.name, '^(Kabupaten|Kota)( Administrasi)? ', ''))`

/** `surabaya` and `kota surabaya` alike, `palangka raya` for Palangkaraya too. */
const isNameOfRegency = (typed: string) => sql<boolean>`(replace(${typed}, ' ', '') in (
  replace(fold(replace(r.name, ' Administrasi', '')), ' ', ''), replace(${ownName}, ' ', '')))`

/** Each word begins one of the place's. */
const allStart = (words: readonly string[]) =>
  allOf(words.map((word) => sql<boolean>`position(${` ${word}`} in ' ' || d.words) > 0`))

const districtQuery = (ctx: Ctx) =>
  ctx.db
    .selectFrom('district as d')
    .innerJoin('regency as r', 'r.code', 'd.regency_code')
    .innerJoin('province as p', 'p.code', 'r.province_code')
    .select([
      'd.code',
      sql<string>`coalesce(d.spoken, d.name)`.as('name'),
      'r.code as regencyCode',
      'r.name as regencyName',
      'p.code as provinceCode',
      'p.name as provinceName',
    ])

const labelled = (ctx: Ctx, row: Omit<District, 'label'>): District => ({
  ...row,
  label: districtLabel(ctx.locale, row),
})

const allOf = (conditions: RawBuilder<boolean>[]) => sql<boolean>`(${sql.join(conditions, sql` and `)})`
