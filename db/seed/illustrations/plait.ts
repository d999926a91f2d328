import { type Direction, draftOf, type Layer, overAt } from '#app/ui/weave/drafts.ts'
import { css, luminance, mix, type Palette, type Rgb, shade } from './colours.ts'
import {
  type Camera,
  cross,
  dot,
  minus,
  negate,
  pathThrough,
  type Surface,
  unit,
  type Vec2,
  type Vec3,
} from './geometry.ts'
import { Lattice, type LatticePlan } from './lattice.ts'
import { jitter } from './random.ts'

export interface Plaiting extends Omit<LatticePlan, 'strip'> {
  strip?: number
  camera: Camera
  palette: Palette
  seed: string
  /** Which face of the surface is seen. */
  side?: 'front' | 'back' | 'any'
  /** In dyed areas the strips of the other direction are dyed too, or left as straw. */
  tie?: 'dye' | 'straw'
  light?: number
  occlusion?: ((u: number, v: number) => number) | null
  keep?: (u: number, v: number) => boolean
  /** False when the piece is clipped to an outline that was measured already. */
  measured?: boolean
}

const LIGHT = unit([-0.45, 0.85, 0.62])
const SEGMENTS = 3
const GAP = 0.055
const FOLD = 0.3
const SUNBLEACHED: Rgb = [222, 205, 152]
const DARK_LEAF: Rgb = [186, 148, 92]
const SHEEN: Rgb = [255, 250, 235]

/** A rectangle of the lattice: a0..a1 across strips A, b0..b1 across strips B. */
type Patch = readonly [a0: number, a1: number, b0: number, b1: number]

/**
 * Plaits a surface: strips run at 45 degrees, every visible segment is a projected polygon, lit by the
 * surface normal and dark where it dives under its neighbour.
 * @returns SVG paths, one per colour
 */
export function plait(plaiting: Plaiting): string {
  return new Plait(plaiting).draw()
}

/** The surface normal by central difference; the step stays inside the surface. */
function normalAt({ at, width, height }: Surface, u: number, v: number): Vec3 {
  const step = 1e-3
  const x = Math.min(width - step, Math.max(step, u))
  const y = Math.min(height - step, Math.max(step, v))
  return unit(cross(minus(at(x + step, y), at(x - step, y)), minus(at(x, y + step), at(x, y - step))))
}

export const lightOn = (normal: Vec3): number => Math.max(0, dot(normal, LIGHT))

function clipToEdge(polygon: Vec2[], axis: 0 | 1, limit: number, sign: 1 | -1): Vec2[] {
  const clipped: Vec2[] = []
  polygon.forEach((from, k) => {
    const to = polygon[(k + 1) % polygon.length] ?? from
    const fromInside = (from[axis] - limit) * sign >= 0
    const toInside = (to[axis] - limit) * sign >= 0
    if (fromInside) clipped.push(from)
    if (fromInside === toInside) return
    const share = (limit - from[axis]) / (to[axis] - from[axis])
    const other = axis === 0 ? from[1] + share * (to[1] - from[1]) : from[0] + share * (to[0] - from[0])
    clipped.push(axis === 0 ? [limit, other] : [other, limit])
  })
  return clipped
}

class Plait {
  private readonly dyesStrips: ReturnType<typeof draftOf>['strip']
  private readonly lattice: Lattice
  private readonly bed: string[] = []
  private readonly ribs: string[] = []
  private readonly strips = new Map<string, string[]>()

  constructor(private readonly options: Plaiting) {
    this.dyesStrips = options.draft ? undefined : draftOf(options.motif).strip
    this.lattice = new Lattice({ ...options, strip: options.strip ?? 0.05 })
  }

  draw(): string {
    for (const [i, j] of this.lattice.cells()) this.drawCell(i, j)
    const bedColour = css(shade(mix(this.options.palette[0], [40, 28, 16], 0.72), 0.75 * this.light))
    const bed = `<path fill="${bedColour}" stroke="${bedColour}" stroke-width=".8" d="${this.bed.join('')}"/>`
    const strips = [...this.strips].map(([fill, paths]) => `<path fill="${fill}" d="${paths.join('')}"/>`)
    const ribs = `<path fill="#2a1a08" fill-opacity=".13" d="${this.ribs.join('')}"/>`
    return bed + strips.join('') + (this.ribs.length > 0 ? ribs : '')
  }

  private get light(): number {
    return this.options.light ?? 1
  }

  /** The light that reaches a cell, or null when the cell is not seen. */
  private lightAt(i: number, j: number): { lambert: number; occluded: number; rim: number } | null {
    const { surface, camera, wrap, side = 'front', keep, occlusion } = this.options
    const [centreU, centreV] = this.lattice.toSurface(i + 0.5, j + 0.5)
    const u = wrap ? centreU : Math.min(surface.width, Math.max(0, centreU))
    const v = Math.min(surface.height, Math.max(0, centreV))
    if (keep && !keep(u, v)) return null
    const wrappedU = wrap ? ((u % surface.width) + surface.width) % surface.width : u
    const outward = normalAt(surface, wrappedU, v)
    const facing = dot(outward, unit(minus(camera.eye, surface.at(u, v))))
    if ((side === 'front' && facing < 0) || (side === 'back' && facing > 0)) return null
    const normal = side === 'back' ? negate(outward) : outward
    return {
      lambert: 0.62 + 0.5 * lightOn(normal) + 0.06 * normal[1],
      occluded: occlusion ? occlusion(u, v) : 1,
      rim: 1 - 0.18 * (1 - Math.abs(facing)) ** 3,
    }
  }

