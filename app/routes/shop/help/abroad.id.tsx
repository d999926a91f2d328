import type { Words } from '#app/ui/prose.tsx'
import { AbroadPayment } from '../abroad-payment.tsx'

export const abroadId: Words = {
  title: 'Kirim ke luar negeri',
  description:
    'Barang anyaman Kayong Utara bisa dikirim ke luar negeri. Ongkosnya ditanyakan dulu, baru Anda memutuskan membayar atau tidak.',
  lead: 'Bisa. Ongkosnya kami tanyakan dulu untuk alamat Anda. Anda baru membayar setelah tahu totalnya.',
  sections: [
    {
      id: 'cara',
      title: 'Bagaimana caranya?',
      body: (
        <ol>
          <li>
            Isi keranjang seperti biasa. Di langkah alamat, tekan “Isi alamat luar negeri”, lalu pilih
            negaranya.
          </li>
          <li>Selesaikan pesanan tanpa membayar. Barangnya kami tahan untuk Anda.</li>
          <li>Ongkos kirim ditanyakan ke jasa kirim, paling lama 48 jam.</li>
          <li>
            Anda dikabari totalnya dalam rupiah, dan punya 24 jam untuk membayar. Batas jamnya ditulis dalam
            WIB, Waktu Indonesia Barat (UTC+7): pukul 12.00 WIB sama dengan pukul 05.00 UTC.
          </li>
          <li>Tidak cocok? Biarkan saja. Pesanan batal sendiri dan tidak ada yang ditagih.</li>
        </ol>
      ),
    },
    {
      id: 'kenapa',
      title: 'Kenapa ongkosnya tidak langsung tertulis?',
      body: (
        <p>
          Tarif ke luar negeri bergantung pada negara, berat, dan ukuran kemasan, dan sering berubah. Kami
          tidak mau menulis angka yang belum tentu benar.
        </p>
      ),
    },
    {
      id: 'bayar',
      title: 'Bagaimana membayar dari luar negeri?',
      body: (
        <>
          <AbroadPayment />
          <p>
            Kalau transfer, jumlah yang sampai harus persis dengan totalnya; minta bank Anda membebankan biaya
            kirim uangnya kepada Anda. <a href="/bantuan/bayar">Cara bayar</a>
          </p>
        </>
      ),
    },
    {
      id: 'bea',
      title: 'Bagaimana dengan bea masuk dan karantina?',
      body: (
        <>
          <p>Bea masuk dan pajak di negara tujuan belum termasuk, dan dibayar penerimanya.</p>
          <p>
            Anyaman pandan terbuat dari daun kering. Sebagian negara memeriksa barang dari tumbuhan dengan
            ketat. Sebelum memesan, tanyakan dulu ke bea cukai atau karantina di negara Anda apakah anyaman
            daun kering boleh masuk.
          </p>
        </>
      ),
    },
    {
      id: 'lama',
      title: 'Berapa lama sampai?',
      body: (
        <p>
          Perkiraannya ditulis bersama ongkosnya, karena tiap negara berbeda. “Berangkat paling lambat”
          berarti tanggal berangkat dari Kayong Utara.
        </p>
      ),
    },
    {
      id: 'kembali',
      title: 'Kalau barangnya rusak atau keliru?',
      body: (
        <p>
          Hak Anda sama dengan pembeli di Indonesia. Kirim laporannya dulu lewat halaman pesanan, jangan
          langsung mengirim balik. <a href="/bantuan/kembali">Tukar dan kembali</a>
        </p>
      ),
    },
  ],
}
