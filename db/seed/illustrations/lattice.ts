import { type Direction, type Draft, draftOf, type Layer, type Motif, overAt } from '#app/ui/weave/drafts.ts'
import type { Surface, Vec2 } from './geometry.ts'

export interface LatticePlan {
  surface: Surface
  motif: Motif
  /** Replaces the motif's own draft, for pieces laid out as a whole. */
  draft?: Draft
  /** Width of one strip, in the units of the surface. */
  strip: number
  /** The plait goes all the way round, so whole repeats must fit. */
  wrap?: boolean
  /** Puts a whole repeat in the middle of a flat piece. */
  centred?: boolean
  /** Moves the motif along the piece, so that two neighbouring faces do not mirror each other. */
  shiftX?: number
}

/** The slanted lattice of strips on a surface: strips A run one way at 45 degrees, strips B the other. */
export class Lattice {
  private readonly across: number
  private readonly up: number
  private readonly shift: Vec2
  private readonly draft: Draft

  constructor(private readonly plan: LatticePlan) {
    const { surface, strip, wrap, centred, shiftX = 0 } = plan
    const motif = draftOf(plan.motif)
    const count = surface.width / (Math.SQRT2 * strip)
    const repeat = Math.max(4, motif.period) / 2
    this.draft = plan.draft ?? motif.draft
    this.across = wrap ? Math.max(repeat, Math.round(count / repeat) * repeat) : count
    this.up = (surface.height / surface.width) * this.across
    const middle = (cells: number) => (centred ? motif.period / 2 - Math.round(cells) : 0)
    this.shift = [shiftX + middle(this.across), motif.fromEdge ? 0 : middle(this.up)]
  }

  /** Every crossing (i, j) that can touch the surface. */
  *cells(): Generator<Vec2> {
    const { wrap } = this.plan
    const last = wrap ? Math.round(2 * this.across) : Math.ceil(2 * this.across) + 1
    for (let s = wrap ? 0 : -1; s < last; s++) {
      for (let d = -2; d <= Math.ceil(2 * this.up) + 1; d++) {
        if (((s + d) & 1) === 0) yield [(s + d) / 2, (s - d) / 2]
      }
    }
  }

  toSurface(a: number, b: number): Vec2 {
    const { width, height } = this.plan.surface
    return [(width * (a + b)) / (2 * this.across), (height * (a - b)) / (2 * this.up)]
  }

  layerAt(i: number, j: number): Layer {
    const columns = 2 * this.across
    const x = i + j + 1 + this.shift[0]
    const wrapped = this.plan.wrap ? ((x % columns) + columns) % columns : x
    return this.draft(wrapped, i - j + this.shift[1], { columns, rows: 2 * this.up })
  }

  topAt(i: number, j: number): Direction {
    return overAt({ i: i, j: j }, this.layerAt(i, j), 'twill')
  }

  /** A name for the whole strip that passes a crossing, the same wherever it comes round again. */
  stripName(top: Direction, i: number, j: number): string {
    const around = this.plan.wrap ? Math.round(this.across) : 1e9
    const index = top === 'A' ? i : j
    return top + (((index % around) + around) % around)
  }
}
