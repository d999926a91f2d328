import { editDistance } from '#app/lib/edit-distance.ts'

/** Words that say what a place is rather than which. */
const RANKS = new Set(['kec', 'kecamatan', 'kab', 'kabupaten', 'prov', 'provinsi', 'desa', 'kelurahan'])
/** What people write for a place, and what it is called. */
const EVERYDAY_NAMES = new Map([
  ['jogja', ['yogyakarta']],
  ['yogya', ['yogyakarta']],
  ['jogya', ['yogyakarta']],
  ['jogjakarta', ['yogyakarta']],
  ['solo', ['surakarta']],
  ['jkt', ['jakarta']],
  ['jakpus', ['jakarta', 'pusat']],
  ['jakut', ['jakarta', 'utara']],
  ['jakbar', ['jakarta', 'barat']],
  ['jaksel', ['jakarta', 'selatan']],
  ['jaktim', ['jakarta', 'timur']],
  ['tangsel', ['tangerang', 'selatan']],
  ['bdg', ['bandung']],
  ['sby', ['surabaya']],
  ['smg', ['semarang']],
  ['plg', ['palembang']],
  ['tasik', ['tasikmalaya']],
  ['ptk', ['pontianak']],
  ['kku', ['kayong', 'utara']],
  ['sei', ['sungai']],
])
const MOST_WORDS = 6
/** One wrong letter in so many is a slip; more make another word. */
const LETTERS_PER_SLIP = 4
const MOST_SLIPS = 2

/** The words that say which place is meant, folded as the database folds, so that what is typed and what is stored meet. */
export const placeWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !RANKS.has(word))

/** The words of what was typed, an everyday name as the name it stands for; more than a few say no more. */
export const typedWords = (text: string): string[] =>
  placeWords(text)
    .flatMap((word) => EVERYDAY_NAMES.get(word) ?? [word])
    .slice(0, MOST_WORDS)

/** Whether each word begins one of a name, or, where slips are forgiven, is nearly one; joined and parted words alike. */
export function isHeardIn(words: readonly string[], names: readonly string[], forgiving: boolean): boolean {
  const spellings = names.flatMap((name) => runsOf(placeWords(name)))
  const isHeard = (word: string) => spellings.some((spelling) => isMeant(word, spelling, forgiving))
  return isHeard(words.join('')) || words.every(isHeard)
}

const isMeant = (word: string, spelling: string, forgiving: boolean): boolean =>
  spelling.startsWith(word) || (forgiving && isNearly(word, spelling))

function isNearly(word: string, spelling: string): boolean {
  const slips = Math.min(MOST_SLIPS, Math.floor(word.length / LETTERS_PER_SLIP))
  return Math.abs(word.length - spelling.length) <= slips && editDistance(word, spelling) <= slips
}

/** Of the names that what was typed may be a slip of, parted words joined, the one most like it and how many letters differ. */
export function nearestName(
  words: readonly string[],
  names: readonly string[],
): { name: string; slips: number } | null {
  const typed = words.join('')
  const [nearest] = names
    .map((name) => ({ name, spelling: placeWords(name).join('') }))
    .filter(({ spelling }) => isNearly(typed, spelling))
    .map(({ name, spelling }) => ({ name, slips: editDistance(typed, spelling) }))
    .sort((a, b) => a.slips - b.slips)
  return nearest ?? null
}

/** Every few words that stand beside each other, written as one: `teluk`, `telukbatang`, `batang`. */
const runsOf = (words: readonly string[]): string[] =>
  words.flatMap((_, from) =>
    words.slice(from, from + MOST_WORDS).map((_, more) => words.slice(from, from + more + 1).join('')),
  )

/**
 * The village by which a place was found: the one that says most of the words which neither the kecamatan nor what it lies
 * in says. Null where there are no such words, no village says them, or several say as many of them and none is named whole.
 */
export function villageMeant<V extends { name: string }>(
  words: readonly string[],
  { own, villages, forgiving }: { own: readonly string[]; villages: readonly V[]; forgiving: boolean },
): V | null {
  if (isHeardIn(words, own, forgiving)) return null
  const rest = words.filter((word) => !isHeardIn([word], own, forgiving))
  const said = (name: string) =>
    isHeardIn([rest.join('')], [name], forgiving)
      ? rest.length + 1
      : rest.filter((word) => isHeardIn([word], [name], forgiving)).length
  const [best, other] = villages
    .map((village) => ({ village, said: said(village.name), far: distance(rest, village.name) }))
    .filter(({ said }) => said > 0)
    .sort((a, b) => b.said - a.said || a.far - b.far)
  const isWhole = best && placeWords(best.village.name).every((word) => words.includes(word))
  return !best || (other?.said === best.said && !isWhole) ? null : best.village
}

const distance = (words: readonly string[], name: string) =>
  editDistance(words.join(''), placeWords(name).join(''))
