import type { Locale } from '#app/lib/locale.ts'
import { Details } from '#app/ui/facts.tsx'

/** One kind of personal data, as the law asks it to be told. */
export interface Kept {
  what: string
  why: string
  who: string
  howLong: string
}

const LABELS = {
  id: { why: 'Untuk apa', who: 'Siapa yang melihat', howLong: 'Berapa lama' },
  en: { why: 'What for', who: 'Who sees it', howLong: 'How long' },
}

export function KeptData({ kept, locale }: { kept: readonly Kept[]; locale: Locale }) {
  const labels = LABELS[locale]
  return kept.map(({ what, why, who, howLong }) => (
    <div key={what}>
      <h3>{what}</h3>
      <Details
        caption={what}
        details={[
          { label: labels.why, value: why },
          { label: labels.who, value: who },
          { label: labels.howLong, value: howLong },
        ]}
      />
    </div>
  ))
}
