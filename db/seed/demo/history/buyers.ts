import { type Random, randomFrom } from '../../illustrations/random.ts'
import { shuffled } from '../people.ts'
import { HOMES, type Home, JAYAPURA } from './homes.ts'

export interface Buyer {
  name: string
  phone: string
  email: string | null
  locale: 'id' | 'en'
  country: string
  district: string | null
  street: string | null
  village: string | null
  postalCode: string | null
  landmark: string | null
}

const FIRST =
  'Dewi,Rina,Yusnita,Maya,Fitri,Ratna,Indah,Novi,Lestari,Wulan,Ayu,Tika,Nabila,Sarah,Hesti,Mega,Putri,Siska,Vera,Winda,Andi,Bayu,Dedi,Eko,Fajar,Gunawan,Hasan,Irwan,Joko,Lukman,Mahmud,Nanang,Rahmat,Samsul,Taufik,Wahyu,Yanto,Zaenal,Theresia,Maria'.split(
    ',',
  )
const LAST =
  'Anggraini,Kusuma,Hidayah,Permata,Safitri,Pratiwi,Handayani,Wijaya,Saputra,Nugroho,Ramadhan,Siregar,Lubis,Tanjung,Setiawan,Maulana,Oktaviani,Rahayu,Utami,Halim,Firdaus,Gunawan,Susanti,Iskandar'.split(
    ',',
  )
const STREETS = 'Melati,Kenanga,Cempaka,Anggrek,Mawar,Dahlia,Flamboyan,Teratai,Bougenvil,Kamboja'.split(',')
const LANDMARKS = [
  'Rumah cat hijau di seberang surau',
  'Sebelah warung Bu Haji',
  'Dekat dermaga kayu',
  'Belakang kantor desa',
  'Rumah panggung pagar putih',
  'Depan lapangan voli',
  'Samping SD',
]

const ABROAD: [name: string, country: string, email: string, street: string][] = [
  ['Siti Rahimah Osman', 'MY', 'siti.rahimah@example.com', '12 Jalan Bunga Raya, 93350 Kuching, Sarawak'],
  ['Emma de Vries', 'NL', 'emma.devries@example.com', 'Prinsengracht 1000-A, 1017 KL Amsterdam'],
  ['Hannah Collins', 'AU', 'hannah.collins@example.com', '5 Example Street, Fremantle WA 6160'],
  ['Tan Wei Ling', 'SG', 'weiling.tan@example.com', 'Blk 100 Example Avenue #05-12, Singapore 560100'],
  ['Naoko Mori', 'JP', 'naoko.mori@example.com', '1-2-3 Example-cho, Kyoto 600-8001'],
]

/** Everybody who ever bought here, as invented as their telephone numbers: +62812000 and five digits. */
export interface Buyers {
  /** Some are at home in the regency, some come back, one lives where no tariff is known. */
  domestic: Buyer[]
  remote: Buyer
  abroad: Buyer[]
}

export function inventBuyers(count: number): Buyers {
  const random = randomFrom('buyers')
  const names = shuffled(
    FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`)),
    random,
  )
  const domestic = Array.from({ length: count }, (_, at) => {
    // one name in six is a single word, as many are
    const full = names[at] ?? ''
    const name = random() < 1 / 6 ? (full.split(' ')[0] ?? full) : full
    return livingAt(homeFor(random), name, at + 1, random)
  })
  return {
    domestic,
    remote: livingAt(JAYAPURA, 'Yohana Wenda', 900, random),
    abroad: ABROAD.map(([name, country, email, street], at) => ({
      ...nowhere,
      name,
      country,
      email,
      street,
      locale: 'en',
      phone: phone(950 + at),
    })),
  }
}

const nowhere = { district: null, village: null, postalCode: null, landmark: null }
const phone = (at: number) => `+62812000${String(10_000 + at)}`

function homeFor(random: Random): Home {
  let left = random() * HOMES.reduce((total, home) => total + home.weight, 0)
  return HOMES.find((home) => (left -= home.weight) < 0) ?? JAYAPURA
}

function livingAt(home: Home, name: string, at: number, random: Random): Buyer {
  const mailbox = `${name.toLowerCase().replaceAll(' ', '.')}${at}@example.com`
  const street = `Jl. ${STREETS[Math.floor(random() * STREETS.length)]} No. ${1 + Math.floor(random() * 80)}`
  const landmark = LANDMARKS[Math.floor(random() * LANDMARKS.length)] ?? null
  return {
    name,
    phone: phone(at),
    email: random() < 0.6 ? mailbox : null,
    locale: 'id',
    country: 'ID',
    district: home.district,
    street: home.isRural && random() < 0.5 ? null : street,
    village: home.village,
    postalCode: home.postalCode,
    landmark: home.isRural ? landmark : null,
  }
}
