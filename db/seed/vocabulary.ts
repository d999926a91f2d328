/**
 * The words every deployment starts with. They come from published descriptions of the craft in
 * Kayong Utara; nothing here is told by a named weaver yet, so meanings stay empty until somebody tells them.
 */
export interface Kind {
  slug: string
  nameId: string
  nameEn: string
  blurbId: string
  blurbEn: string
  /** What else people call it or look for it as, in either language: found by search, shown nowhere. */
  alsoCalled: string
  /** What it is counted in, where that is not the piece. */
  unit?: 'pair'
}

export interface MotifEntry {
  slug: string
  /** Motif names stay Indonesian in English text. */
  name: string
  glossEn: string | null
  /** null: not recorded yet. */
  meaningId: string | null
  meaningEn: string | null
  toldBy: string | null
  place: string | null
  sourceUrl: string | null
  scope: 'kayong-utara' | 'umum-melayu' | 'sebutan'
}

export interface Term {
  slug: string
  nameId: string
  nameEn: string
}

export const kinds: readonly Kind[] = [
  {
    slug: 'tas',
    nameId: 'Tas',
    nameEn: 'Bags',
    blurbId:
      'Tas jinjing, tas selempang, dan tas laptop dari anyaman pandan. Untuk ke pasar, kantor, dan sekolah.',
    blurbEn: 'Totes, sling bags and laptop bags of plaited pandan. For the market, the office and school.',
    alsoCalled: 'tas tangan handbag tote purse',
  },
  {
    slug: 'tikar',
    nameId: 'Tikar',
    nameEn: 'Mats',
    blurbId:
      'Alas duduk dan tidur dari bilah pandan. Dibentang bila tamu datang, digulung bila hari selesai.',
    blurbEn: 'For sitting and sleeping on. Spread out when guests come, rolled up when the day is done.',
    alsoCalled: 'karpet alas lantai alas duduk rug carpet floor mat sleeping mat',
  },
  {
    slug: 'bakul',
    nameId: 'Bakul',
    nameEn: 'Baskets',
    blurbId: 'Wadah beras, belanjaan, dan mainan anak. Ada yang bertelinga, ada yang bertutup.',
    blurbEn: 'For rice, shopping and children’s toys. Some have ears to lift them by, some have lids.',
    alsoCalled: 'keranjang wadah raga basket hamper',
  },
  {
    slug: 'dompet',
    nameId: 'Dompet',
    nameEn: 'Clutches',
    blurbId: 'Dompet tangan dan dompet lipat dari anyaman pandan. Ringan dibawa ke undangan.',
    blurbEn: 'Clutches and purses of plaited pandan. Light enough to carry all evening.',
    alsoCalled: 'wallet purse pouch handbag oleh-oleh suvenir souvenir kado hadiah gift present',
  },
  {
    slug: 'topi',
    nameId: 'Topi',
    nameEn: 'Hats',
    blurbId: 'Topi lebar dan caping untuk ke kebun, ke pantai, dan ke pasar. Teduh, dan angin masih lewat.',
    blurbEn:
      'Wide brims and field cones for garden, beach and market. Shade that still lets the air through.',
    alsoCalled: 'caping sun hat straw hat',
  },
  {
    slug: 'tempat-tisu',
    nameId: 'Tempat tisu',
    nameEn: 'Tissue boxes',
    blurbId: 'Kotak tisu dari anyaman pandan, untuk meja tamu dan mobil.',
    blurbEn: 'Boxes of plaited pandan, for the sitting room and the car.',
    alsoCalled: 'kotak tisu tissue cover tissue holder',
  },
  {
    slug: 'tudung-saji',
    nameId: 'Tudung saji',
    nameEn: 'Food covers',
    blurbId: 'Penutup hidangan di meja makan. Lalat tidak masuk, uap nasi masih bisa keluar.',
    blurbEn: 'Covers for dishes on the table. Flies stay out, and the steam of the rice still gets away.',
    alsoCalled: 'tutup saji tutup makanan penutup makanan food dome dish cover',
  },
  {
    slug: 'sandal',
    nameId: 'Sandal',
    nameEn: 'Sandals',
    blurbId: 'Sandal rumah beralas anyaman pandan. Ukurannya ditulis pada tiap barang.',
    blurbEn: 'House sandals with a footbed of plaited pandan. Each piece says its sizes.',
    alsoCalled: 'selop slipper slippers flip-flop flipflop',
    unit: 'pair',
  },
  {
    slug: 'sajadah',
    nameId: 'Sajadah',
    nameEn: 'Prayer mats',
    blurbId: 'Alas salat dari anyaman pandan. Digulung, ringan dibawa ke surau.',
    blurbEn: 'Prayer mats of plaited pandan. Rolled up, they are light to carry.',
    alsoCalled: 'alas salat alas sholat solat shalat tikar sembahyang prayer rug',
  },
  {
    slug: 'kotak-pensil',
    nameId: 'Kotak pensil',
    nameEn: 'Pencil boxes',
    blurbId: 'Kotak panjang bertutup untuk pensil, kuas, dan sendok garpu. Muat dalam tas sekolah.',
    blurbEn: 'Long lidded boxes for pencils, brushes or cutlery. They fit in a school bag.',
    alsoCalled: 'tempat pensil pencil case',
  },
  {
    slug: 'alas-gelas',
    nameId: 'Alas gelas',
    nameEn: 'Coasters',
    blurbId: 'Alas untuk gelas dan cangkir. Meja tidak berbekas gelas kopi.',
    blurbEn: 'For glasses and cups. No more rings of coffee on the table.',
    alsoCalled:
      'tatakan gelas tatakan cangkir drink mat placemat oleh-oleh suvenir souvenir kado hadiah gift present',
  },
  {
    slug: 'kipas',
    nameId: 'Kipas',
    nameEn: 'Hand fans',
    blurbId: 'Kipas tangan dari anyaman pandan. Untuk siang yang panas, bisa juga untuk bara api.',
    blurbEn: 'Hand fans of plaited pandan. For hot afternoons, and for coaxing the charcoal.',
    alsoCalled: 'kipas tangan fan oleh-oleh suvenir souvenir kado hadiah gift present',
  },
  {
    slug: 'kopiah',
    nameId: 'Kopiah',
    nameEn: 'Caps',
    blurbId: 'Kopiah dari anyaman pandan, ringan di kepala.',
    blurbEn: 'Caps of plaited pandan, light on the head.',
    alsoCalled: 'peci songkok kopyah cap hat',
  },
  {
    slug: 'gantungan-kunci',
    nameId: 'Gantungan kunci',
    nameEn: 'Key rings',
    blurbId: 'Anyaman sebesar dua jari untuk kunci rumah atau ritsleting tas. Oleh-oleh yang paling ringan.',
    blurbEn:
      'A piece of plaiting two fingers wide, for house keys or a zip. The lightest gift to bring home.',
    alsoCalled: 'keychain key chain oleh-oleh suvenir souvenir kado hadiah gift present',
  },
  {
    slug: 'lekar',
    nameId: 'Lekar',
    nameEn: 'Rib plates',
    blurbId: 'Piring dan alas periuk dari lidi kelapa atau nipah. Bukan pandan, tapi satu keluarga di dapur.',
    blurbEn: 'Plates and pot stands of coconut or nipah ribs. Not pandan, but at home in the same kitchen.',
    alsoCalled: 'piring lidi alas periuk plate pot stand',
  },
]

