import type { ReactNode } from 'react'

export type StripNumber = { value: ReactNode; label: ReactNode }

const HUES = ['library', 'training', 'group', 'maker']

/** Up to four numbers in the order of the trace, each under its dye. */
export function NumberStrip({ numbers }: { numbers: readonly StripNumber[] }) {
  return (
    <ul className="number-strip">
      {numbers.map(({ value, label }, place) => (
        <li key={HUES[place % 4]} className={HUES[place % 4]}>
          <div className="number">{value}</div>
          <div>{label}</div>
        </li>
      ))}
    </ul>
  )
}
