import { DEFINITIONS } from '#app/domain/outcomes/definitions.ts'
import type { Locale } from '#app/lib/locale.ts'
import { Details } from '#app/ui/facts.tsx'

const LABELS = {
  id: { formula: 'Rumus', source: 'Sumber', limits: 'Yang tidak dikatakan' },
  en: { formula: 'Formula', source: 'Source', limits: 'What it does not say' },
}

/** Every figure under its own key, so that a figure anywhere can link to its meaning: `#completed-sales`. */
export function Definitions({ locale }: { locale: Locale }) {
  const labels = LABELS[locale]
  return Object.entries(DEFINITIONS).map(([key, words]) => {
    const { name, formula, source, limits } = words[locale]
    return (
      <div key={key} id={key} className="definition">
        <h3>{name}</h3>
        <Details
          caption={name}
          details={[
            { label: labels.formula, value: formula },
            { label: labels.source, value: source },
            { label: labels.limits, value: limits },
          ]}
        />
      </div>
    )
  })
}
