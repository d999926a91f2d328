import type { Locale } from '#app/lib/locale.ts'
import { DateText } from '#app/ui/date-text.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import type { SupporterNameData } from '#app/ui/supporter-name.tsx'
import { Trace } from '#app/ui/trace.tsx'

const WORDS = {
  id: { training: 'Pelatihan menganyam pandan', village: 'Desa Pangkalan Buton, Sukadana' },
  en: { training: 'Pandan weaving training', village: 'Pangkalan Buton village, Sukadana' },
}

/** The oldest trace in the records, as far as it is known. */
export function ExampleTrace({
  locale,
  supporters,
}: {
  locale: Locale
  supporters: readonly SupporterNameData[]
}) {
  const words = WORDS[locale]
  return (
    <Trace
      narrow
      supporters={supporters}
      links={[
        {
          kind: 'library',
          title: 'Dinas Perpustakaan dan Kearsipan',
          href: shopHref('/perpustakaan/dispersip-kayong-utara'),
        },
        {
          kind: 'training',
          title: words.training,
          href: shopHref('/pelatihan/anyaman-pandan-2020'),
          date: <DateText day="2020-08-18" />,
          evidence: 'documented',
        },
        {
          kind: 'group',
          title: 'Peramas Indah',
          href: shopHref('/kelompok/peramas-indah'),
          note: words.village,
        },
        { kind: 'maker', title: null },
      ]}
    />
  )
}
