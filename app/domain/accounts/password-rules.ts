import { COMMON_BASES, COMMON_PASSWORDS } from './common-passwords.ts'

const PASSWORD_MIN = 12
const PASSWORD_MAX = 128
/** A password needs so many letters or digits that are not in anybody's name or address. */
const LETTERS_OF_ONES_OWN = 6

export type PasswordFlaw = 'too-short' | 'too-long' | 'common' | 'repetitive' | 'own-words'

/**
 * What is wrong with a new password; null when nothing is. No rules about capitals or digits: length and
 * not being guessable are what counts.
 * @param ownWords what anybody knows about the person: their name, their e-mail address
 */
export function passwordFlaw(password: string, ownWords: readonly string[]): PasswordFlaw | null {
  const length = Array.from(password).length
  if (length < PASSWORD_MIN) return 'too-short'
  if (length > PASSWORD_MAX) return 'too-long'
  const plain = password.normalize('NFKC').toLowerCase()
  if (isRepetitive(plain)) return 'repetitive'
  if (isCommon(plain)) return 'common'
  if (isMadeOf(plain, ownWords.flatMap(partsOf))) return 'own-words'
  return null
}

/** `aaaaaaaaaaaa`, `abcabcabcabc`, `123456789012`: few different characters, or each the neighbour of the last. */
function isRepetitive(plain: string): boolean {
  if (new Set(plain).size < 5) return true
  const steps = Array.from(
    { length: plain.length - 1 },
    (_, at) => plain.charCodeAt(at + 1) - plain.charCodeAt(at),
  )
  return steps.filter((step) => Math.abs(step) <= 1).length > steps.length * 0.7
}

/** One of the passwords tried first anywhere, or one common word with figures and marks around it. */
function isCommon(plain: string): boolean {
  if (COMMON_PASSWORDS.has(plain)) return true
  const bases = plain.split(/[^a-z]+/).filter(Boolean)
  const rest = plain.replace(/[a-z]/g, '')
  const core = bases.join('')
  if (core.length === 0) return rest.length < 16
  return bases.length <= 1 ? COMMON_BASES.has(core) : new Set(bases).size === 1 && COMMON_BASES.has(core)
}

const partsOf = (words: string): string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 4)

/** Whether hardly a letter or digit is left without the words, alone or together. */
function isMadeOf(plain: string, words: readonly string[]): boolean {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest !== plain && rest.replace(/[^\p{L}\p{N}]/gu, '').length < LETTERS_OF_ONES_OWN
}
