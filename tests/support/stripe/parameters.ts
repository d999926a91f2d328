import type { Stripe } from 'stripe'
import { z } from 'zod'

type Known<Params> = Partial<Record<keyof Params, z.ZodType>>

const whole = z
  .string()
  .regex(/^\d{1,12}$/, 'must be a whole number')
  .transform(Number)
const metadata = z.record(z.string().max(40), z.string().max(500)).default({})
const expand = z.array(z.string()).default([])
const created = z
  .union([whole, z.strictObject({ gt: whole, gte: whole, lt: whole, lte: whole }).partial()])
  .optional()
const page = {
  limit: whole.pipe(z.number().min(1).max(100)).default(10),
  starting_after: z.string().optional(),
  expand,
}

const lineItem = z.strictObject({
  quantity: whole.pipe(z.number().min(1)),
  price_data: z.strictObject({
    currency: z.string().length(3),
    unit_amount: whole,
    product_data: z.strictObject({ name: z.string().min(1).max(250) }),
  }),
})

const sessionShape = {
  mode: z.literal('payment'),
  submit_type: z.enum(['auto', 'pay']).default('auto'),
  locale: z.enum(['auto', 'id', 'en']).default('auto'),
  client_reference_id: z.string().max(200).optional(),
  customer_email: z.email().optional(),
  metadata,
  payment_intent_data: z.strictObject({ metadata, description: z.string().max(1000).optional() }).optional(),
  adaptive_pricing: z.strictObject({ enabled: z.enum(['true', 'false']) }).optional(),
  line_items: z.array(lineItem).min(1).max(100),
  expires_at: whole.optional(),
  success_url: z.url(),
  cancel_url: z.url().optional(),
  expand,
} satisfies Known<Stripe.Checkout.SessionCreateParams>

const refundShape = {
  payment_intent: z.string().optional(),
  charge: z.string().optional(),
  amount: whole.pipe(z.number().min(1)).optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata,
  expand,
} satisfies Known<Stripe.RefundCreateParams>

const sessionListShape = {
  ...page,
  created,
  status: z.enum(['open', 'complete', 'expired']).optional(),
  payment_intent: z.string().optional(),
} satisfies Known<Stripe.Checkout.SessionListParams>

const refundListShape = {
  ...page,
  created,
  payment_intent: z.string().optional(),
  charge: z.string().optional(),
} satisfies Known<Stripe.RefundListParams>

const eventListShape = {
  ...page,
  created,
  type: z.string().optional(),
  types: z.array(z.string()).max(20).optional(),
  delivery_success: z.enum(['true', 'false']).optional(),
} satisfies Known<Stripe.EventListParams>

const balanceListShape = {
  ...page,
  created,
  type: z.string().optional(),
  source: z.string().optional(),
} satisfies Known<Stripe.BalanceTransactionListParams>

/** The parameters the stand-in knows, under the names the SDK's types give them; any other is refused. */
export const parameters = {
  sessionCreate: z.strictObject(sessionShape),
  sessionList: z.strictObject(sessionListShape),
  refundCreate: z.strictObject(refundShape),
  refundList: z.strictObject(refundListShape),
  eventList: z.strictObject(eventListShape),
  balanceList: z.strictObject(balanceListShape),
  onlyExpand: z.strictObject({ expand }),
}

export type SessionParameters = z.output<typeof parameters.sessionCreate>
export type Created = z.output<typeof created>
