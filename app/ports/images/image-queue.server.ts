interface Waiting {
  run: () => void
  isUrgent: boolean
}

/** More photos than this waiting at once is no shop but an attack; each holds up to 12 MB. */
const MOST_WAITING = 12
const waiting: Waiting[] = []
let isBusy = false

/** @returns whether so many photos wait that the next visitor should be asked to try again */
export const isCrowded = (): boolean => waiting.length >= MOST_WAITING

/**
 * Runs one piece of image work at a time, those someone waits for first: two photos decoded at once would take the
 * memory and the processor that the rest of the shop needs.
 */
export async function inTurn<Made>(work: () => Promise<Made>, { isUrgent = true } = {}): Promise<Made> {
  if (isBusy) await place(isUrgent)
  isBusy = true
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // Whoever runs next finds the queue still busy, so nobody can slip in between.
    if (next) next.run()
    else isBusy = false
  }
}

const place = (isUrgent: boolean) =>
  new Promise<void>((run) => {
    const behind = isUrgent ? waiting.findIndex((other) => !other.isUrgent) : -1
    waiting.splice(behind < 0 ? waiting.length : behind, 0, { run, isUrgent })
  })