const PUCUK_REBUNG_SOURCE =
  'https://pontianak.tribunnews.com/2015/12/01/cerita-sukses-pengrajin-asal-kayong-utara'
const TUKUK_GARAM_SOURCE =
  'https://pontianak.tribunnews.com/2020/02/04/yayasan-palung-gelar-pelatihan-peningkatan-kualitas-produk-pandan-di-kku'
const FAUNA_SOURCE = 'http://aisbatu.blogspot.com/2011/03/seni-anyaman-tikar-mengkuang-kelarai.html'
const FLORA_SOURCE = 'http://limminghoay.blogspot.com/2011/10/tikar-mengkuang-pandan.html'

const reported = {
  toldBy: null,
  meaningId: null,
  meaningEn: null,
  place: 'Kayong Utara',
  scope: 'kayong-utara',
} as const
const general = { toldBy: null, place: null, scope: 'umum-melayu' } as const
/** A word that only says how a piece looks. */
const plain = { toldBy: null, place: null, scope: 'sebutan', sourceUrl: null } as const

/** The motifs that news reports name for Kayong Utara, and the plain weave. */
export const motifs: readonly MotifEntry[] = [
  {
    ...reported,
    slug: 'pucuk-rebung',
    name: 'Pucuk rebung',
    glossEn: 'bamboo shoot',
    sourceUrl: PUCUK_REBUNG_SOURCE,
  },
  { ...reported, slug: 'tukuk-garam', name: 'Tukuk garam', glossEn: null, sourceUrl: TUKUK_GARAM_SOURCE },
  {
    ...reported,
    slug: 'corak-serong',
    name: 'Corak serong',
    glossEn: 'slanting pattern',
    sourceUrl: TUKUK_GARAM_SOURCE,
  },
  { ...reported, slug: 'pagar', name: 'Pagar', glossEn: 'fence', sourceUrl: PUCUK_REBUNG_SOURCE },
  {
    ...plain,
    slug: 'polos',
    name: 'Polos',
    glossEn: 'plain',
    meaningId: 'Tanpa motif: yang tampak hanya bilah dan arah anyamannya.',
    meaningEn: 'No motif: only the strips and the direction of the weave show.',
  },
]

