import type { Words } from '#app/ui/prose.tsx'
import { PayingByCard, WaysToPay } from './ways-to-pay.tsx'

export const paymentId: Words = {
  title: 'Cara bayar',
  description:
    'Bayar lewat transfer bank dengan kode unik, tunai saat ambil di perpustakaan, atau kartu bila tersedia. Tidak perlu akun.',
  lead: 'Tidak perlu akun. Harga barang sudah harga jadi. Yang ditambahkan hanya ongkos kirim, dan kode unik kalau Anda transfer.',
  sections: [
    {
      id: 'cara',
      title: 'Bisa bayar dengan apa?',
      body: (
        <>
          <WaysToPay />
          <p>Tidak ada biaya tambahan untuk cara bayar mana pun.</p>
        </>
      ),
    },
    {
      id: 'transfer',
      title: 'Bagaimana transfer dengan kode unik?',
      body: (
        <>
          <p>
            Total Anda ditambah kode unik 1 sampai 999 rupiah. Dari jumlah yang persis itu kami tahu transfer
            mana milik siapa.
          </p>
          <div className="example">
            <p>
              Tas Rp285.000 + ongkos kirim Rp18.000 + kode unik Rp347. Transfer persis
              <b className="number">
                Rp303.<mark>347</mark>
              </b>
            </p>
          </div>
          <ol>
            <li>Selesaikan pesanan. Nomor rekening dan totalnya muncul di halaman pesanan.</li>
            <li>Transfer persis sampai tiga angka terakhir. Jangan dibulatkan.</li>
            <li>
              Lakukan dalam 24 jam. Batas jamnya tertulis di halaman pesanan dalam WIB, Waktu Indonesia Barat
              (UTC+7).
            </li>
            <li>Petugas mencocokkannya dengan catatan bank, lalu Anda dikabari.</li>
          </ol>
          <p>
            Kode unik dicatat tersendiri. Ia bukan bagian harga, dan tidak pernah dihitung sebagai penjualan
            kelompok.
          </p>
        </>
      ),
    },
    {
      id: 'bukti',
      title: 'Perlu kirim bukti transfer?',
      body: (
        <p>
          Tidak wajib, tetapi mempercepat. Unggah foto struk atau tangkapan layar di halaman pesanan, paling
          besar 12 MB. Hanya petugas yang melihatnya. Kalau fotonya tidak terbaca, Anda diberi tahu alasannya
          dan bisa mengirim lagi.
        </p>
      ),
    },
    {
      id: 'salah',
      title: 'Kalau jumlahnya keliru atau terlambat?',
      body: (
        <>
          <p>Uang Anda tidak hilang. Petugas memeriksanya satu per satu.</p>
          <ul>
            <li>
              <b>Terlambat, barangnya masih ada</b>: pesanan dilanjutkan.
            </li>
            <li>
              <b>Terlambat, barangnya sudah habis</b>: uang dikembalikan penuh.
            </li>
            <li>
              <b>Pesanannya sudah Anda batalkan</b>: uang dikembalikan penuh.
            </li>
            <li>
              <b>Jumlahnya tidak cocok</b>: petugas menghubungi Anda dulu. Tidak ada yang diputuskan
              diam-diam.
            </li>
          </ul>
        </>
      ),
    },
    {
      id: 'ambil',
      title: 'Bagaimana bayar tunai saat ambil?',
      body: (
        <>
          <p>
            Pilih “Ambil di perpustakaan” untuk semua paket, lalu pilih bayar saat ambil. Bayar tunai kepada
            petugas perpustakaan di Sukadana ketika mengambil barangnya.
          </p>
          <p>
            Barang disimpan sampai 7 hari setelah tanggal siap yang dijanjikan. Lewat dari itu pesanan batal
            sendiri, dan tidak ada yang ditagih.
          </p>
        </>
      ),
    },
    {
      id: 'kartu',
      title: 'Bagaimana bayar dengan kartu?',
      body: (
        <PayingByCard>
          Anda dibawa ke halaman Stripe. Nomor kartu diisi di sana; tidak lewat dan tidak disimpan di Anyam
          Kayong. Waktunya 60 menit sesudah memesan, atau 24 jam sesudah ongkos kirimnya pasti kalau ongkos
          itu ditanyakan dulu. Kalau halamannya tertutup sebelum selesai, buka lagi dari halaman pesanan.
          Kartu luar negeri dibayar dalam rupiah; kursnya ditentukan bank Anda.
        </PayingByCard>
      ),
    },
    {
      id: 'bayar-di-rumah',
      title: 'Bisa bayar di rumah waktu barang datang?',
      body: (
        <p>
          Tidak. Bayar tunai hanya di perpustakaan, supaya setiap rupiah diterima petugas dan tercatat.
          Kelompok tidak diminta memegang uang pembeli.
        </p>
      ),
    },
    {
      id: 'ke-mana',
      title: 'Uang saya pergi ke mana?',
      body: (
        <p>
          Ke rekening yang dijaga layanan perpustakaan. Bagian setiap kelompok langsung dicatat saat Anda
          membayar, dan menjadi hak kelompok setelah barang Anda terima. Pembagiannya tertulis di setiap
          halaman barang, dan jumlahnya selalu sama dengan harganya.
        </p>
      ),
    },
    {
      id: 'aman',
      title: 'Bagaimana supaya tidak tertipu?',
      body: (
        <p>
          Nomor rekening yang benar selalu yang di halaman pesanan Anda; surat kami menyebut nomor yang sama.
          Kalau ada yang mengirim nomor lain, jangan transfer; <a href="/bantuan/tanya">tanya kami</a> dulu.
          Kami tidak pernah meminta PIN, kode OTP bank, atau nomor KTP.
        </p>
      ),
    },
  ],
}
