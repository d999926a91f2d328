import type { Insertable } from 'kysely'
import type { DB } from '#db/schema.ts'
import { seedId } from '../rows.ts'

// Facts with a source, and nothing else. What no source says (telephone, hours, street, teachers, lengths of sessions)
// stays empty until the library service fills it in; officials and craftswomen named in the news are not repeated here.

const REGENCY_LIBRARY = 'dispersip-kayong-utara'
export const PERAMAS_INDAH = 'peramas-indah'
const WEAVING_NEWS =
  'http://perpustakaan.kalbarprov.go.id/index.php/2-uncategorised/67-pentingnya-pengembangan-perpustakaan-berbasis-inklusi-sosial'
const WEAVING_2020 = 'anyaman-pandan-2020'

const SUKADANA = '61.11.01'
const PANGKALAN_BUTON = '61.11.01.2002'
const LEKAR_NEWS =
  'https://www.suarakalbar.co.id/2021/09/dispersip-kku-gelar-pelatihan-pembuatan-lekar-dari-lidi-pohon/'

export const library: Insertable<DB['library']> = {
  id: seedId(`library:${REGENCY_LIBRARY}`),
  slug: REGENCY_LIBRARY,
  kind: 'regency',
  name: 'Dinas Perpustakaan dan Kearsipan Kabupaten Kayong Utara',
  address: 'Sukadana, Kabupaten Kayong Utara, Kalimantan Barat',
  about_id:
    'Mengurus perpustakaan umum dan kearsipan Kabupaten Kayong Utara. Lewat program Transformasi Perpustakaan Berbasis Inklusi Sosial, perpustakaan juga menjadi tempat orang belajar keterampilan bersama.',
  about_en:
    'Runs the public library and the archives of Kayong Utara regency. Under the national programme for libraries based on social inclusion, the library is also a place where people learn skills together.',
  source_url: LEKAR_NEWS,
}

export const trainings: Insertable<DB['training']>[] = [
  {
    id: seedId(`training:${WEAVING_2020}`),
    slug: WEAVING_2020,
    title_id: 'Pelatihan menganyam pandan',
    title_en: 'Pandan weaving training',
    summary_id:
      'Sosialisasi program dan pelatihan membuat barang anyaman pandan bersama kelompok Pengrajin Peramas Indah Sukadana dan petugas perpustakaan desa. Pesertanya dibatasi dan protokol kesehatan dijalankan. Kegiatan ini menyusul pelatihan daring Perpustakaan Nasional pada 27–29 Juli 2020. Nama pelatih dan daftar hadirnya belum dicatat.',
    summary_en:
      'A presentation of the programme and a training in making woven pandan goods, with the craft group Peramas Indah of Sukadana and village library officers. Numbers were kept small and health rules followed. It came after the National Library’s online training of 27–29 July 2020. The teachers and the attendance list are not recorded yet.',
    library_id: seedId(`library:${REGENCY_LIBRARY}`),
    strategy: 'pelibatan-masyarakat',
    skill: 'anyam',
    place_id: 'Ruang Bacaan Dinas Perpustakaan dan Kearsipan',
    place_en: 'Reading room of the library and archives service',
    district_code: SUKADANA,
    state: 'held',
    starts_on: '2020-08-18',
    ends_on: '2020-08-18',
    source_url: WEAVING_NEWS,
  },
  {
    id: seedId('training:lekar-lidi-kelapa-2021'),
    slug: 'lekar-lidi-kelapa-2021',
    title_id: 'Pelatihan membuat lekar dari lidi kelapa',
    title_en: 'Training in making lekar from coconut-leaf ribs',
    summary_id:
      'Membuat lekar, alas piring dari lidi pohon kelapa, dengan seorang instruktur. Diikuti 15 orang; beberapa peserta datang dari desa penerima manfaat program. Daftar hadirnya belum dicatat.',
    summary_en:
      'Making lekar, plate holders of coconut-leaf ribs, with one instructor. Fifteen people took part, some of them from villages that benefit from the programme. The attendance list is not recorded yet.',
    library_id: seedId(`library:${REGENCY_LIBRARY}`),
    strategy: 'pelibatan-masyarakat',
    skill: 'lekar',
    // the news names no venue, so no district is claimed either
    place_id: 'Kabupaten Kayong Utara (tempatnya tidak disebut dalam berita)',
    place_en: 'Kayong Utara Regency (the news does not name the venue)',
    district_code: null,
    state: 'held',
    starts_on: '2021-08-31',
    ends_on: '2021-08-31',
    reported_participant_count: 15,
    source_url: LEKAR_NEWS,
  },
]

export const group: Insertable<DB['craft_group']> = {
  id: seedId(`group:${PERAMAS_INDAH}`),
  slug: PERAMAS_INDAH,
  name: 'Peramas Indah',
  village_code: PANGKALAN_BUTON,
  about_id:
    'Kelompok perajin anyaman pandan di Desa Pangkalan Buton, sudah ada sebelum November 2011. Pada April 2019 anggotanya bersama pemerintah desa menyiapkan lahan untuk menanam pandan. Keterangan ini diambil dari berita; kelompok belum mengisi profilnya sendiri.',
  about_en:
    'A group of pandan weavers in Pangkalan Buton village, in existence before November 2011. In April 2019 its members and the village government prepared land to grow pandan. All this comes from the news; the group has not written its own profile yet.',
  weave_motif: 'polos',
  weave_colour: 'pandan',
  shows_samples_only: true,
  source_url: 'http://yayasanpalung.blogspot.com/2011/11/pelatihan-bagi-para-pengrajin-tikar.html',
}

export const groupTraining: Insertable<DB['group_training']> = {
  group_id: seedId(`group:${PERAMAS_INDAH}`),
  training_id: seedId(`training:${WEAVING_2020}`),
  evidence: 'documented',
  note_id: 'Disebut dalam berita 18\u00a0Agustus\u00a02020.',
  note_en: 'Named in the news of 18\u00a0August\u00a02020.',
}
