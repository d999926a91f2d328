import type { Insertable } from 'kysely'
import type { DB } from '#db/schema.ts'
import { seedId } from '../rows.ts'
import { PERAMAS_INDAH } from './programme.ts'

interface Support {
  name: string
  gloss_en: string
  year: number
  note_id: string
  note_en: string
  source_url: string
}

const QUALITY_TRAINING_NEWS =
  'https://pontianak.tribunnews.com/2020/02/04/yayasan-palung-gelar-pelatihan-peningkatan-kualitas-produk-pandan-di-kku'

const PALUNG = { name: 'Yayasan Palung', gloss_en: 'the Palung foundation' }

/** Others had trained and helped Peramas Indah for almost nine years before the library did: no page may forget that. */
const SUPPORT: Support[] = [
  {
    ...PALUNG,
    year: 2011,
    note_id: 'Pelatihan menganyam tikar pandan di kantor Desa Pangkalan Buton, 27–29 November 2011.',
    note_en: 'Training in weaving pandan mats at the Pangkalan Buton village office, 27–29 November 2011.',
    source_url: 'http://yayasanpalung.blogspot.com/2011/11/pelatihan-bagi-para-pengrajin-tikar.html',
  },
  {
    ...PALUNG,
    year: 2013,
    note_id:
      'Pelatihan mengolah tikar pandan menjadi aksesori, 23–26 Mei 2013, untuk kelompok dari empat desa.',
    note_en:
      'Training in turning pandan mats into accessories, 23–26 May 2013, for groups from four villages.',
    source_url: 'http://gemasolidaritas.blogspot.com/2013/06/mengolah-produk-tikar-pandan-menjadi.html',
  },
  {
    ...PALUNG,
    year: 2015,
    note_id: 'Pertemuan rutin jaringan perajin di Desa Pampang Harapan, antara lain pada 11 September 2015.',
    note_en: 'Regular meetings of the makers’ network in Pampang Harapan, one of them on 11 September 2015.',
    source_url:
      'https://yayasanpalung.com/2015/10/12/berkumpulnya-para-pengrajin-hhbk-dipertemuan-jaringan-di-bentangor-yayasan-palung/',
  },
  {
    name: 'Pemerintah Desa Pangkalan Buton',
    gloss_en: 'the village government',
    year: 2019,
    note_id: 'Lahan desa seluas 150–200 meter persegi untuk kebun pandan, disurvei pada April 2019.',
    note_en: 'Land of 150–200 square metres for growing pandan, surveyed in April 2019.',
    source_url:
      'https://pontianak.tribunnews.com/2019/05/26/para-perajin-siapkan-lahan-untuk-budidaya-dan-lestarikan-tanaman-pandan-di-desa-pangkalan-buton',
  },
  {
    ...PALUNG,
    year: 2020,
    note_id:
      'Pelatihan peningkatan kualitas produk pandan, 29–30 Januari 2020, dengan 31 peserta dari empat kelompok.',
    note_en:
      'Training to improve the quality of pandan goods, 29–30 January 2020, with 31 participants from four groups.',
    source_url: QUALITY_TRAINING_NEWS,
  },
  {
    name: 'Dekranasda Kabupaten Kayong Utara',
    gloss_en: 'the regency’s craft council',
    year: 2020,
    note_id: 'Galerinya menjadi tempat pelatihan 29–30 Januari 2020; wakilnya hadir.',
    note_en: 'Its gallery housed the training of 29–30 January 2020; its representatives attended.',
    source_url: QUALITY_TRAINING_NEWS,
  },
  {
    name: 'Dinas Perdagangan Kabupaten Kayong Utara',
    gloss_en: 'the regency’s trade service',
    year: 2020,
    note_id: 'Wakilnya hadir dalam pelatihan 29–30 Januari 2020.',
    note_en: 'Its representatives attended the training of 29–30 January 2020.',
    source_url: QUALITY_TRAINING_NEWS,
  },
]

export const supporters: Insertable<DB['group_supporter']>[] = SUPPORT.map(({ year, ...support }) => ({
  ...support,
  id: seedId(`supporter:${PERAMAS_INDAH}:${support.name}:${year}`),
  group_id: seedId(`group:${PERAMAS_INDAH}`),
  since_year: year,
  until_year: year,
}))
