import { ATTRIBUTION } from '#app/domain/outcomes/definitions.ts'
import type { Words } from '#app/ui/prose.tsx'

/** What holds for every figure. */
export const rulesId: Words = {
  title: 'Cara kami menghitung',
  description:
    'Arti setiap angka capaian Anyam Kayong: rumusnya, sumbernya, penyebutnya, batas tanggalnya, dan apa yang tidak dikatakan angka itu.',
  lead: 'Setiap angka di halaman dampak punya rumus, sumber, dan batas tanggal. Di sini semuanya tertulis, juga apa yang tidak dikatakan oleh angka itu.',
  sections: [
    {
      id: 'sumber',
      title: 'Dari mana angkanya?',
      body: (
        <p>
          Dari catatan situs ini sendiri: daftar hadir pelatihan yang diisi petugas, barang yang ditayangkan
          kelompok, pesanan, dan pembukuan. Penjualan di luar situs tidak dihitung. Hanya “peserta menurut
          laporan” yang diambil dari berita; sumbernya disebut di halaman pelatihannya.
        </p>
      ),
    },
    {
      id: 'tanggal',
      title: 'Sampai tanggal berapa?',
      body: (
        <p>
          Setiap angka menulis batas tanggalnya, menurut waktu di Kayong Utara (WIB). Angka bisa berubah kalau
          catatan lama dilengkapi atau ada uang yang dikembalikan.
        </p>
      ),
    },
    {
      id: 'penyebut',
      title: 'Kenapa selalu ditulis “sekian dari sekian”?',
      body: (
        <p>
          Supaya jelas dibandingkan dengan apa. Kalau penyebutnya belum ada, kami menulis “belum ada data”,
          bukan 0%. Yang tidak diketahui dihitung sebagai tidak diketahui, bukan sebagai nol.
        </p>
      ),
    },
    {
      id: 'selesai',
      title: 'Kapan sebuah penjualan dihitung?',
      body: (
        <>
          <p>
            Setelah dibayar dan diterima pembeli, atau 14 hari setelah dikirim (kalau jalannya lebih lama:
            seminggu setelah perkiraan tiba) tanpa laporan masalah. Yang dihitung harga barangnya saja. Ongkos
            kirim dan kode unik tidak ikut. Uang yang dikembalikan dikurangkan.
          </p>
          <p>Nilai penjualan bukan keuntungan: bahan dan tenaga penganyam belum dikurangkan.</p>
        </>
      ),
    },
    {
      id: 'terkait',
      title: 'Apa arti “terkait pelatihan”?',
      body: (
        <>
          <p>
            Barangnya punya jejak ke sebuah pelatihan yang diikuti kelompoknya, dan jejak itu sudah ada pada
            hari barang dipesan. Barang yang tekniknya tradisi kelompok sendiri tidak ikut.
          </p>
          <p>Barang yang terkait dengan dua pelatihan dihitung satu kali saja dalam jumlah seluruhnya.</p>
        </>
      ),
    },
    {
      id: 'sembunyi',
      title: 'Kenapa ada yang ditulis “<5”?',
      body: (
        <p>
          Di desa kecil, satu sampai empat orang mudah dikenali. Jumlah sekecil itu kami sembunyikan. Nol
          tetap ditulis nol. Penghasilan orang per orang tidak pernah ditampilkan.
        </p>
      ),
    },
    {
      id: 'tidak',
      title: 'Apa yang tidak dikatakan angka-angka ini?',
      body: (
        <p>
          {ATTRIBUTION.id} Banyak kelompok sudah menganyam sebelum dilatih, dan dibantu pihak lain juga; nama
          mereka ada di halaman setiap kelompok. Tidak ada kelompok pembanding, jadi kami tidak tahu apa yang
          terjadi seandainya tidak ada pelatihan.
        </p>
      ),
    },
  ],
}
