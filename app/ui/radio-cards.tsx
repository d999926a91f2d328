import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { describedBy, FieldError, type FieldProps, hasError, idOf, Need, textOf } from './field.tsx'

export type RadioCard = {
  value: string
  title: ReactNode
  /** A price or a date, at the right end of the title. */
  aside?: ReactNode
  note?: ReactNode
  disabled?: boolean
}

type Props = FieldProps & { cards: readonly RadioCard[]; columns?: 1 | 2 | 3 }

/** One choice out of few, each with room for its price and its terms. */
export function RadioCards({ field, label, hint, hideNeed, cards, columns = 1 }: Props) {
  const id = idOf(field)
  return (
    <fieldset
      id={id}
      className={classNames('field', hasError(field) && 'wrong')}
      aria-describedby={describedBy(field, hint)}
    >
      <legend className="label">
        {label}
        {!hideNeed && <Need required={field.required} />}
      </legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={classNames('radio-cards', columns > 1 && `across-${columns}`)}>
        {cards.map((card) => (
          <RadioCardChoice key={card.value} name={field.name} card={card} chosen={textOf(field)} />
        ))}
      </div>
      <FieldError field={field} />
    </fieldset>
  )
}

function RadioCardChoice({ name, card, chosen }: { name: string; card: RadioCard; chosen?: string }) {
  return (
    <label className="radio-card">
      <input
        type="radio"
        name={name}
        value={card.value}
        defaultChecked={chosen === card.value}
        disabled={card.disabled}
      />
      <span className="face">
        <b>{card.title}</b>
        {card.aside && <span className="aside">{card.aside}</span>}
        {card.note && <span className="more small muted">{card.note}</span>}
      </span>
    </label>
  )
}
