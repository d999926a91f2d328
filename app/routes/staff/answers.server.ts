import { data } from '@remix-run/node'
import { z } from 'zod'
import { isProviderNumber } from '#app/domain/payments/card.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { m } from '#app/paraglide/messages.js'

/** What went wrong with one of a page's forms, and what had been typed into it. */
export interface Refused {
  /** The form's own name among those of the page. */
  about: string
  /** What is wrong with the whole; null when it is the fields. */
  error: string | null
  /** What is wrong with each field that must be mended. */
  errors: Partial<Record<string, string>>
  typed: Record<string, string>
}

interface Mended {
  field?: string
  status?: 409 | 422
}

/** The same page again: 422 when something typed must be mended, 409 when things had changed meanwhile. */
export function refused(form: FormData, error: string, { field, status = 409 }: Mended = {}) {
  return answerOf(form, field ? { error: null, errors: { [field]: error } } : { error, errors: {} }, status)
}

function answerOf(form: FormData, wrong: Pick<Refused, 'error' | 'errors'>, status: 409 | 422) {
  const typed = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const answer: Refused = { about: typed['about'] ?? '', ...wrong, typed }
  return data(answer, { status })
}

/** The fields of a form as a schema reads them, or each of them that must be mended. */
export function readForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
): Result<z.output<Schema>, { code: 'unclear'; answer: ReturnType<typeof refused> }> {
  const blankIsAbsent = [...form].filter(([, value]) => value !== '')
  const parsed = schema.safeParse(Object.fromEntries(blankIsAbsent))
  if (parsed.success) return ok(parsed.data)
  const errors: Refused['errors'] = {}
  for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message
  return { ok: false, error: { code: 'unclear', answer: answerOf(form, { error: null, errors }, 422) } }
}

/** A line or so of words that must not be left out. */
export const text = (max: number, missing: () => string, min = 1) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .min(min, { error: m.console_too_short })
    .max(max, { error: () => m.console_too_long({ max }) })

const isAmount = (reference: string): boolean => /^rp[\s.]*\d/i.test(reference)

/** What a transfer or a receipt is found under; a letter to get past the form is nothing the buyer could ask for. */
export const moneyReference = text(60, m.console_refund_reference_missing).refine(
  (reference) =>
    /\d/.test(reference) && reference.replace(/[^0-9A-Za-z]/g, '').length >= 4 && !isAmount(reference),
  { error: () => m.console_refund_reference_wrong() },
)

/** The same of what never went back by card: a number of the card provider is none of it. */
export const bankReference = moneyReference.refine((reference) => !isProviderNumber(reference), {
  error: () => m.console_refund_no_bank_number(),
})

/** Why something was done, for whoever reads it later: words, not a dot to get past the form. */
export const reasonText = (missing: () => string) => text(300, missing, 3)

/** A note that may be left out, and may be as short as “ok”. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: () => m.console_too_long({ max }) })
    .optional()
