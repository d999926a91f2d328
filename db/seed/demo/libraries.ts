import type { Insertable } from 'kysely'
import type { DB } from '#db/schema.ts'
import { seedId } from '../rows.ts'

/** Real villages; that each has such a library, with such hours, is invented. */
const VILLAGES: [village: string, code: string][] = [
  ['Pampang Harapan', '61.11.01.2007'],
  ['Sejahtera', '61.11.01.2003'],
  ['Batu Barat', '61.11.02.2007'],
  ['Alur Bandung', '61.11.03.2002'],
  ['Kemboja', '61.11.04.2002'],
]

const slugOf = (village: string) => `perpustakaan-desa-${village.toLowerCase().replaceAll(' ', '-')}`
const villageLibraryId = (village: string) => seedId(`library:${slugOf(village)}`)

export const libraries: Insertable<DB['library']>[] = VILLAGES.map(([village, code]) => ({
  id: villageLibraryId(village),
  slug: slugOf(village),
  kind: 'village',
  name: `Perpustakaan Desa ${village}`,
  village_code: code,
  about_id: `Ruang baca di Desa ${village}. Selain meminjamkan buku, perpustakaan ini menjadi tempat berkumpul kelompok perajin dan tempat pelatihan keterampilan.`,
  about_en: `A reading room in ${village} village. Besides lending books it is where the craft group meets and where skills are taught.`,
  hours_id: 'Senin–Kamis, 08.00–14.00 WIB',
  hours_en: 'Monday to Thursday, 08:00–14:00 WIB',
  is_demo: true,
}))