/** Names that are general in Malay plaiting. The demo pieces use them; none is claimed for Kayong Utara. */
export const demoMotifs: readonly MotifEntry[] = [
  {
    ...general,
    slug: 'siku-keluang',
    name: 'Siku keluang',
    glossEn: 'bat’s elbow',
    meaningId:
      'Harfiah: siku keluang. Keluang ialah kelelawar besar pemakan buah. Nama umum dalam anyaman Melayu; ceritanya di Kayong Utara belum dicatat.',
    meaningEn:
      'Literally the elbow of the keluang, the large fruit bat. A general name in Malay plaiting; its story in Kayong Utara is not recorded yet.',
    sourceUrl: FAUNA_SOURCE,
  },
  {
    ...general,
    slug: 'mata-punai',
    name: 'Mata punai',
    glossEn: 'pigeon’s eye',
    meaningId:
      'Harfiah: mata burung punai. Nama umum dalam anyaman Melayu; ceritanya di Kayong Utara belum dicatat.',
    meaningEn:
      'Literally the eye of the punai, a green pigeon. A general name in Malay plaiting; its story in Kayong Utara is not recorded yet.',
    sourceUrl: FLORA_SOURCE,
  },
  {
    ...general,
    slug: 'bunga-tanjung',
    name: 'Bunga tanjung',
    glossEn: 'tanjung flower',
    meaningId:
      'Harfiah: bunga pohon tanjung. Nama umum dalam anyaman Melayu; ceritanya di Kayong Utara belum dicatat.',
    meaningEn:
      'Literally the flower of the tanjung tree. A general name in Malay plaiting; its story in Kayong Utara is not recorded yet.',
    sourceUrl: FLORA_SOURCE,
  },
  {
    ...general,
    slug: 'tampuk-manggis',
    name: 'Tampuk manggis',
    glossEn: 'mangosteen calyx',
    meaningId:
      'Harfiah: tampuk buah manggis, tempat melekatnya tangkai. Nama umum dalam anyaman Melayu; ceritanya di Kayong Utara belum dicatat.',
    meaningEn:
      'Literally the calyx of the mangosteen, where the stalk holds on. A general name in Malay plaiting; its story in Kayong Utara is not recorded yet.',
    sourceUrl: FLORA_SOURCE,
  },
  {
    ...general,
    slug: 'belah-ketupat',
    name: 'Belah ketupat',
    glossEn: 'split ketupat, a lozenge',
    meaningId:
      'Harfiah: ketupat yang dibelah, sebutan sehari-hari untuk bangun wajik. Nama umum dalam anyaman Melayu; ceritanya di Kayong Utara belum dicatat.',
    meaningEn:
      'Literally a ketupat rice cake cut in half, the everyday word for a lozenge. A general name in Malay plaiting; its story in Kayong Utara is not recorded yet.',
    sourceUrl: FLORA_SOURCE,
  },
  {
    ...plain,
    slug: 'jalur',
    name: 'Jalur',
    glossEn: 'bands or stripes',
    meaningId: 'Sebutan biasa untuk jalur warna melintang. Bukan nama motif turunan.',
    meaningEn: 'A plain word for bands of colour across the piece, not an inherited motif name.',
  },
  {
    ...plain,
    slug: 'lorong',
    name: 'Lorong',
    glossEn: 'lanes',
    meaningId: 'Sebutan biasa untuk jalur warna tegak. Bukan nama motif turunan.',
    meaningEn: 'A plain word for upright lanes of colour, not an inherited motif name.',
  },
  {
    ...plain,
    slug: 'kisi',
    name: 'Kisi',
    glossEn: 'lattice',
    meaningId:
      'Sebutan biasa untuk bilah berwarna yang bersilang seperti kisi-kisi. Bukan nama motif turunan.',
    meaningEn: 'A plain word for dyed strips crossing like a lattice, not an inherited motif name.',
  },
]

