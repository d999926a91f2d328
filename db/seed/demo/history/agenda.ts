/** Something that happens at a moment. */
export interface Step {
  at: Date
  run(): Promise<void>
}

/** What is still to happen, in the order of its moments; of two at one moment the one entered first. */
export class Agenda {
  private readonly steps: Step[] = []

  add(step: Step): void {
    const later = this.steps.findLastIndex((other) => other.at.getTime() <= step.at.getTime())
    this.steps.splice(later + 1, 0, step)
  }

  /** The next step, unless it would be after the end. */
  next(end: Date): Step | null {
    const step = this.steps[0]
    if (!step || step.at.getTime() > end.getTime()) return null
    this.steps.shift()
    return step
  }
}
