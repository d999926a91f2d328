import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { optionalText } from '#app/routes/parcel-forms.server.ts'

const name = (missing: () => string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(60, { error: () => m.console_too_long({ max: 60 }) })

/** One of the known couriers, or `other` with its name. */
export const courierForm = z
  .object({
    courier: name(() => m.console_courier_missing()),
    other: optionalText(60),
    trackingNumber: optionalText(60),
  })
  .refine(({ courier, other }) => courier !== 'other' || other !== null, {
    path: ['other'],
    error: () => m.console_courier_missing(),
  })
export const boatForm = z.object({ boat: name(() => m.console_boat_missing()) })
