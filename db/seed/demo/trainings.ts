import { day } from '#app/lib/day.ts'
import { seedId } from '../rows.ts'
import type { DemoTraining } from './training.ts'

const library = (slug: string) => seedId(`library:${slug}`)
const REGENCY = library('dispersip-kayong-utara')

/** Eight invented trainings, 2020 to 2026. Places and villages are real; people, days and money are not. */
export const DEMO_TRAININGS: DemoTraining[] = [
  {
    slug: 'dasar-anyam-pandan-2020',
    title: ['Dasar anyam pandan', 'Pandan weaving, the first steps'],
    summary: [
      'Dari memilih daun, membuang duri, dan menjangka bilah sampai anyaman polos dan tepi yang rapi. Setiap peserta pulang membawa satu alas gelas buatannya.',
      'From choosing leaves, stripping thorns and splitting even strips to the plain weave and a neat edge. Everyone went home with a coaster of their own.',
    ],
    libraryId: REGENCY,
    skill: 'anyam',
    strategy: 'pelibatan-masyarakat',
    place: ['Ruang baca perpustakaan kabupaten', 'Reading room of the regency library'],
    district: '61.11.01',
    budget: 'APBD',
    sessions: [
      [
        day('2020-11-11'),
        300,
        'Menyiapkan daun dan menjangka bilah',
        'Preparing leaves and splitting strips',
      ],
      [day('2020-11-12'), 300, 'Anyaman polos dan menyisip tepi', 'Plain weave and tucking in the edge'],
    ],
    facilitators: [
      ['Marhamah', 'instructor'],
      ['Deni Saputra', 'facilitator'],
    ],
    groups: [
      ['seroja', 7, 'documented'],
      ['bakau-indah', 5, 'documented'],
    ],
    others: [
      ['61.11.01.2007', 4],
      ['61.11.01.2006', 4],
      ['61.11.01.2001', 3],
    ],
    officers: 3,
  },
  {
    slug: 'tikar-dan-sajadah-2021',
    title: ['Tikar dan sajadah', 'Mats and prayer mats'],
    summary: [
      'Tiga hari menganyam lembar lebar: menyambung bilah, menjaga lebar tetap lurus, dan motif pagar untuk tepi sajadah.',
      'Three days on wide sheets: joining strips, keeping the width true, and the fence motif for the border of a prayer mat.',
    ],
    libraryId: library('perpustakaan-desa-batu-barat'),
    skill: 'anyam',
    strategy: 'pelibatan-masyarakat',
    place: ['Perpustakaan Desa Batu Barat', 'Batu Barat village library'],
    district: '61.11.02',
    budget: 'APBDes',
    sessions: [
      [day('2021-09-21'), 330, 'Menyambung bilah untuk lembar lebar', 'Joining strips for wide sheets'],
      [day('2021-09-22'), 330, 'Motif pagar dan ukuran sajadah', 'The fence motif and prayer-mat sizes'],
      [day('2021-09-23'), 270, 'Merapikan tepi dan menggulung', 'Finishing edges and rolling'],
    ],
    facilitators: [['Salbiah', 'instructor']],
    groups: [['tanjung-belimbing', 8, 'documented']],
    others: [
      ['61.11.02.2007', 5],
      ['61.11.02.2005', 4],
      ['61.11.02.2004', 3],
    ],
    officers: 2,
  },
  {
    slug: 'pewarnaan-alam-2022',
    title: ['Pewarnaan alam', 'Natural dyes'],
    summary: [
      'Merebus kunyit, kulit bakau, daun ketapang, dan secang; takaran tawas dan kapur; lalu mencatat resep di kartu supaya warnanya bisa diulang.',
      'Boiling turmeric, mangrove bark, sea almond leaves and sappan wood; how much alum and lime; and writing each recipe on a card so that the colour can be made again.',
    ],
    libraryId: library('perpustakaan-desa-pampang-harapan'),
    skill: 'pewarnaan',
    strategy: 'pelibatan-masyarakat',
    place: ['Perpustakaan Desa Pampang Harapan', 'Pampang Harapan village library'],
    district: '61.11.01',
    budget: 'DAK',
    sessions: [
      [
        day('2022-06-14'),
        360,
        'Kuning dan merah: kunyit dan secang',
        'Yellow and red: turmeric and sappan wood',
      ],
      [
        day('2022-06-15'),
        300,
        'Cokelat dan hitam: bakau dan ketapang',
        'Brown and black: mangrove and sea almond',
      ],
    ],
    facilitators: [
      ['Wiwik Handayani', 'instructor'],
      ['Deni Saputra', 'facilitator'],
    ],
    groups: [
      ['seroja', 9, 'documented'],
      ['bakau-indah', 7, 'documented'],
    ],
    others: [
      ['61.11.01.2002', 5],
      ['61.11.01.2005', 3],
    ],
    officers: 3,
  },
  {
    slug: 'jahit-tas-dan-dompet-2023',
    title: ['Menjahit tas dan dompet', 'Sewing bags and purses'],
    summary: [
      'Memotong lembar anyaman tanpa terurai, memasang furing dan ritsleting, dan menjahit tali yang kuat. Hari keempat, sepekan kemudian, khusus membahas jahitan yang lepas.',
      'Cutting woven sheet without fraying, fitting a lining and a zip, and sewing on handles that hold. The fourth day, a week later, was for seams that had come loose.',
    ],
    libraryId: library('perpustakaan-desa-alur-bandung'),
    skill: 'jahit',
    strategy: 'pelibatan-masyarakat',
    place: ['Perpustakaan Desa Alur Bandung', 'Alur Bandung village library'],
    district: '61.11.03',
    budget: 'APBD',
    sessions: [
      [day('2023-03-07'), 330, 'Pola dan memotong lembar anyaman', 'Patterns and cutting woven sheet'],
      [day('2023-03-08'), 330, 'Furing dan ritsleting', 'Linings and zips'],
      [day('2023-03-09'), 330, 'Tali dan kancing', 'Handles and buttons'],
      [day('2023-03-14'), 240, 'Memperbaiki jahitan', 'Mending seams'],
    ],
    facilitators: [
      ['Nining Kurniasih', 'instructor'],
      ['Agus Salim', 'facilitator'],
    ],
    groups: [
      ['mekar-pandan', 8, 'documented'],
      ['seroja', 4, 'documented'],
    ],
    others: [
      ['61.11.03.2002', 5],
      ['61.11.03.2003', 4],
      ['61.11.03.2001', 3],
    ],
    officers: 2,
  },
  {
    slug: 'foto-dan-harga-2024',
    title: ['Foto barang dan menghitung harga', 'Photographing goods and working out a price'],
    summary: [
      'Memotret dengan HP di dekat jendela, menulis ukuran yang jujur, dan menghitung harga dari bahan, jam kerja, dan ongkos. Memakai komputer dan internet perpustakaan.',
      'Taking pictures by a window with a phone, giving honest sizes, and working out a price from material, hours and costs. Used the library’s computers and internet.',
    ],
    libraryId: REGENCY,
    skill: 'foto-harga',
    strategy: 'peningkatan-layanan-informasi',
    place: ['Ruang baca perpustakaan kabupaten', 'Reading room of the regency library'],
    district: '61.11.01',
    budget: 'APBN',
    sessions: [[day('2024-05-15'), 360, 'Foto, ukuran, dan harga', 'Pictures, sizes and prices']],
    facilitators: [['Deni Saputra', 'facilitator']],
    groups: [
      ['seroja', 6, 'documented'],
      ['bakau-indah', 5, 'documented'],
      ['tanjung-belimbing', 3, 'verified'],
      ['mekar-pandan', 6, 'documented'],
    ],
    others: [['61.11.01.2001', 4]],
    officers: 5,
  },
  {
    slug: 'motif-lama-warna-baru-2025',
    title: ['Motif lama, warna baru', 'Old motifs, new colours'],
    summary: [
      'Membaca motif dari tikar lama yang dibawa dari rumah, mencatat nama yang masih diingat, lalu mencobanya dengan dua warna. Nama yang tidak diingat siapa pun dibiarkan kosong.',
      'Reading motifs from old mats brought from home, writing down the names still remembered, and trying them in two colours. A name nobody remembered was left blank.',
    ],
    libraryId: library('perpustakaan-desa-sejahtera'),
    skill: 'anyam',
    strategy: 'pelibatan-masyarakat',
    place: ['Perpustakaan Desa Sejahtera', 'Sejahtera village library'],
    district: '61.11.01',
    budget: 'mitra',
    sessions: [
      [day('2025-04-22'), 300, 'Membaca tikar lama', 'Reading old mats'],
      [day('2025-04-23'), 330, 'Menganyam kelarai dua warna', 'Weaving kelarai in two colours'],
      [day('2025-04-24'), 270, 'Memilih warna dan menilai hasil', 'Choosing colours and judging the result'],
    ],
    facilitators: [
      ['Marhamah', 'instructor'],
      ['Wiwik Handayani', 'instructor'],
    ],
    groups: [
      ['seroja', 8, 'documented'],
      ['bakau-indah', 8, 'documented'],
      ['tanjung-belimbing', 6, 'documented'],
    ],
    others: [['61.11.01.2003', 4]],
    officers: 2,
  },
  {
    slug: 'anyaman-pulau-2025',
    title: ['Anyaman pulau', 'Weaving on the island'],
    summary: [
      'Pelatihan pertama di Pulau Maya: mengolah pandan laut yang tebal, anyaman polos dan kelarai serong, dan menyimpan barang di udara asin.',
      'The first training on Pulau Maya: working thick sea pandan, plain weave and diagonal kelarai, and storing goods in salt air.',
    ],
    libraryId: library('perpustakaan-desa-kemboja'),
    skill: 'anyam',
    strategy: 'pelibatan-masyarakat',
    place: ['Perpustakaan Desa Kemboja', 'Kemboja village library'],
    district: '61.11.04',
    budget: 'APBDes',
    sessions: [
      [day('2025-08-05'), 300, 'Mengolah pandan laut', 'Preparing sea pandan'],
      [day('2025-08-06'), 330, 'Anyaman polos dan kelarai serong', 'Plain weave and diagonal kelarai'],
      [day('2025-08-07'), 240, 'Tepi, simpan, dan kemas', 'Edges, storing and packing'],
    ],
    facilitators: [
      ['Salbiah', 'instructor'],
      ['Agus Salim', 'facilitator'],
    ],
    groups: [['ombak-kemboja', 9, 'documented']],
    others: [
      ['61.11.04.2002', 6],
      ['61.11.04.2001', 4],
    ],
    officers: 2,
  },
  {
    slug: 'kemas-dan-kirim-2026',
    title: ['Kemas dan kirim', 'Packing and sending'],
    summary: [
      'Mengukur dan menimbang paket, mengisi tas dengan kertas kering supaya tidak penyok, menulis alamat, dan menunggu kapal yang tepat.',
      'Measuring and weighing parcels, stuffing bags with dry paper so that they keep their shape, writing addresses, and waiting for the right boat.',
    ],
    libraryId: REGENCY,
    skill: 'kemas-kirim',
    strategy: 'pelibatan-masyarakat',
    place: ['Perpustakaan Desa Alur Bandung', 'Alur Bandung village library'],
    district: '61.11.03',
    budget: 'APBD',
    sessions: [
      [day('2026-02-10'), 300, 'Ukur, timbang, dan kemas', 'Measure, weigh and pack'],
      [day('2026-02-11'), 240, 'Alamat, resi, dan kapal', 'Addresses, tracking numbers and boats'],
    ],
    facilitators: [['Deni Saputra', 'facilitator']],
    groups: [
      ['mekar-pandan', 6, 'documented'],
      ['ombak-kemboja', 4, 'documented'],
      ['tanjung-belimbing', 0, 'stated'],
    ],
    others: [['61.11.03.2003', 5]],
    officers: 4,
  },
]
