import { m } from '#app/paraglide/messages.js'
import { Icon } from './icon.tsx'

type Props = {
  name: string
  /** The form that it is part of, where it stands outside of it. */
  form: string
  value: number
  max: number
  /** Names the thing counted, for those who cannot see which line the buttons belong to. */
  of?: string
}

/**
 * A count with minus and plus. Each button sends the form with `name_step` of -1 or 1, so it works without scripts;
 * the number itself can be typed. The form's handler adds the step to the number, and knows by `name_was` whether the
 * number was changed. Enter in the number presses the form's first button, which must not be a minus.
 */
export function QuantityStepper({ name, form, value, max, of }: Props) {
  const suffix = of ? `, ${of}` : ''
  return (
    <fieldset className="stepper" aria-label={m.common_quantity() + suffix}>
      <input type="hidden" name={`${name}_was`} value={value} form={form} />
      <button
        type="submit"
        form={form}
        name={`${name}_step`}
        value="-1"
        disabled={value <= 1}
        aria-label={m.common_quantity_less() + suffix}
      >
        <Icon name="minus" />
      </button>
      <input
        name={name}
        form={form}
        defaultValue={value}
        inputMode="numeric"
        maxLength={2}
        autoComplete="off"
        aria-label={m.common_quantity() + suffix}
      />
      <button
        type="submit"
        form={form}
        name={`${name}_step`}
        value="1"
        disabled={value >= max}
        aria-label={m.common_quantity_more() + suffix}
      >
        <Icon name="plus" />
      </button>
    </fieldset>
  )
}

type SelectProps = { id: string; name: string; value?: number; max: number }

/** The longest list of counts; whoever wants more changes the number in the basket. */
export const MOST_AT_ONCE = 10

/** A plain list of counts, for the product page where nothing should be sent before the main button. */
export function QuantitySelect({ id, name, value = 1, max }: SelectProps) {
  const counts = Array.from({ length: Math.max(1, Math.min(max, MOST_AT_ONCE)) }, (_, place) => place + 1)
  return (
    <span className="quantity-select">
      <label className="label" htmlFor={id}>
        {m.common_quantity()}
      </label>
      <select className="input" id={id} name={name} defaultValue={value}>
        {counts.map((count) => (
          <option key={count}>{count}</option>
        ))}
      </select>
    </span>
  )
}
