import type { Words } from '#app/ui/prose.tsx'

export const returnsId: Words = {
  title: 'Tukar dan kembali',
  description:
    'Barang rusak, keliru, atau beda dari keterangannya boleh ditukar atau dikembalikan. Lapor dalam 2 hari kerja setelah barang diterima.',
  lead: 'Barang rusak, keliru, atau beda dari keterangannya? Laporkan dalam 2 hari kerja setelah barang Anda terima. Anda boleh minta tukar atau uang kembali.',
  sections: [
    {
      id: 'kapan',
      title: 'Kapan barang boleh ditukar atau dikembalikan?',
      body: (
        <>
          <ul>
            <li>Barangnya rusak, robek, berjamur, atau jahitannya lepas.</li>
            <li>Yang datang bukan yang dipesan, atau jumlahnya kurang.</li>
            <li>Ukuran, bahan, atau warnanya berbeda dari keterangan di halaman barang.</li>
          </ul>
          <p>
            Dalam waktu itu Anda juga boleh membatalkan pembelian barang yang belum dipakai. Barang yang
            dibuat sesuai pesanan punya hak yang sama.
          </p>
        </>
      ),
    },
    {
      id: 'waktu',
      title: 'Berapa lama waktunya?',
      body: (
        <>
          <p>
            Sekurangnya 2 hari kerja sejak barang Anda terima. Itu hak Anda menurut Peraturan Pemerintah Nomor
            80 Tahun 2019 tentang perdagangan lewat sistem elektronik.
          </p>
          <p>
            Cacat yang baru kelihatan sesudah itu laporkan langsung kepada kami. Kami periksa bersama
            kelompoknya.
          </p>
        </>
      ),
    },
    {
      id: 'cara',
      title: 'Bagaimana caranya?',
      body: (
        <ol>
          <li>
            Buka pesanan Anda lewat <a href="/pesanan/lacak">Lacak pesanan</a>.
          </li>
          <li>
            Pada paketnya, tulis masalahnya: apa yang rusak atau beda, dan Anda mau tukar atau uang kembali.
          </li>
          <li>Simpan barang dan kemasannya. Kalau bisa, foto dulu.</li>
          <li>Petugas perpustakaan menghubungi Anda ke nomor yang Anda isi waktu memesan.</li>
        </ol>
      ),
    },
    {
      id: 'ongkos',
      title: 'Siapa yang membayar ongkos kirim balik?',
      body: (
        <>
          <p>Kalau barangnya rusak, keliru, atau beda dari keterangannya: kami. Anda tidak keluar uang.</p>
          <p>Kalau Anda berubah pikiran: Anda.</p>
        </>
      ),
    },
    {
      id: 'uang',
      title: 'Bagaimana uangnya kembali?',
      body: (
        <p>
          Yang dibayar dengan transfer dikembalikan lewat transfer ke rekening Anda; petugas menghubungi Anda
          untuk menanyakan rekeningnya. Yang dibayar tunai bisa diambil di perpustakaan atau ditransfer. Yang
          dibayar dengan kartu kembali ke kartu yang sama. Kalau kartunya tidak menerima, petugas menghubungi
          Anda juga. Jumlah dan tanggalnya tercatat di halaman pesanan.
        </p>
      ),
    },
    {
      id: 'buatan-tangan',
      title: 'Buatan tangan: beda seberapa yang wajar?',
      body: (
        <>
          <p>
            Tidak ada dua anyaman yang persis sama. Setiap halaman barang menulis batas beda ukurannya dalam
            sentimeter. Warna celupan bisa sedikit lebih muda atau tua, dan bilah pandan punya bercaknya
            sendiri.
          </p>
          <p>Lewat dari batas yang tertulis berarti beda dari keterangan, dan boleh ditukar.</p>
          <p>
            Gambar bertanda “Ilustrasi” digambar komputer. Kalau barang yang datang berbeda dari keterangan
            tertulisnya, keterangan tertulislah yang kami pegang.
          </p>
        </>
      ),
    },
    {
      id: 'batal',
      title: 'Mau batal sebelum barang dikirim?',
      body: (
        <p>
          Belum bayar: pilih “Batalkan pesanan” di halaman pesanan Anda, atau biarkan saja; pesanan batal
          sendiri setelah batas bayarnya lewat. Sudah mengirim bukti transfer: pesanan tidak batal sendiri
          selama buktinya diperiksa, jadi hubungi kami. Sudah bayar tetapi belum dikirim: hubungi kami
          secepatnya dengan kode pesanannya.
        </p>
      ),
    },
    {
      id: 'mengadu',
      title: 'Kalau kami tidak menyelesaikannya?',
      body: (
        <>
          <p>Anda boleh mengadu kepada pemerintah:</p>
          <dl>
            <dt>Direktorat Jenderal Perlindungan Konsumen dan Tertib Niaga, Kementerian Perdagangan</dt>
            <dd>
              WhatsApp <a href="https://wa.me/6285311111010">0853-1111-1010</a>, telepon{' '}
              <a className="nowrap" href="tel:+62213441839">
                (021) 344-1839
              </a>
              , atau <a href="https://simpktn.kemendag.go.id">simpktn.kemendag.go.id</a>
            </dd>
          </dl>
        </>
      ),
    },
  ],
}
