export interface Source {
  href: string
  publisher: string
  id: string
  en: string
}

/** Where the facts on the page come from. */
export const SOURCES: readonly Source[] = [
  {
    href: 'http://perpustakaan.kalbarprov.go.id/index.php/2-uncategorised/67-pentingnya-pengembangan-perpustakaan-berbasis-inklusi-sosial',
    publisher: 'Perpustakaan Provinsi Kalimantan Barat',
    id: 'berita kegiatan 18 Agustus 2020 di Sukadana',
    en: 'news of the activity on 18 August 2020 in Sukadana (in Indonesian)',
  },
  {
    href: 'https://www.suarakalbar.co.id/2021/09/dispersip-kku-gelar-pelatihan-pembuatan-lekar-dari-lidi-pohon/',
    publisher: 'Suara Kalbar',
    id: 'pelatihan lekar, 31 Agustus 2021',
    en: 'the lekar training of 31 August 2021 (in Indonesian)',
  },
  {
    href: 'http://yayasanpalung.blogspot.com/2011/11/pelatihan-bagi-para-pengrajin-tikar.html',
    publisher: 'Yayasan Palung',
    id: 'pelatihan perajin tikar, November 2011',
    en: 'training for mat weavers, November 2011 (in Indonesian)',
  },
  {
    href: 'https://pontianak.tribunnews.com/2020/02/04/yayasan-palung-gelar-pelatihan-peningkatan-kualitas-produk-pandan-di-kku',
    publisher: 'Tribun Pontianak',
    id: 'pelatihan kualitas produk pandan, 29–30 Januari 2020',
    en: 'training in the quality of pandan goods, 29–30 January 2020 (in Indonesian)',
  },
  {
    href: 'https://perpusda.kebumenkab.go.id/index.php/web/post/854/program-transformasi-perpustakaan-berbasis-inklusi-sosial',
    publisher: 'Perpustakaan Daerah Kebumen',
    id: 'tiga strategi program',
    en: 'the three strategies of the programme (in Indonesian)',
  },
]

export function Sources({ locale }: { locale: 'id' | 'en' }) {
  return (
    <ul>
      {SOURCES.map((source) => (
        <li key={source.href}>
          <a href={source.href}>{source.publisher}</a>: {source[locale]}
        </li>
      ))}
    </ul>
  )
}
