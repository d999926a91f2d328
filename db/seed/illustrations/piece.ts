import type { Motif } from '#app/ui/weave/drafts.ts'
import type { Palette } from './colours.ts'
import { Camera, type CameraPlace, Extent, type Vec3 } from './geometry.ts'
import type { Plaiting } from './plait.ts'
import { type Random, randomFrom } from './random.ts'

/** Length, width and height of a drawn piece in one unit; only their ratios mean anything. */
export type Proportions = readonly [length: number, width: number, height: number]

export interface Drawn {
  svg: string
  proportions: Proportions
}

/** What a form is asked to draw, and the tools it draws with. */
export class Piece {
  readonly extent = new Extent()
  /** The part that its measurements speak of, where that is less than the whole: a bag without its handles. */
  readonly measured = new Extent()
  readonly random: Random
  readonly tie: 'dye' | 'straw'
  /** Finely split leaf, which weavers sell dearer. */
  readonly fine: boolean

  constructor(
    readonly seed: string,
    readonly motif: Motif,
    readonly palette: Palette,
  ) {
    const leaf = randomFrom(seed)
    this.random = randomFrom(`${seed}:shape`)
    this.tie = leaf() < 0.35 ? 'straw' : 'dye'
    this.fine = leaf() < 0.5
  }

  camera(place: CameraPlace): Camera {
    return new Camera(this.extent, place)
  }

  /** Says which points bound the part that is measured. */
  measure(camera: Camera, points: readonly Vec3[]): void {
    for (const point of points) this.measured.include(camera.project(point))
  }

  /** The plaiting every part of this piece starts from. */
  plaiting(camera: Camera, strip: { fine: number; coarse: number }) {
    return {
      camera,
      strip: this.fine ? strip.fine : strip.coarse,
      motif: this.motif,
      palette: this.palette,
      seed: this.seed,
      tie: this.tie,
    } satisfies Omit<Plaiting, 'surface'>
  }
}

export type DrawForm = (piece: Piece) => Drawn
