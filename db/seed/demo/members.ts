import type { Insertable } from 'kysely'
import { type Day, day, startOfDay } from '#app/lib/day.ts'
import type { DB } from '#db/schema.ts'
import { randomFrom } from '../illustrations/random.ts'
import { seedId } from '../rows.ts'
import { type GroupSlug, groupId } from './groups.ts'

/** Invented people, eight to fifteen a group: key, name, year of birth. Products name their maker by the key. */
const MEMBERS: Record<GroupSlug, [key: string, name: string, born: number][]> = {
  seroja: [
    ['rohana', 'Rohana', 1969],
    ['saibah', 'Saibah', 1961],
    ['timah', 'Timah', 1957],
    ['maimunah', 'Maimunah', 1974],
    ['norlela', 'Norlela', 1982],
    ['aminah', 'Aminah', 1971],
    ['kartini', 'Kartini', 1979],
    ['siti-aisyah', 'Siti Aisyah', 1990],
    ['rusnah', 'Rusnah', 1966],
    ['yuliana', 'Yuliana', 1993],
    ['hamidah', 'Hamidah', 1964],
    ['mariani', 'Mariani', 1985],
    ['latifah', 'Latifah', 1976],
    ['dewi-lestari', 'Dewi Lestari', 1997],
  ],
  'bakau-indah': [
    ['nurhayati', 'Nurhayati', 1972],
    ['salmah', 'Salmah', 1965],
    ['jamilah', 'Jamilah', 1980],
    ['masnah', 'Masnah', 1959],
    ['zainab', 'Zainab', 1968],
    ['erna', 'Erna', 1988],
    ['suryani', 'Suryani', 1984],
    ['khadijah', 'Khadijah', 1962],
    ['marlina', 'Marlina', 1991],
    ['hafsah', 'Hafsah', 1975],
    ['nuraini', 'Nuraini', 1986],
    ['rabiah', 'Rabiah', 1955],
  ],
  'tanjung-belimbing': [
    ['halijah', 'Halijah', 1963],
    ['ramlah', 'Ramlah', 1970],
    ['zubaidah', 'Zubaidah', 1978],
    ['mardiah', 'Mardiah', 1967],
    ['fitriani', 'Fitriani', 1992],
    ['saodah', 'Saodah', 1960],
    ['nurjanah', 'Nurjanah', 1983],
    ['lisnawati', 'Lisnawati', 1989],
    ['rohani', 'Rohani', 1973],
    ['murni', 'Murni', 1981],
    ['ida-royani', 'Ida Royani', 1995],
  ],
  'mekar-pandan': [
    ['sri-wahyuni', 'Sri Wahyuni', 1987],
    ['asmah', 'Asmah', 1977],
    ['juriah', 'Juriah', 1982],
    ['sutinah', 'Sutinah', 1970],
    ['rina', 'Rina Marlina', 1994],
    ['wagiyem', 'Wagiyem', 1964],
    ['eka', 'Eka Safitri', 1996],
    ['maryam', 'Maryam', 1980],
    ['tri-astuti', 'Tri Astuti', 1991],
    ['nurlaila', 'Nurlaila', 1985],
  ],
  'ombak-kemboja': [
    ['mastura', 'Mastura', 1976],
    ['hasnah', 'Hasnah', 1966],
    ['fatimah-h', 'Fatimah H.', 1981],
    ['normah', 'Normah', 1971],
    ['sadiah', 'Sadiah', 1958],
    ['robiah', 'Robiah', 1984],
    ['munirah', 'Munirah', 1990],
    ['jumiati', 'Jumiati', 1988],
    ['halimah', 'Halimah', 1963],
  ],
}

/** When most members of a group joined it and put their consents on record. */
const JOINED: Record<GroupSlug, Day> = {
  seroja: day('2013-04-09'),
  'bakau-indah': day('2015-02-17'),
  'tanjung-belimbing': day('2016-08-02'),
  'mekar-pandan': day('2018-06-05'),
  'ombak-kemboja': day('2024-09-10'),
}
const ASKED_ON = '2025-05-06'
/** Makers who said no to being named, so that the shop shows how it keeps silent about them. */
const UNNAMED = new Set(['timah', 'masnah', 'saodah', 'wagiyem', 'sadiah', 'rabiah'])
const TOOK_BACK = 'jamilah'

export interface DemoMember {
  id: string
  group: GroupSlug
  key: string
  name: string
  born: number
}
export const memberId = (group: string, key: string) => seedId(`member:${group}:${key}`)

export const demoMembers: DemoMember[] = (Object.keys(MEMBERS) as GroupSlug[]).flatMap((group) =>
  MEMBERS[group].map(([key, name, born]) => ({ id: memberId(group, key), group, key, name, born })),
)

/** @param participantOf the attendance list's id of a member, where she is on one */
export const memberRows = (
  participantOf: (member: DemoMember) => string | null,
): Insertable<DB['member']>[] =>
  demoMembers.map((member) => ({
    id: member.id,
    group_id: groupId(member.group),
    name: member.name,
    honorific: member.born > 1990 ? 'Kak' : 'Bu',
    participant_id: participantOf(member),
    joined_on: JOINED[member.group],
    is_demo: true,
  }))

const OTHER_PURPOSES = [
  ['public-photo', 0.45],
  ['public-story', 0.35],
  ['follow-up-contact', 0.8],
  ['income-data', 0.5],
] as const

/** One row a purpose, as the law asks; nobody is bundled into anything by having attended. */
export const consents: Insertable<DB['consent']>[] = demoMembers.flatMap((member) => {
  const random = randomFrom(`consent:${member.group}:${member.key}`)
  const channel = random.pick(['paper', 'paper', 'voice', 'whatsapp'])
  const purposes: string[] = OTHER_PURPOSES.filter(([, share]) => random() < share).map(
    ([purpose]) => purpose,
  )
  if (!UNNAMED.has(member.key)) purposes.push('public-name')
  return purposes.map((purpose) => ({
    id: seedId(`consent:${member.group}:${member.key}:${purpose}`),
    member_id: member.id,
    purpose,
    text_version: '2025-05',
    channel,
    given_by: 'self',
    witness: 'Petugas perpustakaan desa',
    given_on: ASKED_ON,
    withdrawn_at:
      member.key === TOOK_BACK && purpose === 'public-name' ? startOfDay(day('2026-08-19')) : null,
  }))
})
