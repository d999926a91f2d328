import type { Insertable } from 'kysely'
import type { DB } from '#db/schema.ts'
import { seedId } from '../rows.ts'

export type GroupSlug = 'seroja' | 'bakau-indah' | 'tanjung-belimbing' | 'mekar-pandan' | 'ombak-kemboja'

interface DemoGroup {
  slug: GroupSlug
  name: string
  village: string
  founded: number
  weave: [motif: string, colour: string]
  about_id: string
  about_en: string
  supporters: {
    name: string
    gloss_en: string
    years: [number, number | null]
    note_id: string
    note_en: string
  }[]
}

/** Five invented groups in real villages. */
const GROUPS: DemoGroup[] = [
  {
    slug: 'seroja',
    name: 'Seroja',
    village: '61.11.01.2007',
    founded: 2013,
    weave: ['pucuk-rebung', 'kesumba'],
    about_id:
      'Empat belas ibu di kaki Gunung Palung. Kami menganyam tas, bakul, dan dompet di beranda rumah salah seorang anggota setiap Selasa dan Kamis sore, sesudah pekerjaan rumah selesai. Daun pandan duri kami ambil dari tepi sungai, delapan helai muda selalu ditinggal supaya rumpunnya tumbuh lagi.',
    about_en:
      'Fourteen women at the foot of Gunung Palung. We weave bags, baskets and purses on one member’s veranda on Tuesday and Thursday afternoons, once the work at home is done. We cut thorny screwpine by the river and always leave eight young leaves, so that the clump grows back.',
    supporters: [
      {
        name: 'Tim Penggerak PKK desa',
        gloss_en: 'the village women’s organisation',
        years: [2014, null],
        note_id: 'Meminjamkan mesin jahit dan mengajak kelompok ke pameran kabupaten.',
        note_en: 'Lends sewing machines and takes the group to the regency fair.',
      },
      {
        name: 'Pemerintah desa',
        gloss_en: 'the village government',
        years: [2022, null],
        note_id: 'Dana desa untuk dandang pewarna dan rak jemur.',
        note_en: 'Funds for dye pots and drying racks.',
      },
    ],
  },
  {
    slug: 'bakau-indah',
    name: 'Bakau Indah',
    village: '61.11.01.2003',
    founded: 2015,
    weave: ['pagar', 'tarum'],
    about_id:
      'Kelompok pesisir di Desa Sejahtera, dua belas anggota. Tikar dan tudung saji adalah pekerjaan kami sejak lama; lembar tikar yang lebar kami kerjakan berdua atau bertiga. Warnanya banyak dari kulit bakau dan daun ketapang.',
    about_en:
      'A coastal group in Sejahtera, twelve members. Mats and food covers have long been our work; a wide mat is woven by two or three of us side by side. Many of our colours come from mangrove bark and sea almond leaves.',
    supporters: [
      {
        name: 'Tim Penggerak PKK desa',
        gloss_en: 'the village women’s organisation',
        years: [2015, null],
        note_id: 'Mengatur arisan bahan dan membeli tikar untuk acara desa.',
        note_en: 'Runs the savings round for materials and buys mats for village events.',
      },
    ],
  },
  {
    slug: 'tanjung-belimbing',
    name: 'Tanjung Belimbing',
    village: '61.11.02.2007',
    founded: 2016,
    weave: ['bunga-tanjung', 'kunyit'],
    about_id:
      'Sebelas perajin Desa Batu Barat, di antaranya tiga ibu yang menganyam bersama anak perempuannya. Kami dikenal karena sajadah dan sandal. Anyaman kami rapat: bilahnya empat milimeter, dibelah dengan jangka buatan bapak-bapak di sini.',
    about_en:
      'Eleven makers in Batu Barat, three of them mothers weaving with a daughter. We are known for prayer mats and sandals. Our weave is tight: strips of four millimetres, split with a jangka, a toothed tool that the men here make.',
    supporters: [
      {
        name: 'Badan usaha milik desa',
        gloss_en: 'the village’s own enterprise',
        years: [2019, null],
        note_id: 'Menitipkan barang di kios desa.',
        note_en: 'Sells the group’s goods in the village kiosk.',
      },
    ],
  },
  {
    slug: 'mekar-pandan',
    name: 'Mekar Pandan',
    village: '61.11.03.2002',
    founded: 2018,
    weave: ['belah-ketupat', 'manggis'],
    about_id:
      'Kelompok muda di Alur Bandung, sepuluh anggota. Awalnya kami penjahit; pandan datang kemudian. Karena itu sebagian tas dan dompet kami berlapis kain, ada yang beritsleting. Barang diantar ke pelabuhan Teluk Batang setiap Jumat.',
    about_en:
      'A young group in Alur Bandung, ten members. We began as seamstresses and pandan came later, which is why some of our bags and purses are lined, and some have a zip. Parcels go to Teluk Batang harbour every Friday.',
    supporters: [
      {
        name: 'Karang Taruna desa',
        gloss_en: 'the village youth organisation',
        years: [2020, null],
        note_id: 'Membantu memotret barang dan mengurus kiriman.',
        note_en: 'Helps to photograph the goods and to look after parcels.',
      },
      {
        name: 'Tim Penggerak PKK desa',
        gloss_en: 'the village women’s organisation',
        years: [2018, 2023],
        note_id: 'Pelatihan menjahit dasar sebelum kelompok menganyam.',
        note_en: 'Basic sewing lessons before the group took up weaving.',
      },
    ],
  },
  {
    slug: 'ombak-kemboja',
    name: 'Ombak Kemboja',
    village: '61.11.04.2002',
    founded: 2024,
    weave: ['mata-punai', 'pandan'],
    about_id:
      'Sembilan perempuan Pulau Maya yang menganyam sambil menunggu suami pulang melaut. Pandan laut tumbuh di belakang pantai. Barang kami menyeberang dengan perahu ke Teluk Batang; kalau gelombang tinggi, kiriman menunggu.',
    about_en:
      'Nine women of Pulau Maya who weave while the boats are out. Sea pandan grows behind the beach. Our goods cross to Teluk Batang by boat; when the waves are high, parcels wait.',
    supporters: [
      {
        name: 'Kelompok nelayan desa',
        gloss_en: 'the village fishers’ group',
        years: [2024, null],
        note_id: 'Membawa paket menyeberang tanpa ongkos bila perahu berangkat.',
        note_en: 'Carries parcels across free of charge when a boat leaves.',
      },
    ],
  },
]

export const groupId = (slug: string) => seedId(`group:${slug}`)
export const villageOfGroup = (slug: GroupSlug): string =>
  GROUPS.find((group) => group.slug === slug)?.village ?? ''

export const groups: Insertable<DB['craft_group']>[] = GROUPS.map((group) => ({
  id: groupId(group.slug),
  slug: group.slug,
  name: group.name,
  village_code: group.village,
  about_id: group.about_id,
  about_en: group.about_en,
  founded_year: group.founded,
  weave_motif: group.weave[0],
  weave_colour: group.weave[1],
  is_demo: true,
}))

export const supporters: Insertable<DB['group_supporter']>[] = GROUPS.flatMap(({ slug, supporters }) =>
  supporters.map(({ years: [since, until], ...supporter }) => ({
    id: seedId(`supporter:${slug}:${supporter.name}`),
    group_id: groupId(slug),
    ...supporter,
    since_year: since,
    until_year: until,
  })),
)
