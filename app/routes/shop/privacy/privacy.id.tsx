import type { Words } from '#app/ui/prose.tsx'
import { buyersId, peopleId } from './kept.id.ts'
import { KeptData } from './kept.tsx'

export const privacyId: Words = {
  title: 'Data pribadi',
  description:
    'Data apa yang disimpan Anyam Kayong, untuk apa, siapa yang melihat, berapa lama, dan bagaimana meminta dilihat, dibetulkan, atau dihapus.',
  lead: 'Kami menyimpan sesedikit mungkin, hanya untuk mengantar barang dan mencatat pelatihan. Tidak ada iklan dan tidak ada pelacak.',
  updatedOn: '2026-11-26',
  sections: [
    {
      id: 'siapa',
      title: 'Siapa yang bertanggung jawab?',
      body: (
        <p>
          Pengelola situs ini, yang nama dan alamatnya tertulis di bawah setiap halaman. Dasarnya
          Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.
        </p>
      ),
    },
    {
      id: 'pembeli',
      title: 'Apa yang disimpan dari pembeli?',
      body: <KeptData kept={buyersId} locale="id" />,
    },
    {
      id: 'program',
      title: 'Apa yang disimpan dari peserta, anggota, dan pemilik akun?',
      body: <KeptData kept={peopleId} locale="id" />,
    },
    {
      id: 'tidak',
      title: 'Apa yang tidak pernah kami minta?',
      body: (
        <ul>
          <li>
            NIK, foto KTP, atau KK. Kolom nama, alamat, dan catatan pesanan menolak angka sepanjang NIK.
          </li>
          <li>PIN, sandi bank, atau kode OTP bank.</li>
          <li>Lokasi HP, daftar kontak, atau akun media sosial Anda.</li>
          <li>Akun untuk berbelanja.</li>
        </ul>
      ),
    },
    {
      id: 'kuki',
      title: 'Kuki apa yang dipakai?',
      body: (
        <>
          <p>Hanya kuki yang dibutuhkan supaya situs berjalan. Semuanya milik situs ini sendiri.</p>
          <dl>
            <dt>Keranjang</dt>
            <dd>Mengingat isi keranjang Anda. 30 hari.</dd>
            <dt>Tujuan</dt>
            <dd>Mengingat kecamatan yang Anda pilih untuk menaksir ongkos kirim. 30 hari.</dd>
            <dt>Pesanan</dt>
            <dd>
              Membuka halaman pesanan setelah Anda memakai tautan atau kode pesanan, supaya tautan rahasia
              tidak tinggal di alamat halaman. 90 hari.
            </dd>
            <dt>Kabar</dt>
            <dd>
              Membawa kabar tentang yang baru saja dilakukan ke halaman berikutnya, sekali saja. Satu menit.
            </dd>
            <dt>Masuk</dt>
            <dd>
              Hanya untuk kelompok dan petugas, selama mereka masuk. Peramban petugas yang pernah masuk
              diingat sampai 400 hari, supaya orang lain tidak bisa mengunci akunnya dengan sandi yang salah.
            </dd>
          </dl>
          <p>
            Catatan server tidak memuat alamat internet, nama, atau nomor Anda. Untuk menahan orang yang
            menebak-nebak kode, percobaan dihitung per alamat internet dalam bentuk acak yang tidak bisa
            dibaca balik.
          </p>
        </>
      ),
    },
    {
      id: 'pihak-lain',
      title: 'Siapa di luar kami yang menerima data?',
      body: (
        <ul>
          <li>Kurir, kapal, atau pengantar: nama, nomor, dan alamat di paket Anda.</li>
          <li>Bank kami: nama pengirim transfer, dari bank Anda sendiri.</li>
          <li>
            Stripe, kalau Anda membayar dengan kartu: kode pesanan, nama dan jumlah barangnya, ongkos kirim,
            jumlah uangnya, dan email kalau Anda isi.
          </li>
          <li>Penyedia pengiriman email dan pesan: alamat tujuan dan isi kabarnya.</li>
          <li>WhatsApp, hanya kalau Anda sendiri menekan tautannya.</li>
        </ul>
      ),
    },
    {
      id: 'hak',
      title: 'Apa hak Anda?',
      body: (
        <>
          <ul>
            <li>Tahu data apa tentang Anda yang kami simpan, dan mendapat salinannya.</li>
            <li>Membetulkan yang keliru.</li>
            <li>Minta dihapus, atau minta berhenti dipakai.</li>
            <li>Menarik persetujuan kapan saja, tanpa alasan.</li>
          </ul>
          <p>
            Caranya: hubungi kami, sebutkan kode pesanan atau nama kelompok Anda. Kami bisa bertanya balik
            untuk memastikan itu benar Anda. Setelah persetujuan ditarik, pemakaian datanya berhenti paling
            lama dalam 3&nbsp;×&nbsp;24&nbsp;jam. Catatan uang tetap ada, tetapi tanpa nama.
          </p>
        </>
      ),
    },
    {
      id: 'anak',
      title: 'Bagaimana dengan anak-anak?',
      body: (
        <p>
          Orang di bawah 18 tahun tidak kami tampilkan namanya, fotonya, atau ceritanya. Kalau anak ikut
          pelatihan, pencatatannya perlu persetujuan orang tua atau wali.
        </p>
      ),
    },
    {
      id: 'bocor',
      title: 'Kalau datanya bocor?',
      body: (
        <p>
          Kami memberi tahu Anda dan lembaga yang berwenang secara tertulis, paling lambat
          3&nbsp;×&nbsp;24&nbsp;jam: data apa yang bocor, kapan, bagaimana, dan apa yang sudah dilakukan.
        </p>
      ),
    },
  ],
}
