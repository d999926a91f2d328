import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { m } from '#app/paraglide/messages.js'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

/** What a field must know. Conform's field metadata has this shape; so has a plain object. */
export type FieldSource = {
  name: string
  id?: string
  /** What it is called, for a list of what is wrong that would not say so otherwise. */
  label?: string
  /** What was typed or stored; conform calls it the initial value. */
  initialValue?: unknown
  errors?: readonly string[]
  required?: boolean
  minLength?: number
  maxLength?: number
  min?: string | number
  max?: string | number
  step?: string | number
  pattern?: string
}

export type FieldProps = {
  field: FieldSource
  label: ReactNode
  /** Said under the label, before the field: why we ask, or how to write it. */
  hint?: ReactNode
  /** Hides the words "wajib" or "boleh kosong" where one of two fields is enough. */
  hideNeed?: boolean
}

type Own = keyof FieldSource | 'defaultValue' | 'className'
type InputProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, Own> & {
    /** How long the answer is, so that the field shows it: 4, 8 or 16 characters. */
    width?: 4 | 8 | 16
    /** Words fixed before or after the answer, such as Rp or cm. */
    before?: string
    after?: string
    /** A button that belongs to the answer. */
    beside?: ReactNode
  }

export function TextField(props: InputProps) {
  const { field, label, hint, hideNeed, width, before, after, beside, type, ...rest } = props
  const input = (
    <input
      {...attributesOf(field, hint)}
      {...rest}
      type={type ?? 'text'}
      className={classNames('input', width && `w-${width}`)}
      defaultValue={textOf(field)}
    />
  )
  return (
    <FieldBox field={field} label={label} hint={hint} hideNeed={hideNeed}>
      {before || after || beside ? (
        <div className={beside ? 'input-row' : 'affix'}>
          {before && <span aria-hidden="true">{before}</span>}
          {input}
          {after && <span aria-hidden="true">{after}</span>}
          {beside}
        </div>
      ) : (
        input
      )}
    </FieldBox>
  )
}

type TextareaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own>

export function TextareaField({ field, label, hint, hideNeed, ...rest }: TextareaProps) {
  const { pattern: _pattern, min: _min, max: _max, step: _step, ...attributes } = attributesOf(field, hint)
  return (
    <FieldBox field={field} label={label} hint={hint} hideNeed={hideNeed}>
      <textarea {...attributes} {...rest} className="input" defaultValue={textOf(field)} />
    </FieldBox>
  )
}

export type Choice = {
  value: string
  label: string
  disabled?: boolean
  /** What the page says elsewhere while this is chosen, by the `data-chosen` of the place. */
  words?: Readonly<Record<string, string>>
}
type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, Own> & {
    choices: readonly (Choice | { group: string; choices: readonly Choice[] })[]
    /** The first, empty choice; left out when a value is always there. */
    emptyLabel?: string
  }

export function SelectField({ field, label, hint, hideNeed, choices, emptyLabel, ...rest }: SelectProps) {
  const { id, name, required, ...described } = attributesOf(field, hint)
  return (
    <FieldBox field={field} label={label} hint={hint} hideNeed={hideNeed}>
      <select
        id={id}
        name={name}
        required={required}
        aria-invalid={described['aria-invalid']}
        aria-describedby={described['aria-describedby']}
        {...rest}
        className="input"
        defaultValue={textOf(field) ?? ''}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {choices.map((choice) =>
          'group' in choice ? (
            <optgroup key={choice.group} label={choice.group}>
              {choice.choices.map(optionFor)}
            </optgroup>
          ) : (
            optionFor(choice)
          ),
        )}
      </select>
    </FieldBox>
  )
}

const optionFor = ({ value, label, disabled, words = {} }: Choice) => (
  <option key={value} value={value} disabled={disabled} {...wordsAsData(words)}>
    {label}
  </option>
)

const wordsAsData = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).map(([place, said]) => [`data-${place}`, said]))

/** The label, the hint and the error around one control; used by every field here and by special ones. */
export function FieldBox({ field, label, hint, hideNeed, children }: FieldProps & { children: ReactNode }) {
  const id = idOf(field)
  return (
    <div className={classNames('field', hasError(field) && 'wrong')}>
      <label className="label" htmlFor={id}>
        {label}
        {!hideNeed && <Need required={field.required} />}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <FieldError field={field} />
    </div>
  )
}

/** Both kinds are said in words: marking only one of them leaves the other to guessing. */
export function Need({ required }: { required?: boolean }) {
  return <span className="need">{required ? m.common_required() : m.common_optional()}</span>
}

export function FieldError({ field }: { field: FieldSource }) {
  if (!hasError(field)) return null
  return (
    <p className="field-error" id={`${idOf(field)}-error`}>
      <Icon name="alert" size={20} />
      <span>{field.errors?.join(' ')}</span>
    </p>
  )
}

export const idOf = (field: FieldSource) => field.id ?? field.name
export const hasError = (field: FieldSource) => Boolean(field.errors?.length)
export const textOf = ({ initialValue }: FieldSource): string | undefined =>
  typeof initialValue === 'string' || typeof initialValue === 'number' ? String(initialValue) : undefined

/** The ids of the hint and the error, for `aria-describedby`. */
export const describedBy = (field: FieldSource, hint?: ReactNode): string | undefined =>
  classNames(hint ? `${idOf(field)}-hint` : null, hasError(field) && `${idOf(field)}-error`)

/**
 * The attributes a control takes from its field. The form is checked on the server and carries `noValidate`;
 * the constraints stay for assistive technology and for keyboards.
 */
export function attributesOf(field: FieldSource, hint?: ReactNode) {
  return {
    id: idOf(field),
    name: field.name,
    required: field.required,
    minLength: field.minLength,
    maxLength: field.maxLength,
    min: field.min,
    max: field.max,
    step: field.step,
    pattern: field.pattern,
    'aria-invalid': hasError(field) || undefined,
    'aria-describedby': describedBy(field, hint),
  }
}
