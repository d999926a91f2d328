export type Vec2 = readonly [number, number]
export type Vec3 = readonly [number, number, number]

export const TAU = Math.PI * 2
export const lerp = (from: number, to: number, share: number): number => from + (to - from) * share
/** One decimal is finer than a pixel of any raster we ship. */
export const round = (value: number): number => Math.round(value * 10) / 10

export const minus = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const negate = (a: Vec3): Vec3 => [-a[0], -a[1], -a[2]]
export const unit = (a: Vec3): Vec3 => {
  const length = Math.hypot(...a) || 1
  return [a[0] / length, a[1] / length, a[2] / length]
}

/** A parametric surface: `at(u, v)` for u in 0..width and v in 0..height. */
export interface Surface {
  at(u: number, v: number): Vec3
  width: number
  height: number
}

/** How far the drawing reaches, so that the piece can be fitted to the frame. */
export class Extent {
  left = Infinity
  top = Infinity
  right = -Infinity
  bottom = -Infinity

  include([x, y]: readonly [number, number, ...number[]], margin = 0): void {
    this.left = Math.min(this.left, x - margin)
    this.right = Math.max(this.right, x + margin)
    this.top = Math.min(this.top, y - margin)
    this.bottom = Math.max(this.bottom, y + margin)
  }
}

export interface CameraPlace {
  yaw?: number
  pitch?: number
  roll?: number
  distance?: number
  scale?: number
  centreX?: number
  centreY?: number
  target?: Vec3
}

/** Where the eye stands, for deciding which side of a strip it sees. */
const EYE_DISTANCE = 9

export class Camera {
  readonly yaw: number
  readonly eye: Vec3
  private readonly turn: { yaw: Vec2; pitch: Vec2; roll: Vec2 }
  private readonly place: Required<CameraPlace>

  constructor(
    readonly extent: Extent,
    place: CameraPlace,
  ) {
    const defaults = { yaw: 0, pitch: 20, roll: 0, distance: 7, scale: 240, centreX: 400, centreY: 430 }
    this.place = { ...defaults, target: [0, 0, 0], ...place }
    const turnOf = (degrees: number): Vec2 => {
      const radians = (degrees * Math.PI) / 180
      return [Math.sin(radians), Math.cos(radians)]
    }
    this.yaw = this.place.yaw
    this.turn = { yaw: turnOf(this.yaw), pitch: turnOf(this.place.pitch), roll: turnOf(this.place.roll) }
    const axes = [this.rotate([1, 0, 0]), this.rotate([0, 1, 0]), this.rotate([0, 0, 1])] as const
    this.eye = [axes[0][2] * EYE_DISTANCE, axes[1][2] * EYE_DISTANCE, axes[2][2] * EYE_DISTANCE]
  }

  rotate([x, y, z]: Vec3): Vec3 {
    const { yaw, pitch, roll } = this.turn
    const turnedX = yaw[1] * x + yaw[0] * z
    const turnedZ = -yaw[0] * x + yaw[1] * z
    const pitchedY = pitch[1] * y - pitch[0] * turnedZ
    const pitchedZ = pitch[0] * y + pitch[1] * turnedZ
    return [roll[1] * turnedX - roll[0] * pitchedY, roll[0] * turnedX + roll[1] * pitchedY, pitchedZ]
  }

  project(point: Vec3): Vec3 {
    const { target, distance, scale, centreX, centreY } = this.place
    const seen = this.rotate(minus(point, target))
    const nearness = distance / (distance - seen[2])
    return [centreX + scale * seen[0] * nearness, centreY - scale * seen[1] * nearness, seen[2]]
  }
}

/** A closed path through points already on the picture plane. */
export const pathThrough = (points: readonly Vec3[], closed = true): string =>
  `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}${closed ? 'Z' : ''}`

/** The closed outline of a figure in space; it counts towards the extent. */
export function outline(points: readonly Vec3[], camera: Camera): string {
  const projected = points.map((point) => camera.project(point))
  for (const point of projected) camera.extent.include(point)
  return pathThrough(projected)
}

/** An open line in space that lies inside a piece already measured. */
export const lineThrough = (points: readonly Vec3[], camera: Camera): string =>
  pathThrough(
    points.map((point) => camera.project(point)),
    false,
  )

/** `count + 1` samples from 0 to 1, both ends included. */
export const steps = (count: number): number[] => Array.from({ length: count + 1 }, (_, k) => k / count)

export const ring = (radius: number, y: number): Vec3[] =>
  steps(90).map((k) => [Math.cos(k * TAU) * radius, y, Math.sin(k * TAU) * radius])

/** The half of a level ring that is nearer to the eye; the other half goes behind the piece. */
export function nearHalf(radius: number, y: number, camera: Camera): Vec3[] {
  const yaw = (camera.yaw * Math.PI) / 180
  const towards = Math.atan2(Math.cos(yaw), -Math.sin(yaw))
  return steps(60).map((k) => {
    const angle = towards + (k - 0.5) * Math.PI
    return [Math.cos(angle) * radius, y, Math.sin(angle) * radius]
  })
}
