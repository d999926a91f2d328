import { describedBy, FieldError, type FieldSource, hasError } from '#app/ui/field.tsx'

interface Props {
  field: FieldSource
  /** What is sent when it is ticked; null where only another answer helps, and there is nothing to tick. */
  value: string | null
  words: string
}

/** A tick before something that a slip of the hand must not do. */
export const Tick = ({ field, value, words }: Props) => (
  <div className={hasError(field) ? 'field wrong' : 'field'}>
    <FieldError field={field} />
    {value !== null && (
      <label className="choice">
        <input
          key={value}
          type="checkbox"
          id={field.id}
          name={field.name}
          value={value}
          aria-describedby={describedBy(field)}
        />
        <span>{words}</span>
      </label>
    )}
  </div>
)
