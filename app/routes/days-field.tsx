import { m } from '#app/paraglide/messages.js'
import { type FieldSource, TextField } from '#app/ui/field.tsx'

/** How many days a parcel is on its way. */
export const DaysField = ({ field, label }: { field: FieldSource; label: string }) => (
  <TextField
    field={field}
    label={label}
    inputMode="numeric"
    autoComplete="off"
    width={4}
    after={m.console_days()}
  />
)
