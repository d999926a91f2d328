import type { Kept } from './kept.tsx'

/** What buyers leave behind. Change it together with the software: it must say what is really kept. */
export const buyersId: readonly Kept[] = [
  {
    what: 'Keranjang: isinya, kecamatan tujuan, dan alamat yang sudah Anda kirim dengan menekan tombol',
    why: 'Supaya tidak hilang kalau halamannya tertutup atau sinyalnya putus. Selama tombol di sana belum ditekan, alamat yang sedang diketik tidak kami terima; hanya ada di tab Anda sampai tab itu ditutup.',
    who: 'Tidak ada orang lain. Peramban Anda memegang kuncinya; kami hanya menyimpan sidiknya.',
    howLong: '30 hari sejak terakhir dipakai.',
  },
  {
    what: 'Pesanan: nama, nomor telepon, alamat (tidak kalau semuanya Anda ambil sendiri), catatan, dan email kalau Anda isi',
    why: 'Mengirim barang, mengabari Anda, dan mengurus keluhan.',
    who: 'Petugas perpustakaan. Kelompok hanya melihat paketnya sendiri: sebelum dibayar nama depan serta kecamatan, kabupaten dan provinsinya saja (dari luar negeri, negaranya), setelah dibayar nama, nomor, alamat lengkap, dan catatan. Pada pesanan yang dibayar tunai, catatannya terbaca sejak dipesan. Kalau paketnya batal atau uangnya dikembalikan, kembali seperti sebelum dibayar.',
    howLong:
      'Selama pesanan berjalan dan selama pembukuannya wajib disimpan. Kalau Anda minta dihapus, yang tinggal hanya angka tanpa nama.',
  },
  {
    what: 'Bukti transfer: foto yang Anda unggah',
    why: 'Mencocokkan pembayaran.',
    who: 'Petugas perpustakaan saja. Data lokasi di dalam foto dibuang waktu diunggah.',
    howLong: 'Sama dengan pesanannya.',
  },
  {
    what: 'Pembayaran kartu: nomor rujukan dari Stripe',
    why: 'Mencocokkan dan mengembalikan uang.',
    who: 'Petugas perpustakaan. Nomor kartu hanya ada di Stripe.',
    howLong: 'Sama dengan pembukuannya.',
  },
  {
    what: 'Surat dan pesan yang kami kirim: ke mana, tentang apa, kapan',
    why: 'Supaya kabar yang sama tidak terkirim dua kali.',
    who: 'Petugas perpustakaan.',
    howLong: 'Sama dengan pesanannya.',
  },
  {
    what: 'Pertanyaan yang Anda tulis: isinya, nama, nomor atau email, dan kode pesanan kalau Anda isi',
    why: 'Membalas Anda.',
    who: 'Petugas perpustakaan.',
    howLong: 'Sampai 30 hari sesudah dijawab.',
  },
]

/** What people of the programme leave behind. */
export const peopleId: readonly Kept[] = [
  {
    what: 'Peserta pelatihan: nama, desa, empat angka terakhir nomor telepon, jenis kelamin, tahun lahir, kehadiran',
    why: 'Menghitung berapa orang yang ikut tanpa menghitung orang yang sama dua kali.',
    who: 'Petugas perpustakaan. Di situs hanya jumlahnya; jumlah 1 sampai 4 orang ditulis “<5”.',
    howLong: 'Selama programnya berjalan, atau sampai orangnya minta dihapus.',
  },
  {
    what: 'Anggota kelompok: nama, dan persetujuan untuk tiap tujuan',
    why: 'Menyebut siapa yang menganyam, hanya kalau orangnya setuju.',
    who: 'Petugas dan kelompoknya. Pengunjung melihat nama hanya dengan persetujuan.',
    howLong: 'Selama ia anggota. Catatan persetujuan disimpan sebagai bukti.',
  },
  {
    what: 'Akun kelompok dan petugas: nama, nomor atau email, jenis peramban, jam masuk',
    why: 'Masuk dengan aman, melihat HP atau komputer mana yang sedang masuk, mengabari kelompok, dan menjawab pembeli.',
    who: 'Pemilik akun dan petugas yang mengurus akun. Satu nomor tiap kelompok, yang menerima kabar pesanan, dilihat siapa saja di halaman barangnya, dan oleh pembelinya di surat, halaman pesanan, dan label paket.',
    howLong: 'Sesi kelompok berakhir 90 hari setelah terakhir dipakai, sesi petugas paling lama 12 jam.',
  },
  {
    what: 'Catatan perubahan: siapa mengubah apa, kapan, dan alasannya',
    why: 'Supaya setiap keputusan petugas dan kelompok bisa dijelaskan.',
    who: 'Petugas perpustakaan.',
    howLong: 'Tidak dihapus dan tidak bisa diubah.',
  },
]
