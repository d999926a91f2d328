import type { Words } from '#app/ui/prose.tsx'

export const shippingId: Words = {
  title: 'Ongkos dan lama kirim',
  description:
    'Cara kirim barang anyaman dari Kayong Utara: ambil di perpustakaan, diantar, titip kapal, atau kurir. Ongkosnya terlihat sebelum bayar.',
  lead: 'Tiap kelompok mengirim barangnya sendiri dari desanya. Ongkos dan perkiraan tibanya terlihat sebelum Anda membayar.',
  sections: [
    {
      id: 'dari-mana',
      title: 'Dari mana barang dikirim?',
      body: (
        <>
          <p>Dari desa kelompok yang menganyamnya, di Kabupaten Kayong Utara, Kalimantan Barat.</p>
          <p>
            Kalau isi keranjang berasal dari dua kelompok, paketnya dua. Ongkos, tanggal, dan nomor kirimnya
            sendiri-sendiri.
          </p>
        </>
      ),
    },
    {
      id: 'cara',
      title: 'Cara kirim apa saja yang ada?',
      body: (
        <>
          <dl>
            <dt>Ambil di perpustakaan</dt>
            <dd>
              Gratis. Ambil di ruang baca perpustakaan di Sukadana. Bawa kode pesanannya. Barang dari kelompok
              di pulau tidak bisa diambil di sini.
            </dd>
            <dt>Ambil di kelompok</dt>
            <dd>Gratis. Anda datang ke desa kelompoknya setelah barang siap. Janjian dulu lewat WhatsApp.</dd>
            <dt>Diantar kelompok</dt>
            <dd>Orang kelompok mengantarnya ke tempat yang dekat.</dd>
            <dt>Titip kapal</dt>
            <dd>Dititipkan pada kapal atau speedboat, untuk pulau dan tempat yang lebih mudah lewat air.</dd>
            <dt>Kurir</dt>
            <dd>Lewat jasa kirim ke seluruh Indonesia.</dd>
          </dl>
          <p>Di langkah “Kirim” hanya muncul cara yang ada untuk alamat Anda.</p>
          <p>Semuanya Anda ambil sendiri? Alamat tidak kami minta.</p>
        </>
      ),
    },
    {
      id: 'ongkos',
      title: 'Bagaimana ongkosnya dihitung?',
      body: (
        <>
          <p>
            Menurut tujuan dan berat. Beratnya ada dua: berat timbangan, dan berat ruang dari ukuran
            kemasannya. Yang dipakai yang lebih besar. Bakul dan topi itu ringan tetapi makan tempat, jadi
            biasanya kena berat ruang. Kelebihan sampai 300&nbsp;gram tidak dihitung: 1,3&nbsp;kg tetap
            1&nbsp;kg.
          </p>
          <div className="example">
            <p>
              <b>Contoh berat ruang</b>
            </p>
            <p>
              Kemasan 40&nbsp;×&nbsp;30&nbsp;×&nbsp;20&nbsp;cm. 40&nbsp;×&nbsp;30&nbsp;×&nbsp;20 = 24.000,
              dibagi 6.000 = <b>4&nbsp;kg</b>. Walau bakulnya sendiri hanya 600&nbsp;gram, ongkosnya dihitung
              4&nbsp;kg.
            </p>
          </div>
          <p>
            Ongkos kirim seluruhnya untuk kelompok, karena kelompok yang membayar kurir atau kapalnya. Kami
            tidak mengambil bagian dari ongkos kirim.
          </p>
        </>
      ),
    },
    {
      id: 'belum-tahu',
      title: 'Kenapa ada ongkos yang “ditanyakan dulu”?',
      body: (
        <>
          <p>
            Untuk beberapa tujuan kami belum punya tarif. Pesanan tetap bisa dibuat, tetapi jangan bayar dulu.
            Ongkosnya ditanyakan paling lama 48 jam, dan barangnya kami tahan untuk Anda.
          </p>
          <p>
            Setelah ongkosnya pasti, Anda dikabari totalnya. Kalau cocok, bayar. Kalau tidak cocok, biarkan
            saja: pesanan batal sendiri dan tidak ada yang ditagih.
          </p>
          <p>
            Ongkos yang keliru bisa diperbaiki selama pesanan belum dibayar. Anda dikabari total yang lama dan
            yang baru, dan punya 24 jam lagi untuk membayar.
          </p>
        </>
      ),
    },
    {
      id: 'lama',
      title: 'Berapa lama sampai?',
      body: (
        <>
          <p>Ada dua waktu yang dijumlahkan: waktu menyiapkan barang dan waktu di jalan.</p>
          <ul>
            <li>
              <b>Siap kirim</b>: barangnya sudah jadi dan tinggal dibungkus.
            </li>
            <li>
              <b>Dibuat sekian hari</b>: dianyam setelah Anda memesan. Pandan dijemur matahari, jadi musim
              hujan bisa lebih lama; itu sudah dihitung dalam jumlah harinya.
            </li>
          </ul>
          <p>
            Ke Kepulauan Karimata kapal tidak berangkat setiap hari. Jumlah hari di jalan sudah termasuk
            menunggu kapal berikutnya, jadi dari yang tercepat sampai yang terlama selisihnya jauh. Kalau laut
            tidak aman, kapal menunggu.
          </p>
        </>
      ),
    },
    {
      id: 'lacak',
      title: 'Bagaimana melihat paket saya sampai di mana?',
      body: (
        <p>
          Buka <a href="/pesanan/lacak">Lacak pesanan</a>. Isi kode pesanan dan empat angka terakhir nomor
          telepon Anda. Tidak perlu akun. Kalau Anda memberi alamat email, tautannya juga ada di setiap surat
          kami.
        </p>
      ),
    },
    {
      id: 'terlambat',
      title: 'Kalau lewat dari tanggal yang dijanjikan?',
      body: (
        <>
          <p>
            Tanggal “berangkat paling lambat” ditetapkan waktu Anda memesan, dan kelompok tidak bisa
            menggesernya. Tanggal itu hanya mundur kalau uangnya datang atau baru terlihat petugas sesudah
            batas bayar, atau kalau ongkos yang sudah dikabarkan ternyata keliru dan perbaikannya memberi Anda
            waktu bayar lebih lama.
          </p>
          <p>
            Paket yang lewat tanggal langsung terlihat oleh petugas perpustakaan. Anda boleh bertanya kapan
            saja; sebutkan kode pesanannya.
          </p>
        </>
      ),
    },
    {
      id: 'tidak-bisa',
      title: 'Kalau kelompok ternyata tidak bisa mengirim?',
      body: (
        <p>
          Kelompok harus bilang beserta alasannya, dan Anda langsung dikabari. Uang untuk paket itu
          dikembalikan penuh, termasuk ongkos kirimnya. Paket dari kelompok lain jalan terus.
        </p>
      ),
    },
    {
      id: 'diterima',
      title: 'Kapan paket dianggap sudah diterima?',
      body: (
        <p>
          Saat Anda menekan “Sudah saya terima” di halaman pesanan. Kalau tidak ditekan dan tidak ada laporan
          masalah, paket dianggap diterima 14 hari setelah dikirim, atau seminggu setelah perkiraan tiba yang
          paling lambat kalau itu lebih akhir. Harinya tertulis di halaman pesanan. Ini hanya untuk menutup
          catatan; barang yang tidak sampai atau rusak tetap boleh dilaporkan: di halaman pesanan sampai 2
          hari kerja sesudahnya, lalu langsung kepada petugas.{' '}
          <a href="/bantuan/kembali">Cara menukar dan mengembalikan</a>
        </p>
      ),
    },
  ],
}
