import type { Words } from '#app/ui/prose.tsx'

export const accessibilityId: Words = {
  title: 'Kemudahan akses',
  description:
    'Bagaimana situs ini dibuat supaya bisa dipakai semua orang: keyboard, pembaca layar, layar kecil, sinyal lemah, dan tanpa JavaScript.',
  lead: 'Situs ini dibuat supaya bisa dipakai siapa saja, dengan HP lama, sinyal lemah, pembaca layar, atau keyboard.',
  updatedOn: '2026-11-26',
  sections: [
    {
      id: 'ukuran',
      title: 'Ukuran apa yang kami pakai?',
      body: (
        <p>
          Pedoman WCAG 2.2 tingkat AA, pedoman internasional untuk situs yang mudah diakses. Semua halaman
          toko kami buat menurut pedoman itu.
        </p>
      ),
    },
    {
      id: 'bisa',
      title: 'Apa yang bisa Anda andalkan?',
      body: (
        <ul>
          <li>Semua bisa dikerjakan dengan keyboard saja. Tempat Anda berada selalu diberi bingkai tebal.</li>
          <li>
            Tulisan bisa diperbesar dua kali di HP, dan seluruh halaman empat kali di layar komputer, tanpa
            menggeser halaman ke samping. Hanya tabel angka yang lebar digeser di dalam kotaknya sendiri.
          </li>
          <li>Warna terang atau gelap mengikuti setelan HP Anda, dan sama jelasnya.</li>
          <li>Tidak ada arti yang hanya ditandai warna. Selalu ada kata atau bentuknya.</li>
          <li>Setiap gambar barang punya keterangan tertulis, termasuk kalau itu ilustrasi.</li>
          <li>Tombol dan tautan menu cukup besar untuk jempol.</li>
          <li>Isian yang salah dijelaskan dengan kata di dekat kolomnya. Yang sudah diketik tidak hilang.</li>
          <li>Belanja sampai selesai bisa tanpa JavaScript, tanpa akun, dan tanpa menghafal sandi.</li>
          <li>Halamannya kecil. Kalau HP Anda memakai mode hemat data, gambarnya lebih kecil lagi.</li>
          <li>Tidak ada yang bergerak, berbunyi, atau menghitung mundur sendiri.</li>
        </ul>
      ),
    },
    {
      id: 'periksa',
      title: 'Bagaimana kami memeriksanya?',
      body: (
        <>
          <p>
            Setiap perubahan diperiksa dengan program uji axe dan peramban sungguhan: dua bahasa, warna terang
            dan gelap, layar 360 dan 1280 piksel. Pasangan warna diukur satu per satu. Alur belanja diuji
            dengan dan tanpa JavaScript.
          </p>
          <p>
            Pemeriksaan mesin tidak menangkap semuanya. Belum ada penguji dari luar yang memeriksa situs ini
            dengan pembaca layar.
          </p>
        </>
      ),
    },
    {
      id: 'kurang',
      title: 'Apa yang masih kurang?',
      body: (
        <ul>
          <li>Halaman untuk kelompok dan petugas hanya dalam bahasa Indonesia.</li>
          <li>Tidak ada suara atau bahasa isyarat; keterangannya tulisan saja.</li>
          <li>Halaman bayar kartu milik Stripe, dan WhatsApp, di luar kendali kami.</li>
          <li>Berita sumber yang kami tautkan milik pihak lain dan belum tentu mudah diakses.</li>
        </ul>
      ),
    },
    {
      id: 'lapor',
      title: 'Ada yang sulit dipakai?',
      body: (
        <p>
          Beri tahu kami halaman mana dan apa yang tidak bisa. Sebutkan juga HP atau alat bantu yang Anda
          pakai. Petugas di ruang baca bisa mendampingi Anda membuka situs ini dan memesan.
        </p>
      ),
    },
  ],
}
