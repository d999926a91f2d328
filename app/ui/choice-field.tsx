import type { InputHTMLAttributes, ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { classNames } from './class-names.ts'
import { attributesOf, FieldBox, FieldError, type FieldProps, type FieldSource, hasError } from './field.tsx'

type CheckboxProps = { field: FieldSource; label: ReactNode; value?: string }

/** One yes-or-no; unticked unless it was ticked before. */
export function Checkbox({ field, label, value = 'on' }: CheckboxProps) {
  const { id, name, required, ...rest } = attributesOf(field)
  return (
    <div className={classNames('field', hasError(field) && 'wrong')}>
      <label className="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          required={required}
          aria-invalid={rest['aria-invalid']}
          aria-describedby={rest['aria-describedby']}
          defaultChecked={field.initialValue === value || field.initialValue === true}
        />
        <span>{label}</span>
      </label>
      <FieldError field={field} />
    </div>
  )
}

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
