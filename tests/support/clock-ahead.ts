/** Loaded before a server: its own clock, and nothing else's, runs ten minutes ahead. */
const AHEAD_MILLISECONDS = 10 * 60_000
const TrueDate = Date

globalThis.Date = class extends TrueDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(TrueDate.now() + AHEAD_MILLISECONDS)
    else super(...(given as [number]))
  }

  static override now(): number {
    return TrueDate.now() + AHEAD_MILLISECONDS
  }
} as DateConstructor
