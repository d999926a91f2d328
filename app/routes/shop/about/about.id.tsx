import type { Words } from '#app/ui/prose.tsx'
import type { SupporterNameData } from '#app/ui/supporter-name.tsx'
import { ExampleTrace } from './example-trace.tsx'
import { Sources } from './sources.tsx'

/** With everybody else who helped the group of the example, as its own page names them. */
export const aboutId = (supporters: readonly SupporterNameData[]): Words => ({
  title: 'Siapa kami',
  description:
    'Anyam Kayong menjual anyaman pandan dari kelompok di Kayong Utara, dan memperlihatkan siapa yang menganyam serta pelatihan perpustakaan di belakangnya.',
  lead: 'Anyam Kayong adalah pasar anyaman dari kelompok di Kabupaten Kayong Utara, Kalimantan Barat. Di setiap barang tertulis siapa yang menganyam, dan pelatihan perpustakaan mana yang terkait.',
  sections: [
    {
      id: 'pengelola',
      title: 'Siapa yang menjalankan?',
      body: (
        <>
          <p>
            Layanan perpustakaan Kabupaten Kayong Utara, bersama kelompok-kelompok penganyam. Perpustakaan
            menjaga situs ini, menerima pembayaran, dan mencatat bagian tiap kelompok. Kelompok membuat
            barangnya, menentukan harganya, dan mengirimnya.
          </p>
          <p>
            <a href="/perpustakaan/dispersip-kayong-utara">
              Dinas Perpustakaan dan Kearsipan Kabupaten Kayong Utara
            </a>
          </p>
        </>
      ),
    },
    {
      id: 'program',
      title: 'Kenapa perpustakaan mengurus anyaman?',
      body: (
        <>
          <p>
            Ada program nasional bernama <b>Transformasi Perpustakaan Berbasis Inklusi Sosial</b>, dari
            Perpustakaan Nasional. Maksudnya: perpustakaan bukan hanya tempat buku, tetapi juga tempat warga
            belajar keterampilan dan memperbaiki penghidupan.
          </p>
          <p>Programnya berjalan dengan tiga cara:</p>
          <ul>
            <li>memperbaiki layanan informasi, termasuk komputer dan internet;</li>
            <li>melibatkan masyarakat lewat kegiatan dan pelatihan;</li>
            <li>advokasi, yaitu mengajak pihak lain ikut mendukung.</li>
          </ul>
        </>
      ),
    },
    {
      id: 'pelatihan',
      title: 'Apa yang terjadi pada 18\u00a0Agustus\u00a02020?',
      body: (
        <>
          <p>
            Pada 27–29 Juli 2020 petugas perpustakaan mengikuti pelatihan daring dari Perpustakaan Nasional.
            Tiga minggu kemudian, Selasa 18 Agustus 2020, Dinas Perpustakaan dan Kearsipan mengadakan
            sosialisasi dan pelatihan menganyam barang pandan. Tempatnya di ruang bacaan dinas. Yang ikut:
            kelompok Pengrajin Peramas Indah Sukadana dan petugas perpustakaan desa. Pesertanya dibatasi dan
            protokol kesehatan dijalankan.
          </p>
          <p>
            Rencananya kegiatan dilanjutkan dengan kelompok lain di beberapa kecamatan, bersama dinas lain dan
            pihak ketiga. Pada 31 Agustus 2021 diadakan pelatihan membuat lekar dari lidi kelapa, diikuti 15
            orang.
          </p>
          <p>
            <a href="/pelatihan/anyaman-pandan-2020">Pelatihan menganyam pandan 2020</a> ·{' '}
            <a href="/pelatihan">Semua pelatihan</a>
          </p>
        </>
      ),
    },
    {
      id: 'pendukung',
      title: 'Siapa lagi yang membantu kelompok?',
      body: (
        <>
          <p>
            <a href="/kelompok/peramas-indah">Peramas Indah</a> di Desa Pangkalan Buton sudah menganyam jauh
            sebelum ada pelatihan perpustakaan. Yayasan Palung melatih kelompok ini sejak November 2011, dan
            terakhir sebelum Agustus 2020 pada 29–30 Januari 2020, di galeri Dekranasda.
          </p>
          <p>
            Karena itu di setiap halaman kelompok kami menulis semua pendukung yang kami ketahui, bukan hanya
            perpustakaan.
          </p>
        </>
      ),
    },
    {
      id: 'jejak',
      title: 'Apa arti jejak sebuah barang?',
      body: (
        <>
          <p>Jejak adalah lima ruas: perpustakaan, pelatihan, kelompok, penganyam, barang.</p>
          <p>
            Begini bagian depannya untuk kelompok Peramas Indah. Siapa yang menganyam belum dicatat, jadi
            ruasnya dibiarkan kosong.
          </p>
          <ExampleTrace locale="id" supporters={supporters} />
          <dl>
            <dt>Ada catatannya</dt>
            <dd>Ada daftar hadir, berita, atau surat yang menyebutnya.</dd>
            <dt>Diperiksa petugas</dt>
            <dd>Petugas perpustakaan sudah memeriksanya sendiri.</dd>
            <dt>Menurut kelompok</dt>
            <dd>Kelompok yang mengatakannya, belum diperiksa orang lain.</dd>
            <dt>Tradisi kelompok sendiri</dt>
            <dd>
              Tekniknya sudah dikuasai sebelum ada pelatihan. Tidak kami kaitkan dengan pelatihan mana pun.
            </dd>
            <dt>Belum dicatat</dt>
            <dd>Kami belum tahu, dan tidak mengarang.</dd>
          </dl>
        </>
      ),
    },
    {
      id: 'tidak',
      title: 'Apa yang tidak kami katakan?',
      body: (
        <ul>
          <li>
            Kami tidak mengatakan penjualan terjadi lantaran pelatihan. Kami hanya menulis “terkait pelatihan”
            dan “sesudah pelatihan”. Urutan waktu bukan bukti sebab.
          </li>
          <li>Kami tidak menulis penghasilan orang per orang.</li>
          <li>Nama, foto, dan cerita anggota hanya tampil kalau orangnya setuju.</li>
          <li>
            Arti motif ditulis bersama siapa yang menuturkannya. Kalau belum ada yang menuturkan, kosong.
          </li>
          <li>Jumlah orang yang terlalu kecil disembunyikan, supaya tidak ada yang bisa dikenali.</li>
        </ul>
      ),
    },
    {
      id: 'nyata',
      title: 'Mana yang nyata, mana yang contoh?',
      body: (
        <>
          <p>Situs ini sedang memuat data contoh, untuk memperlihatkan cara kerjanya.</p>
          <dl>
            <dt>Nyata</dt>
            <dd>
              Dinas Perpustakaan dan Kearsipan, pelatihan 18 Agustus 2020 dan 31 Agustus 2021, kelompok
              Peramas Indah beserta pendukungnya, nama kecamatan dan desa, jenis barang, teknik, bahan, dan
              motif.
            </dd>
            <dt>Karangan</dt>
            <dd>
              Lima kelompok lain, perpustakaan desa, semua pelatihan selain dua yang di atas (juga yang di
              sini ditulis diadakan Dinas Perpustakaan), semua nama orang, barang, harga, pesanan, dan angka
              capaian. Rekening contoh tidak menerima uang.
            </dd>
            <dt>Peramas Indah</dt>
            <dd>
              Barang atas nama kelompok ini hanya contoh. Tidak ada orang, kutipan, penjualan, atau
              penghasilan yang dikarang untuknya.
            </dd>
          </dl>
        </>
      ),
    },
    {
      id: 'gambar',
      title: 'Kenapa ada gambar bertanda “Ilustrasi”?',
      body: (
        <p>
          Gambar itu digambar komputer, bukan foto barang. Ia dipakai selama belum ada foto dari kelompoknya,
          dan selalu diberi tanda. Ukuran dan keterangan tertulis tetap mengikuti barangnya.
        </p>
      ),
    },
    { id: 'sumber', title: 'Dari mana keterangan ini?', body: <Sources locale="id" /> },
  ],
})