  private path(patch: Patch): string | null {
    const { surface, camera, wrap, measured = true } = this.options
    const [a0, a1, b0, b1] = patch
    const corners: Vec2[] = [
      this.lattice.toSurface(a0, b0),
      this.lattice.toSurface(a1, b0),
      this.lattice.toSurface(a1, b1),
      this.lattice.toSurface(a0, b1),
    ]
    let polygon = clipToEdge(clipToEdge(corners, 1, 0, 1), 1, surface.height, -1)
    if (!wrap) polygon = clipToEdge(clipToEdge(polygon, 0, 0, 1), 0, surface.width, -1)
    if (polygon.length < 3) return null
    const points = polygon.map(([u, v]) => camera.project(surface.at(u, v)))
    if (measured) for (const point of points) camera.extent.include(point)
    return pathThrough(points)
  }

  private drawCell(i: number, j: number): void {
    const light = this.lightAt(i, j)
    const bed = light && this.path([i, i + 1, j, j + 1])
    if (!light || !bed) return
    this.bed.push(bed)
    const layer = this.lattice.layerAt(i, j)
    const top = overAt({ i, j }, layer, 'twill')
    const leaf = this.leafOf(i, j, layer, top)
    const runsOn = (step: number) =>
      (top === 'A' ? this.lattice.topAt(i, j + step) : this.lattice.topAt(i + step, j)) === top
    const ends = [runsOn(-1), runsOn(1)] as const
    for (let k = 0; k < SEGMENTS; k++) this.drawSegment({ i, j, k, top, leaf, light, ends })
    const rib: Patch =
      top === 'A' ? [i + 0.62, i + 0.7, j + 0.02, j + 0.98] : [i + 0.02, i + 0.98, j + 0.62, j + 0.7]
    const ribPath = this.path(rib)
    if (ribPath) this.ribs.push(ribPath)
  }

  /** The strip's own colour and brightness: every strip of leaf differs a little from the next. */
  private leafOf(i: number, j: number, layer: Layer, top: Direction): { colour: Rgb; brightness: number } {
    const { palette, seed, tie } = this.options
    const strip = this.lattice.stripName(top, i, j)
    const tiedDark = layer > 0 && top === 'A' && tie !== 'straw'
    const floated = layer > 0 && (top === 'B' || tiedDark) ? layer : 0
    const tone = this.dyesStrips?.(top, top === 'A' ? i : j) ?? floated
    const bleach = jitter(seed, `${strip}h`)
    const colour =
      tone === 0
        ? mix(palette[0], bleach > 0 ? SUNBLEACHED : DARK_LEAF, Math.abs(bleach) * 0.28)
        : palette[tone]
    const uneven = 1 + 0.09 * jitter(seed, strip) + 0.035 * jitter(seed, `${i},${j}`)
    const direction = top === 'A' ? 1.045 : 0.93
    return { colour, brightness: uneven * direction * (tiedDark ? 0.8 : 1) }
  }

  private drawSegment(segment: {
    i: number
    j: number
    k: number
    top: Direction
    leaf: { colour: Rgb; brightness: number }
    light: { lambert: number; occluded: number; rim: number }
    ends: readonly [startRunsOn: boolean, endRunsOn: boolean]
  }): void {
    const { i, j, k, top, leaf, light, ends } = segment
    const [from, to] = [k / SEGMENTS, (k + 1) / SEGMENTS]
    const patch: Patch =
      top === 'A'
        ? [i + GAP, i + 1 - GAP, j + from, j + to + 0.02]
        : [i + from, i + to + 0.02, j + GAP, j + 1 - GAP]
    const path = this.path(patch)
    if (!path) return
    const middle = (from + to) / 2
    const toDive = Math.min(ends[0] ? 9 : middle, ends[1] ? 9 : 1 - middle)
    const crest = ends[0] || ends[1] ? 1.06 : 1.03
    const relief = toDive > 0.5 ? crest : 1 - FOLD * (1 - toDive / 0.5) ** 1.5
    const dark = luminance(leaf.colour)
    const brightness = light.lambert * light.rim * light.occluded * leaf.brightness * this.light * relief
    const gloss = (toDive > 0.5 ? 1 : Math.max(0, toDive * 2 - 0.25)) * (0.03 + 0.13 * (1 - dark))
    const sheen = gloss * (top === 'A' ? 1.15 : 0.8) * Math.max(0.25, light.lambert - 0.35) * light.occluded
    const fill = css(mix(shade(leaf.colour, brightness * (dark < 0.45 ? 0.97 : 1)), SHEEN, sheen))
    const paths = this.strips.get(fill)
    if (paths) paths.push(path)
    else this.strips.set(fill, [path])
  }
}
