import { AsyncLocalStorage } from 'node:async_hooks'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { sql } from 'kysely'
import type { Db } from '#app/platform/db.server.ts'
import { hash32 } from '../illustrations/random.ts'

/** A place where chance and the clock are decided: the same seed makes the same ids, codes and totals in every run. */
export interface FixedWorld {
  /** Goes to a moment; ids and the shop's own time follow. */
  travelTo(db: Db, moment: Date): Promise<void>
}

interface State {
  now: number
  bytes(size: number): Buffer
}
const current = new AsyncLocalStorage<State>()

/**
 * Runs work in a fixed world. Commands make their ids with `randomBytes` and `Date.now`, so for the length of the
 * work these answer from the seed, but only to the work itself: whatever else the process does keeps real chance.
 * @see docs/decisions/0061-demo-history-in-a-fixed-world.md
 */
export async function inFixedWorld<Value>(
  seed: string,
  work: (world: FixedWorld) => Promise<Value>,
): Promise<Value> {
  const state: State = { now: 0, bytes: bytesFrom(seed) }
  const restore = answerFrom(current)
  try {
    return await current.run(state, () => work({ travelTo: (db, moment) => travel(state, db, moment) }))
  } finally {
    restore()
  }
}

async function travel(state: State, db: Db, moment: Date): Promise<void> {
  state.now = moment.getTime()
  // the database draws a transfer's unique code; from here on it draws the same one every time
  const luck = (hash32(`luck:${state.now}`) / 0xffffffff) * 2 - 1
  await sql`select set_config('anyam.now', ${moment.toISOString()}, true), setseed(${luck})`.execute(db)
}

function answerFrom(worlds: AsyncLocalStorage<State>): () => void {
  const real = { randomBytes: crypto.randomBytes, now: Date.now }
  const fixed = (size: number, done?: (error: Error | null, bytes: Buffer) => void) => {
    const world = worlds.getStore()
    if (!world || done) return done ? real.randomBytes(size, done) : real.randomBytes(size)
    return world.bytes(size)
  }
  crypto.randomBytes = fixed as typeof crypto.randomBytes
  Date.now = () => worlds.getStore()?.now ?? real.now()
  syncBuiltinESMExports()
  return () => {
    crypto.randomBytes = real.randomBytes
    Date.now = real.now
    syncBuiltinESMExports()
  }
}

/** Bytes that look random and follow from the seed: SHA-256 of a counter. */
function bytesFrom(seed: string): (size: number) => Buffer {
  let drawn = 0
  return (size) => {
    const blocks = Array.from({ length: Math.ceil(size / 32) }, () =>
      crypto.createHash('sha256').update(`${seed}:${drawn++}`).digest(),
    )
    return Buffer.concat(blocks).subarray(0, size)
  }
}
