import { type Random, randomFrom } from '../illustrations/random.ts'
import { seedId } from '../rows.ts'
import { demoMembers } from './members.ts'

export interface DemoPerson {
  id: string
  name: string
  village: string
  sex: 'female' | 'male' | null
  born: number | null
  phoneTail: string | null
}

const WOMEN =
  'Sulastri,Mahani,Juhairiah,Rosmini,Hayati,Wahidah,Sukarti,Nilawati,Syarifah,Ernawati,Jaleha,Suparti,Yanti,Nurbaiti,Hernawati,Siti Zubaidah,Rukiah,Desi Ratnasari,Masitah,Lela,Ngatini,Ratna Dewi,Kamsiah,Mardiana,Salasiah,Titin,Umi Kalsum,Harlina,Sarinah,Evi Susanti,Saniah,Tuti Alawiyah,Nur Asiah,Wati,Siti Hajar,Rosita,Maisarah,Endang,Dayang Maini,Purwanti,Nadiah,Sumarni,Hatifah,Rusmini,Asnah,Linda Wati,Juwita,Painah,Rahmawati,Suhartini'.split(
    ',',
  )
const MEN =
  'Jailani,Hamdan,Bujang,Mulyadi,Iskandar,Usman,Suparman,Abdul Gani,Syafruddin,Rudi Hartono,Zulkifli,Junaidi,Asmuni,Tarmizi,Heri,M. Yusuf'.split(
    ',',
  )

/** Village library officers, as invented as everybody else: one a village, in the order they joined the programme. */
const OFFICERS: [name: string, sex: 'female' | 'male', born: number, village: string][] = [
  ['Rosnani', 'female', 1984, '61.11.01.2007'],
  ['Hendra', 'male', 1990, '61.11.01.2003'],
  ['Leni Marlini', 'female', 1988, '61.11.01.2006'],
  ['Sapiah', 'female', 1979, '61.11.02.2007'],
  ['Fahrul', 'male', 1993, '61.11.02.2005'],
  ['Nurlela', 'female', 1986, '61.11.01.2002'],
  ['Yati', 'female', 1991, '61.11.03.2002'],
  ['Budi Santoso', 'male', 1985, '61.11.03.2003'],
  ['Rina Agustina', 'female', 1995, '61.11.04.2002'],
  ['Mansur', 'male', 1982, '61.11.04.2001'],
  ['Sri Rahayu', 'female', 1989, '61.11.05.2001'],
  ['Dian Puspita', 'female', 1992, '61.11.01.2001'],
]

export const memberAsPerson = (member: (typeof demoMembers)[number], village: string): DemoPerson => {
  const random = randomFrom(`person:${member.group}:${member.key}`)
  return {
    id: seedId(`participant:${member.group}:${member.key}`),
    name: member.name,
    village,
    sex: 'female',
    born: member.born,
    phoneTail: tail(random, 0.8),
  }
}

export const officers: DemoPerson[] = OFFICERS.map(([name, sex, born, village]) => ({
  id: seedId(`participant:officer:${name}`),
  name,
  village,
  sex,
  born,
  phoneTail: tail(randomFrom(`officer:${name}`), 1),
}))

/** The households around the groups: who else came. The same people answer for a village every time it is asked for. */
export function makeNeighbourhood(): (village: string, count: number) => DemoPerson[] {
  const random = randomFrom('neighbours')
  const names = shuffled([...WOMEN, ...MEN], random)
  const byVillage = new Map<string, DemoPerson[]>()
  return (village, count) => {
    const known = byVillage.get(village) ?? []
    while (known.length < count) known.push(newNeighbour(village, names.pop(), random))
    byVillage.set(village, known)
    return known.slice(0, count)
  }
}

function newNeighbour(village: string, name: string | undefined, random: Random): DemoPerson {
  if (!name) throw new RangeError('No invented name is left: add some')
  const isKnown = (share: number) => random() < share
  return {
    id: seedId(`participant:${village}:${name}`),
    name,
    village,
    sex: isKnown(0.97) ? (MEN.includes(name) ? 'male' : 'female') : null,
    born: isKnown(0.93) ? Math.round(random.range(1958, 2004)) : null,
    phoneTail: tail(random, 0.6),
  }
}

function tail(random: Random, share: number): string | null {
  const digits = String(Math.floor(random() * 10_000)).padStart(4, '0')
  return random() < share ? digits : null
}

/** The items in an order the seed decides. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const order = items.map((item) => ({ item, rank: random() }))
  return order.sort((a, b) => a.rank - b.rank).map(({ item }) => item)
}
