import type { Response } from 'express'

/**
 * What can go wrong with a call:
 * `500` stores a failure and does nothing, `500-after-success` does the work first, `answer-lost` does the work and
 * then cuts the connection; `502-html`, `429`, `hang` and `reset` strike before anything is done; `slow` only delays.
 */
export type FaultKind =
  | '500'
  | '500-after-success'
  | 'answer-lost'
  | '502-html'
  | '429'
  | 'hang'
  | 'reset'
  | 'slow'

export interface Fault {
  kind: FaultKind
  /** How many calls it strikes; 1 unless told. */
  times?: number
  /** The start of `POST /v1/checkout/sessions`, say; every call of the API unless told. */
  on?: string
  /** For `slow`. */
  delayMs?: number
}

export class Faults {
  private waiting: Required<Fault>[] = []

  add({ kind, times = 1, on = '', delayMs = 0 }: Fault): void {
    this.waiting.push({ kind, times, on, delayMs })
  }

  /** The fault that strikes this call, if one is waiting for it. */
  take(call: string): Required<Fault> | null {
    const fault = this.waiting.find((one) => one.times > 0 && call.startsWith(one.on))
    if (!fault) return null
    fault.times -= 1
    return fault
  }

  reset(): void {
    this.waiting = []
  }
}

/** @returns whether the fault has already decided this call */
export function strikeBefore(kind: FaultKind | undefined, res: Response): boolean {
  if (kind === '502-html') {
    res.status(502).type('html').send('<html><body><h1>502 Bad Gateway</h1></body></html>')
  } else if (kind === '429') {
    res
      .status(429)
      .json({ error: { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests.' } })
  } else if (kind === 'reset') {
    res.socket?.resetAndDestroy()
  }
  return kind === '502-html' || kind === '429' || kind === 'reset' || kind === 'hang'
}