export const techniques: readonly Term[] = [
  { slug: 'anyaman-polos', nameId: 'Anyaman polos', nameEn: 'Plain plaiting' },
  { slug: 'kelarai', nameId: 'Kelarai', nameEn: 'Patterned plaiting (kelarai)' },
  { slug: 'kelarai-serong', nameId: 'Kelarai serong', nameEn: 'Diagonal kelarai' },
  { slug: 'lapis-dua', nameId: 'Lapis dua', nameEn: 'Double layer' },
  { slug: 'jahit', nameId: 'Jahit', nameEn: 'Sewn from plaited sheet' },
  { slug: 'lilit', nameId: 'Lilit', nameEn: 'Coiled' },
]

export const materials: readonly Term[] = [
  { slug: 'pandan-laut', nameId: 'Pandan laut', nameEn: 'Sea pandan' },
  { slug: 'pandan-duri', nameId: 'Pandan duri', nameEn: 'Thorny screwpine' },
  { slug: 'pandan-pahang', nameId: 'Pandan pahang', nameEn: 'Pandan pahang (local name)' },
  { slug: 'mengkuang', nameId: 'Mengkuang', nameEn: 'Mengkuang screwpine' },
  { slug: 'kain', nameId: 'Kain', nameEn: 'Cloth' },
  { slug: 'kulit', nameId: 'Kulit', nameEn: 'Leather' },
  { slug: 'ritsleting', nameId: 'Ritsleting', nameEn: 'Zip' },
  { slug: 'tempurung-kelapa', nameId: 'Tempurung kelapa', nameEn: 'Coconut shell' },
  { slug: 'karet', nameId: 'Karet', nameEn: 'Rubber' },
  { slug: 'rotan', nameId: 'Rotan', nameEn: 'Rattan' },
  { slug: 'bambu', nameId: 'Bambu', nameEn: 'Bamboo' },
  { slug: 'kayu', nameId: 'Kayu', nameEn: 'Wood' },
  { slug: 'logam', nameId: 'Logam', nameEn: 'Metal' },
  { slug: 'resam', nameId: 'Resam', nameEn: 'Resam fern' },
  { slug: 'keladi-air', nameId: 'Keladi air', nameEn: 'Keladi air (local name)' },
  { slug: 'lidi-kelapa', nameId: 'Lidi kelapa', nameEn: 'Coconut-leaf ribs' },
  { slug: 'lidi-nipah', nameId: 'Lidi nipah', nameEn: 'Nipah-leaf ribs' },
]

export const dyes: readonly Term[] = [
  { slug: 'tanpa-pewarna', nameId: 'Tanpa pewarna', nameEn: 'Undyed' },
  { slug: 'pewarna-alami', nameId: 'Pewarna alami', nameEn: 'Natural dye' },
  { slug: 'pewarna-sintetis', nameId: 'Pewarna sintetis', nameEn: 'Synthetic dye' },
]
