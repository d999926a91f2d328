import type { IndicatorKey } from './indicator.ts'

/** What a figure means, as anyone may read it. */
export interface Definition {
  name: string
  /** How it is counted, numerator and denominator. */
  formula: string
  source: string
  /** What it does not say. */
  limits: string
}

const ATTENDANCE_ID = 'Daftar hadir tiap sesi, diisi petugas perpustakaan.'
const ATTENDANCE_EN = 'The attendance list of each session, filled in by library staff.'
const ORDERS_ID = 'Pesanan, pembayaran, dan paket di situs ini.'
const ORDERS_EN = 'Orders, payments and parcels on this site.'

/** The words of every figure. Shown beside it and on the page about how we count. */
export const DEFINITIONS: Record<IndicatorKey, { id: Definition; en: Definition }> = {
  'trainings-held': {
    id: {
      name: 'Pelatihan terlaksana',
      formula:
        'Jumlah pelatihan yang sudah terlaksana dan berakhir dalam jangka waktu ini. Pelatihan beberapa hari dihitung satu.',
      source: 'Catatan pelatihan perpustakaan.',
      limits: 'Rencana dan pelatihan yang batal tidak ikut. Angka ini tidak mengatakan apa yang dipelajari.',
    },
    en: {
      name: 'Trainings held',
      formula:
        'Trainings that took place and ended in this period. One that lasted several days counts once.',
      source: 'The libraries’ training records.',
      limits: 'Planned and cancelled trainings are left out. It does not say what was learnt.',
    },
  },
  attendances: {
    id: {
      name: 'Kehadiran',
      formula:
        'Jumlah orang yang hadir di setiap sesi, dijumlahkan. Orang yang datang ke tiga sesi dihitung tiga kali.',
      source: ATTENDANCE_ID,
      limits: 'Ini bukan jumlah orang. Tamu tidak ikut dihitung.',
    },
    en: {
      name: 'Attendances',
      formula:
        'People present at each session, added up. Someone who came to three sessions counts three times.',
      source: ATTENDANCE_EN,
      limits: 'It is not a number of people. Guests are not counted.',
    },
  },
  participants: {
    id: {
      name: 'Orang yang ikut pelatihan',
      formula: 'Jumlah orang berbeda yang hadir paling sedikit di satu sesi dalam jangka waktu ini.',
      source: ATTENDANCE_ID,
      limits:
        'Jumlah per tahun tidak boleh dijumlahkan, sebab satu orang bisa ikut di beberapa tahun. Pelatihan tanpa daftar hadir tidak ikut. Satu sampai empat orang ditulis “<5”.',
    },
    en: {
      name: 'People trained',
      formula: 'Different people present at one session or more in this period.',
      source: ATTENDANCE_EN,
      limits:
        'Years must not be added up: one person may come in several. Trainings without a list are left out. One to four people are written “<5”.',
    },
  },
  'participants-reported': {
    id: {
      name: 'Peserta menurut laporan',
      formula:
        'Jumlah peserta yang disebut laporan atau berita, hanya untuk pelatihan yang tidak punya daftar hadir di sini.',
      source: 'Laporan atau berita yang disebut di halaman pelatihannya.',
      limits:
        'Orang yang sama bisa terhitung lebih dari sekali, jadi angka ini tidak dijumlahkan dengan orang dari daftar hadir.',
    },
    en: {
      name: 'Participants as reported',
      formula:
        'The number of participants given by a report or the news, only for trainings that have no list here.',
      source: 'The report or news named on the training’s page.',
      limits: 'The same person may be counted more than once, so it is not added to the people on our lists.',
    },
  },
  'trained-groups-selling': {
    id: {
      name: 'Kelompok terlatih yang berjualan',
      formula:
        'Kelompok dengan paling sedikit satu penjualan selesai dalam jangka waktu ini, dibagi semua kelompok yang tercatat ikut pelatihan. Kelompok yang di sini hanya memajang barang contoh dan tidak menjual tidak dihitung.',
      source: 'Catatan pelatihan, pesanan, dan paket.',
      limits: 'Penjualan di luar situs ini tidak terlihat. Urutan waktu bukan bukti sebab.',
    },
    en: {
      name: 'Trained groups that sell',
      formula:
        'Groups with one completed sale or more in this period, out of all groups recorded at a training. Groups that only show sample pieces here and sell nothing are not counted.',
      source: 'Training records, orders and parcels.',
      limits: 'Sales elsewhere are not seen. Coming after a training does not mean being caused by it.',
    },
  },
  'active-groups-selling': {
    id: {
      name: 'Kelompok aktif yang berjualan',
      formula:
        'Kelompok dengan paling sedikit satu penjualan selesai dalam jangka waktu ini, dibagi semua kelompok yang sekarang aktif. Kelompok yang di sini hanya memajang barang contoh dan tidak menjual tidak dihitung.',
      source: 'Catatan kelompok, pesanan, dan paket.',
      limits: 'Penjualan di luar situs ini tidak terlihat. Kelompok yang sedang istirahat tidak ikut.',
    },
    en: {
      name: 'Active groups that sell',
      formula:
        'Groups with one completed sale or more in this period, out of all groups active today. Groups that only show sample pieces here and sell nothing are not counted.',
      source: 'Group records, orders and parcels.',
      limits: 'Sales elsewhere are not seen. Groups that are resting are left out.',
    },
  },
  'first-sale-90-days': {
    id: {
      name: 'Penjualan pertama dalam 90 hari',
      formula:
        'Kelompok yang pesanan pertamanya dibuat paling lama 90 hari sesudah pelatihan pertamanya berakhir, dibagi kelompok yang 90 harinya sudah lewat dan yang dalam 90 hari itu sudah punya barang yang dijual di sini. Kelompok yang di sini hanya memajang barang contoh dan tidak menjual tidak dihitung.',
      source: 'Catatan pelatihan dan pesanan yang selesai.',
      limits:
        'Kelompok yang dalam 90 hari itu belum punya barang di sini tidak ikut, misalnya yang dilatih jauh sebelum situs ini buka: ia belum bisa berjualan di sini. Kelompok yang sudah berjualan di sini sebelum dilatih juga tidak ikut.',
    },
    en: {
      name: 'First sale within 90 days',
      formula:
        'Groups whose first completed order was placed no more than 90 days after their first training ended, out of groups whose 90 days are over and that had a piece on sale here within them. Groups that only show sample pieces here and sell nothing are not counted.',
      source: 'Training records and completed orders.',
      limits:
        'Groups without a piece here in those 90 days are left out, such as those trained long before this site opened: they could not yet sell here. So are groups that sold here before their training.',
    },
  },
  'completed-orders': {
    id: {
      name: 'Pesanan selesai',
      formula:
        'Pesanan yang sudah dibayar dan paketnya diterima, atau sudah dikirim 14 hari (jalan yang lama: seminggu lewat perkiraan tiba) tanpa keluhan.',
      source: ORDERS_ID,
      limits:
        'Satu pesanan dari dua kelompok tetap satu, dihitung pada hari paket pertamanya selesai. Yang kemudian dikembalikan masih terhitung di sini; uangnya dikurangkan dari nilai penjualan.',
    },
    en: {
      name: 'Completed orders',
      formula:
        'Orders that are paid for and whose parcel has been received, or was sent 14 days ago (on a long way: a week past its expected arrival) without a complaint.',
      source: ORDERS_EN,
      limits:
        'An order from two groups is one order, counted on the day its first parcel is completed. One refunded later still counts here; the refund is taken off the sales.',
    },
  },
  'completed-sales': {
    id: {
      name: 'Nilai penjualan selesai',
      formula:
        'Harga barang dari paket yang sudah dibayar dan diterima, atau dikirim 14 hari (jalan yang lama: seminggu lewat perkiraan tiba) tanpa keluhan, dikurangi yang dikembalikan.',
      source: ORDERS_ID,
      limits:
        'Ongkos kirim dan kode unik tidak ikut. Ini bukan keuntungan: bahan dan tenaga belum dikurangkan. Satu pesanan besar bisa menjadi sebagian besarnya.',
    },
    en: {
      name: 'Completed sales',
      formula:
        'The price of pieces in parcels that are paid for and received, or were sent 14 days ago (on a long way: a week past their expected arrival) without a complaint, less refunds.',
      source: ORDERS_EN,
      limits:
        'Shipping and unique codes are not in it. It is not profit: materials and labour are not deducted. One large order can be most of it.',
    },
  },
  'training-linked-share': {
    id: {
      name: 'Porsi penjualan terkait pelatihan',
      formula:
        'Nilai penjualan selesai dari barang yang, pada hari dipesan, terkait dengan pelatihan yang sudah berakhir, dibagi seluruh nilai penjualan selesai.',
      source: 'Pesanan, dengan kaitan pelatihan yang dicatat pada hari barang dipesan.',
      limits:
        'Terkait bukan berarti disebabkan. Barang yang terkait dengan dua pelatihan dihitung satu kali. Persen baru ditulis mulai sepuluh pesanan.',
    },
    en: {
      name: 'Share of sales linked to a training',
      formula:
        'Completed sales of pieces that, on the day they were ordered, were linked to a training that had ended, out of all completed sales.',
      source: 'Orders, with the training links recorded on the day of the order.',
      limits:
        'Linked does not mean caused. A piece linked to two trainings counts once. A percentage is shown from ten orders up.',
    },
  },
}

/** Printed under every page of outcomes; the groups' other supporters are named after it. */
export const ATTRIBUTION = {
  id: 'Angka ini menunjukkan hubungan waktu antara pelatihan dan penjualan, bukan bukti bahwa pelatihan adalah penyebabnya.',
  en: 'These figures show how trainings and sales followed each other in time; they do not prove that the trainings were the cause.',
} as const
