import { lerp, type Surface, steps, TAU, type Vec3 } from '../geometry.ts'

export interface VesselShape {
  bottom: { width: number; depth: number; squareness: number }
  top: { width: number; depth: number; squareness: number }
  height: number
  bulge: number
}

export interface Vessel extends Surface {
  /** The point at an angle around and a share of the height. */
  around(angle: number, share: number): Vec3
  ring(share: number, grow: number): Vec3[]
}

const SAMPLES = 400

/** Radius of a superellipse: 2 is a circle, 5 nearly a rectangle. */
const superRadius = (angle: number, squareness: number) =>
  (Math.abs(Math.cos(angle)) ** squareness + Math.abs(Math.sin(angle)) ** squareness) ** (-1 / squareness)

/** A basket body whose cross-section changes from bottom to rim, walked at an even pace around. */
export function vesselOf({ bottom, top, height, bulge }: VesselShape): Vessel {
  const around = (angle: number, share: number): Vec3 => {
    const radius = superRadius(angle, lerp(bottom.squareness, top.squareness, share))
    const swell = 1 + bulge * Math.sin(Math.PI * Math.min(1, share))
    return [
      Math.cos(angle) * radius * lerp(bottom.width, top.width, share) * 0.5 * swell,
      height * share,
      Math.sin(angle) * radius * lerp(bottom.depth, top.depth, share) * 0.5 * swell,
    ]
  }
  const walked = arcLengths((angle) => around(angle, 0.6))
  const width = walked[SAMPLES] ?? 0
  return {
    width,
    height,
    around,
    // Walked backwards, so that outward normals come out of the (u, v) cross product.
    at: (u, v) => around(angleAt(walked, width - u), v / height),
    ring: (share, grow) =>
      steps(90).map((k) => {
        const [x, y, z] = around(k * TAU, share)
        return [x * grow, y, z * grow]
      }),
  }
}

function arcLengths(pointAt: (angle: number) => Vec3): number[] {
  const lengths = [0]
  for (let k = 1; k <= SAMPLES; k++) {
    const from = pointAt(((k - 1) / SAMPLES) * TAU)
    const to = pointAt((k / SAMPLES) * TAU)
    lengths.push((lengths[k - 1] ?? 0) + Math.hypot(to[0] - from[0], to[2] - from[2]))
  }
  return lengths
}

function angleAt(lengths: readonly number[], distance: number): number {
  const whole = lengths[SAMPLES] ?? 1
  const walked = ((distance % whole) + whole) % whole
  let [low, high] = [0, SAMPLES]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((lengths[middle] ?? 0) <= walked) low = middle
    else high = middle
  }
  const step = (lengths[high] ?? 0) - (lengths[low] ?? 0) || 1
  return ((low + (walked - (lengths[low] ?? 0)) / step) / SAMPLES) * TAU
}

/** The foot of a vessel, for its shadow. */
export const footOf = (vessel: Vessel, grow: number): Vec3[] =>
  steps(60)
    .slice(0, -1)
    .map((k) => {
      const [x, , z] = vessel.around(k * TAU, 0)
      return [x * grow, 0, z * grow]
    })
