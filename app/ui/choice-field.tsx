import type { InputHTMLAttributes, ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { attributesOf, FieldBox, type FieldProps } from './field.tsx'

type ChoiceListProps = {
  legend: ReactNode
  name: string
  choices: readonly { value: string; label: ReactNode; chosen?: boolean }[]
  /** One of them, or any of them. */
  kind?: 'radio' | 'checkbox'
}

/** A short list of ticks, as the filters use it. */
export function ChoiceList({ legend, name, choices, kind = 'checkbox' }: ChoiceListProps) {
  return (
    <fieldset className="choice-list">
      <legend className="label">{legend}</legend>
      {choices.map(({ value, label, chosen }) => (
        <label className="choice" key={value}>
          <input type={kind} name={name} value={value} defaultChecked={chosen} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

type FileProps = FieldProps &
  Pick<InputHTMLAttributes<HTMLInputElement>, 'accept' | 'capture' | 'multiple'> & {
    /** What was sent before, kept unless another file is chosen. */
    current?: string
  }

export function FileField({ field, label, hint, hideNeed, current, ...rest }: FileProps) {
  const { id, name, required, ...described } = attributesOf(field, hint)
  return (
    <FieldBox field={field} label={label} hint={hint} hideNeed={hideNeed}>
      {current && <p className="hint">{m.common_file_chosen({ name: current })}</p>}
      <input
        type="file"
        className="input file"
        id={id}
        name={name}
        required={required && !current}
        aria-invalid={described['aria-invalid']}
        aria-describedby={described['aria-describedby']}
        {...rest}
      />
    </FieldBox>
  )
}
