import type { z } from 'zod'

/** An answer that is an error in Stripe's own shape. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: { type: string; message: string; code?: string; param?: string },
    /** Stripe keeps an answer under its idempotency key only once the call has begun to do something. */
    readonly beforeExecution = false,
  ) {
    super(body.message)
  }
}

export const invalid = (message: string, code?: string, param?: string): ApiError =>
  new ApiError(400, { type: 'invalid_request_error', message, code, param })

export const missing = (what: string, id: string): ApiError =>
  new ApiError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param: what.replace(' ', '_'),
  })

/**
 * Reads parameters as strictly as Stripe does: one it does not know is an error, not ignored.
 * @throws ApiError naming the first parameter that is wrong
 */
export function readParameters<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const read = schema.safeParse(sent ?? {})
  if (read.success) return read.data
  const issue = read.error.issues[0]
  if (issue?.code === 'unrecognized_keys') {
    const param = inBrackets([...issue.path, issue.keys[0] ?? ''])
    throw refused(`Received unknown parameter: ${param}`, 'parameter_unknown', param)
  }
  const param = inBrackets(issue?.path ?? [])
  const isMissing = issue?.code === 'invalid_type' && issue.message.includes('received undefined')
  if (isMissing) throw refused(`Missing required param: ${param}.`, 'parameter_missing', param)
  throw refused(`Invalid ${param}: ${issue?.message}`, undefined, param)
}

const refused = (message: string, code: string | undefined, param: string) =>
  new ApiError(400, { type: 'invalid_request_error', message, code, param }, true)

const inBrackets = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (index === 0 ? String(part) : `[${String(part)}]`)).join('')
