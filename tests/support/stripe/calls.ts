import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Request, RequestHandler, Response } from 'express'
import { ApiError } from './api-error.ts'
import { idFor } from './books.ts'
import { type Fault, type Faults, strikeBefore } from './faults.ts'

/** One line of the journal: what the shop asked and what it was told. */
export interface Call {
  at: string
  call: string
  key: string | null
  /** Null while nothing was answered. */
  status: number | null
  fault: Fault['kind'] | null
  replayed: boolean
}

type Work = (req: Request) => unknown

interface Answer {
  status: number
  body: unknown
}

const BROKEN: Answer = {
  status: 500,
  body: { error: { type: 'api_error', message: 'An unknown error occurred.' } },
}

/** Runs calls the way Stripe does: who, then the idempotency key, then the work; and keeps a journal of them. */
export class Calls {
  journal: Call[] = []
  /** Answers by idempotency key; null while the first call with the key is still being worked on. */
  private kept = new Map<string, { fingerprint: string; answer: Answer | null }>()

  constructor(
    private readonly faults: Faults,
    private readonly secretKey: string,
  ) {}

  reset(): void {
    this.journal = []
    this.kept.clear()
  }

  handle(work: Work): RequestHandler {
    return async (req, res, next) => {
      try {
        await this.run(req, res, work)
      } catch (error) {
        next(error)
      }
    }
  }

  private async run(req: Request, res: Response, work: Work): Promise<void> {
    const call = `${req.method} ${req.path}`
    const fault = this.faults.take(call)
    const key = req.method === 'POST' ? (req.get('idempotency-key') ?? null) : null
    const at = new Date().toISOString()
    const entry: Call = { at, call, key, status: null, fault: fault?.kind ?? null, replayed: false }
    this.journal.push(entry)
    if (strikeBefore(fault?.kind, res)) return
    const answer = await this.answer(req, entry, fault, work)
    if (fault?.kind === 'answer-lost') {
      res.socket?.resetAndDestroy()
      return
    }
    entry.status = answer.status
    if (entry.replayed) res.set('Idempotent-Replayed', 'true')
    res.set('Request-Id', idFor('req')).status(answer.status).json(answer.body)
  }

  private async answer(
    req: Request,
    entry: Call,
    fault: Required<Fault> | null,
    work: Work,
  ): Promise<Answer> {
    if (req.get('authorization') !== `Bearer ${this.secretKey}`) {
      return toAnswer(
        new ApiError(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' }),
      )
    }
    const fingerprint = fingerprintOf(req)
    const kept = entry.key === null ? undefined : this.kept.get(entry.key)
    if (kept && kept.fingerprint !== fingerprint) return MISUSED_KEY
    if (kept && kept.answer === null) return KEY_IN_USE
    if (kept?.answer) {
      entry.replayed = true
      return kept.answer
    }
    if (entry.key !== null) this.kept.set(entry.key, { fingerprint, answer: null })
    if (fault?.kind === 'slow') await sleep(fault.delayMs)
    const { answer, isKept } = execute(req, fault, work)
    if (entry.key !== null && isKept) this.kept.set(entry.key, { fingerprint, answer })
    else if (entry.key !== null) this.kept.delete(entry.key)
    return answer
  }
}

function execute(req: Request, fault: Fault | null, work: Work): { answer: Answer; isKept: boolean } {
  if (fault?.kind === '500') return { answer: BROKEN, isKept: true }
  try {
    const body = structuredClone(work(req))
    return { answer: fault?.kind === '500-after-success' ? BROKEN : { status: 200, body }, isKept: true }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { answer: toAnswer(error), isKept: !error.beforeExecution }
  }
}

const toAnswer = ({ status, body }: ApiError): Answer => ({ status, body: { error: body } })

const MISUSED_KEY = toAnswer(
  new ApiError(400, {
    type: 'idempotency_error',
    message:
      'Keys for idempotent requests can only be used with the same parameters they were first used with.',
  }),
)

const KEY_IN_USE = toAnswer(
  new ApiError(409, {
    type: 'invalid_request_error',
    code: 'idempotency_key_in_use',
    message: 'There is currently another in-progress request using this Idempotent Key.',
  }),
)

const fingerprintOf = (req: Request): string =>
  createHash('sha256')
    .update(`${req.method} ${req.path} ${JSON.stringify(req.body)}`)
    .digest('hex')
