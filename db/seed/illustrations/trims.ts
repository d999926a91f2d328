import { css, mix, type Rgb, STITCH_CREAM, shade } from './colours.ts'
import {
  type Camera,
  cross,
  dot,
  minus,
  pathThrough,
  round,
  type Surface,
  unit,
  type Vec3,
} from './geometry.ts'
import { lightOn } from './plait.ts'

export interface Band {
  surface: Surface
  camera: Camera
  colour: Rgb
  from: number
  to: number
  stitched?: boolean
}

const BAND_STEPS = 90

/** A plain lit band between two heights of a surface: cloth binding, leather, a rim. */
export function band({ surface, camera, colour, from, to, stitched = false }: Band): string {
  const fills = new Map<string, string[]>()
  let stitches = ''
  for (let k = 0; k < BAND_STEPS; k++) {
    const left = (surface.width * k) / BAND_STEPS
    const right = (surface.width * (k + 1.08)) / BAND_STEPS
    const normal = bandNormal(surface, (left + right) / 2, from, to)
    const towards = unit(minus(camera.eye, surface.at((left + right) / 2, (from + to) / 2)))
    if (dot(normal, towards) < -0.02) continue
    const fill = css(shade(colour, 0.58 + 0.52 * lightOn(normal) + 0.05 * normal[1]), 2)
    const corners: Vec3[] = [
      surface.at(left, from),
      surface.at(right, from),
      surface.at(right, to),
      surface.at(left, to),
    ]
    const path = pathThrough(corners.map((corner) => camera.project(corner)))
    fills.set(fill, [...(fills.get(fill) ?? []), path])
    if (stitched && k % 2 === 0) {
      const middle = from + (to - from) * 0.5
      const ends = [surface.at(left, middle), surface.at(left + (right - left) * 0.55, middle)]
      stitches += pathThrough(
        ends.map((end) => camera.project(end)),
        false,
      )
    }
  }
  const cloth = [...fills].map(
    ([fill, paths]) => `<path fill="${fill}" stroke="${fill}" stroke-width=".6" d="${paths.join('')}"/>`,
  )
  const thread = css(mix(colour, STITCH_CREAM, 0.6))
  const seam = `<path d="${stitches}" stroke="${thread}" stroke-width="1.6" fill="none" stroke-linecap="round"/>`
  return cloth.join('') + (stitches ? seam : '')
}

function bandNormal({ at }: Surface, u: number, from: number, to: number): Vec3 {
  const step = 1e-3
  const normal = cross(minus(at(u + step, from), at(u - step, from)), minus(at(u, to), at(u, from)))
  return unit(normal)
}

export interface Tube {
  width: number
  colour: Rgb
  /** Draws slanted strokes over it, for a plaited cord. */
  braided?: boolean
}

/** A round cord, handle or bound edge along points in space. */
export function tube(
  points: readonly Vec3[],
  camera: Camera,
  { width, colour, braided = false }: Tube,
): string {
  const projected = points.map((point) => camera.project(point))
  for (const point of projected) camera.extent.include(point, width / 2)
  const path = pathThrough(projected, false)
  const stroke = (light: number, size: number, more = '') =>
    `<path d="${path}" fill="none" stroke="${css(shade(colour, light))}" stroke-width="${round(size)}" stroke-linecap="round" stroke-linejoin="round"${more}/>`
  const offset = round(-width * 0.14)
  const highlight = stroke(1.25, width * 0.38, ` transform="translate(${offset} ${offset})" opacity=".7"`)
  return (
    stroke(0.45, width + 2) +
    stroke(0.86, width) +
    highlight +
    (braided ? braid(projected, width, colour) : '')
  )
}

function braid(points: readonly Vec3[], width: number, colour: Rgb): string {
  let strokes = ''
  let travelled = 0
  points.forEach(([x, y], k) => {
    const before = points[k - 1]
    if (!before) return
    const length = Math.hypot(x - before[0], y - before[1]) || 1
    travelled += length
    if (travelled < width * 0.62) return
    travelled = 0
    const [alongX, alongY] = [(x - before[0]) / length, (y - before[1]) / length]
    const reach = width * 0.46
    for (const side of [1, -1]) {
      const startX = x + side * alongY * reach - alongX * reach * 0.6
      const startY = y - side * alongX * reach - alongY * reach * 0.6
      strokes += `M${round(startX)} ${round(startY)}L${round(x)} ${round(y)}`
    }
  })
  const size = round(Math.max(1.2, width * 0.13))
  return `<path d="${strokes}" fill="none" stroke="${css(shade(colour, 0.5))}" stroke-width="${size}" stroke-linecap="round" opacity=".75"/>`
}

type Blur = 'contact' | 'near' | 'far'

/** A soft shadow of an outline that was measured already. */
export const shadow = (
  path: string,
  [dx, dy]: readonly [number, number],
  blur: Blur,
  opacity: number,
): string =>
  `<path d="${path}" transform="translate(${dx} ${dy})" fill="#20180c" opacity="${opacity}" filter="url(#${blur})"/>`

export const BLUR_FILTERS: Record<Blur, number> = { contact: 5, near: 12, far: 26 }

export const clipped = (id: string, path: string, body: string): string =>
  `<clipPath id="${id}"><path d="${path}"/></clipPath><g clip-path="url(#${id})">${body}</g>`

/** A coconut-shell button with its thread, centred on the origin. */
export const drawButton = (thread: Rgb): string =>
  '<ellipse cx="3" cy="7" rx="26" ry="24" fill="#1c1208" opacity=".45" filter="url(#contact)"/>' +
  '<circle r="24" fill="#7a4a28"/><circle r="24" fill="none" stroke="#4b2b14" stroke-width="2"/><circle r="17" fill="none" stroke="#9c6a42" stroke-width="1.6"/>' +
  '<path d="M-13 -4c8 -6 18 -6 26 0M-14 4c9 -5 19 -5 28 0" stroke="#5d371c" stroke-width="1.4" fill="none"/><circle cx="-5" r="3" fill="#2e1a0b"/><circle cx="5" r="3" fill="#2e1a0b"/>' +
  `<path d="M-5 0h10" stroke="${css(thread)}" stroke-width="2.6"/>`
