import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { isCountryName } from './countries.ts'
import {
  type District,
  districtLabel,
  type FoundDistrict,
  MOST_FOUND,
  type Place,
  type Village,
} from './district.ts'

/** Words that say what a place is rather than which. */
const RANKS = new Set(['kec', 'kecamatan', 'kab', 'kabupaten', 'prov', 'provinsi', 'desa', 'kelurahan'])
const MOST_WORDS = 6
/** All kecamatan of a regency and of the city of its name: Bandung has 61. */
const MOST_OF_NAMED = 80
/** Low enough for a vowel heard wrong in a short name: `telok` for Teluk. */
const DISTANT_LIKENESS = 0.45
/** A word without one is nobody's way to hear a place: `xxxx` is not Batin XXIV. */
const VOWEL = /[aeiou]/
/** A few letters in common say nothing about which kecamatan of a regency is meant. */
const UNLIKE = 0.5

/**
 * Kecamatan whose name, regency or province is like what was typed, spelling errors and joined words forgiven;
 * a village of Kayong Utara leads to its kecamatan. The name of a regency or city finds all its kecamatan, by name and
 * before all else; otherwise the best match first, then what is nearest to the shop. Nothing is found by the name of
 * another country.
 */
export async function searchDistricts(ctx: Ctx, text: string): Promise<FoundDistrict[]> {
  const words = wordsOf(text)
  if (!words.some((word) => word.length > 1)) return []
  if (await isRegency(ctx, words.join(' ')))
    return rankedDistricts(ctx, words, allStart(words), MOST_OF_NAMED)
  const near = words.map((word) => sql<boolean>`${word} <% d.words`)
  const found = await rankedDistricts(ctx, words, allOf(near), MOST_FOUND)
  if (found.some(({ isGuess }) => !isGuess)) return found
  if (isCountryName(text)) return []
  if (found.length > 0) return found
  if (!words.every((word) => VOWEL.test(word))) return []
  // without the index: only when the ordinary search found nothing
  const distant = words.map((word) => sql<boolean>`word_similarity(${word}, d.words) >= ${DISTANT_LIKENESS}`)
  return rankedDistricts(ctx, words, allOf(distant), MOST_FOUND)
}

/** A kecamatan by its code, or null. */
export async function findDistrict(ctx: Ctx, code: string): Promise<District | null> {
  const row = await districtQuery(ctx).where('d.code', '=', code).executeTakeFirst()
  return row ? labelled(ctx, row) : null
}

/** A kecamatan by its own code or by that of a village in it, or null. */
export async function findPlace(ctx: Ctx, code: string): Promise<Place | null> {
  const district = await findDistrict(ctx, code.slice(0, '61.11.01'.length))
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

async function rankedDistricts(
  ctx: Ctx,
  words: string[],
  matches: RawBuilder<boolean>,
  limit: number,
): Promise<FoundDistrict[]> {
  const typed = words.join(' ')
  const name = sql<string>`fold(coalesce(d.spoken, d.name))`
  const joined = sql<string>`fold(d.name)`
  const byVillage = sql`select v.district_code from village v
    where ${typed} in (fold(coalesce(v.spoken, v.name)), fold(v.name), v.postal_code)`
  const isNamed = sql<boolean>`(${typed} in (${name}, ${joined}) or d.code in (${byVillage}))`
  const isInNamed = isNameOfRegency(typed)
  const rows = await districtQuery(ctx)
    .select([
      villageMeant(typed).as('village'),
      sql<boolean>`not (${isNamed} or ${allStart(words)})`.as('isGuess'),
      isInNamed.as('isInNamed'),
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
  return rows.map(({ village, isGuess, isInNamed, ...row }) => ({
    ...labelled(ctx, row),
    village,
    isGuess,
    isInNamed,
  }))
}

async function isRegency({ db }: Ctx, typed: string): Promise<boolean> {
  const row = await db
    .selectFrom('regency as r')
    .where(isNameOfRegency(typed))
    .select('r.code')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** `surabaya` and `kota surabaya` alike. */
const isNameOfRegency = (typed: string) => sql<boolean>`(${typed} in (
  fold(replace(r.name, ' Administrasi', '')),
  fold(regexp_replace(r.name, '^(Kabupaten|Kota)( Administrasi)? ', ''))))`

/** Each word begins one of the place's. */
const allStart = (words: readonly string[]) =>
  allOf(words.map((word) => sql<boolean>`position(${` ${word}`} in ' ' || d.words) > 0`))

/** The village of a kecamatan that what was typed is more like than it is like the kecamatan, its regency and province. */
const villageMeant = (typed: string) => sql<Place['village']>`(
  select jsonb_build_object('code', v.code, 'name', coalesce(v.spoken, v.name))
  from village v cross join lateral (select word_similarity(${typed}, fold(concat_ws(' ', v.spoken, v.name))) as likeness) l
  where v.district_code = d.code
    and likeness > greatest(${DISTANT_LIKENESS}, word_similarity(${typed}, fold(concat_ws(' ', d.spoken, d.name, r.name, p.name))))
  order by likeness desc, v.code limit 1
)`

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

/** Folded as the database folds, so that what is typed and what is stored meet. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !RANKS.has(word))
    .slice(0, MOST_WORDS)
}
