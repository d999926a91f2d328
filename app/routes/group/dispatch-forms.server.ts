import { z } from 'zod'
import type { Sent } from '#app/domain/fulfilment/parcel.ts'
import type { DispatchWay } from '#app/domain/orders/order-status.ts'
import { m } from '#app/paraglide/messages.js'
import { optionalText, trackingNumber } from '#app/routes/parcel-forms.server.ts'
import { OTHER } from './dispatch-ways.ts'

const name = (missing: () => string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(60, { error: () => m.console_too_long({ max: 60 }) })

/** One of the known couriers, or `other` with its name. */
const courierForm = z
  .object({
    courier: name(() => m.console_courier_missing()),
    other: optionalText(60),
    trackingNumber,
  })
  .refine(({ courier, other }) => courier !== OTHER || other !== null, {
    path: ['other'],
    error: () => m.console_courier_missing(),
  })
  .transform(
    ({ courier, other, trackingNumber }): Sent => ({
      way: 'courier',
      carrier: courier === OTHER ? other : courier,
      trackingNumber,
    }),
  )

/** How a parcel went, as each way's form says it. */
export const SENT_FORMS: Record<DispatchWay, z.ZodType<Sent>> = {
  courier: courierForm,
  boat: z
    .object({ boat: name(() => m.console_boat_missing()) })
    .transform(({ boat }) => ({ way: 'boat', carrier: boat, trackingNumber: null })),
  local: z.object({}).transform(() => ({ way: 'local', carrier: null, trackingNumber: null })),
}
