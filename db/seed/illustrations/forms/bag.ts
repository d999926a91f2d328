import { css, dim, LEATHER, mix, type Rgb, shade } from '../colours.ts'
import { type Camera, outline, round, steps, type Vec3 } from '../geometry.ts'
import type { DrawForm, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import type { Random } from '../random.ts'
import { band, shadow, tube } from '../trims.ts'
import { footOf, type Vessel, vesselOf } from './vessel.ts'

interface Handle {
  reach: number
  rise: number
  /** Half the depth of the bag where the handle is sewn on. */
  depth: number
  colour: Rgb
}

const HANDLE_WIDTH = 15
const CREAM: Rgb = [255, 240, 210]

export const drawBag: DrawForm = (piece) => {
  const { random, palette } = piece
  const width = random.range(1.32, 1.55)
  const height = random.range(1.02, 1.25) * (random() < 0.3 ? 1.12 : 1)
  const yaw = random.pick([-28, -20, 24])
  const camera = piece.camera({ yaw, pitch: 14, scale: 236, centreY: 600 })
  const vessel = vesselOf({
    bottom: { width: width * random.range(0.78, 0.98), depth: 0.5, squareness: 5 },
    top: { width, depth: 0.34, squareness: 4.2 },
    height,
    bulge: 0.03,
  })
  const rise = random.range(0.62, 0.8)
  const colour = random() < 0.6 ? LEATHER : palette[1]
  const handle: Handle = { reach: width * 0.25, rise, depth: 0.17, colour }
  const svg =
    drawBody(piece, camera, vessel, handle) +
    drawFrontHandle(camera, height, handle) +
    (random() < 0.6
      ? drawTassel(camera.project([handle.reach, height - 0.16, handle.depth * 1.28]), palette, random)
      : '')
  return { svg, proportions: [width, 0.42, height] }
}

/** A flat broad bag with short handles, for a laptop or folders. */
export const drawLaptopBag: DrawForm = (piece) => {
  const { random, palette } = piece
  const width = random.range(1.74, 1.86)
  const height = random.range(1.24, 1.34)
  const yaw = random.pick([-22, -16, 20])
  const camera = piece.camera({ yaw, pitch: 12, scale: 236, centreY: 600 })
  const vessel = vesselOf({
    bottom: { width: width * 0.98, depth: 0.3, squareness: 7 },
    top: { width, depth: 0.22, squareness: 6 },
    height,
    bulge: 0.02,
  })
  const handle: Handle = { reach: width * 0.17, rise: random.range(0.5, 0.56), depth: 0.11, colour: LEATHER }
  const svg = drawBody(piece, camera, vessel, handle) + drawFrontHandle(camera, height, handle)
  return { svg: svg + drawZip(camera, vessel, palette[1]), proportions: [width, 0.26, height] }
}

/** The pull of the zip, hanging over the rim. */
function drawZip(camera: Camera, { height }: Vessel, thread: Rgb): string {
  const [x, y] = camera.project([0.02, height - 0.005, 0.12])
  return (
    `<g transform="translate(${round(x)} ${round(y)})"><path d="M0 0V12" stroke="#8d9296" stroke-width="7" stroke-linecap="round"/>` +
    `<path d="M0 14l-5 34h10z" fill="${css(LEATHER)}" stroke="${css(shade(LEATHER, 0.45))}" stroke-width="1.5" stroke-linejoin="round"/><path d="M0 22v18" stroke="${css(mix(thread, CREAM, 0.4))}" stroke-width="1.6"/></g>`
  )
}

function drawBody(piece: Piece, camera: Camera, vessel: Vessel, handle: Handle): string {
  const { random, palette } = piece
  const { height } = vessel
  const leaf = { ...piece.plaiting(camera, { fine: 0.038, coarse: 0.044 }), surface: vessel, wrap: true }
  const foot = outline(footOf(vessel, 1.06), camera)
  const back = handlePoints(height, handle, -handle.depth * 0.9, -0.4)
  const rim = random() < 0.5 ? LEATHER : palette[1]
  const bound = random() < 0.55
  piece.measure(camera, [...vessel.ring(0, 1), ...vessel.ring(1, 1)])
  return (
    shadow(foot, [26, 10], 'far', 0.42) +
    shadow(foot, [4, 4], 'contact', 0.5) +
    tube(back, camera, { width: HANDLE_WIDTH, colour: dim(handle.colour, 0.82), braided: true }) +
    plait({
      ...leaf,
      side: 'back',
      light: 0.5,
      motif: 'polos',
      occlusion: (_, v) => 0.5 + 0.5 * (v / height) ** 3,
    }) +
    plait({ ...leaf, occlusion: (_, v) => 0.8 + 0.2 * Math.min(1, v / (height * 0.28)) }) +
    band({ surface: vessel, camera, from: height * 0.955, to: height, colour: rim, stitched: true }) +
    (bound ? band({ surface: vessel, camera, from: 0, to: height * 0.05, colour: rim }) : '')
  )
}

function handlePoints(height: number, { reach, rise }: Handle, z: number, lean: number): Vec3[] {
  return steps(44).map((k) => {
    const angle = Math.PI * (1 - k)
    const sine = Math.max(0, Math.sin(angle))
    return [
      reach * 1.02 * Math.cos(angle) * (1 + 0.12 * sine),
      height - 0.2 + sine ** 0.8 * rise,
      z * (1 + lean * sine),
    ]
  })
}

function drawFrontHandle(camera: Camera, height: number, handle: Handle): string {
  const points = handlePoints(height, handle, handle.depth, 0.35)
  const onBody = points.filter(([, y]) => y < height + 0.02)
  const cast = tube(onBody, camera, { width: HANDLE_WIDTH, colour: [20, 14, 8] })
  const tabs = [points[0], points.at(-1)].map((end) => (end ? drawTab(camera, end, handle.colour) : ''))
  return (
    `<g opacity=".28" filter="url(#contact)" transform="translate(7 10)">${cast}</g>` +
    tube(points, camera, { width: HANDLE_WIDTH, colour: handle.colour, braided: true }) +
    tabs.join('')
  )
}

/** The patch that holds a handle, sewn with a cross. */
function drawTab(camera: Camera, [x, y, z]: Vec3, colour: Rgb): string {
  const [left, top] = camera.project([x, y - 0.01, z + 0.02])
  const patch = `<rect x="${round(left - 13)}" y="${round(top - 10)}" width="26" height="32" rx="5" fill="${css(shade(colour, 0.8))}" stroke="${css(shade(colour, 0.42))}" stroke-width="1.5"/>`
  const seam = `<path d="M${round(left - 7)} ${round(top - 3)}l14 18m0 -18l-14 18" stroke="${css(mix(colour, CREAM, 0.55))}" stroke-width="1.7" stroke-linecap="round"/>`
  return patch + seam
}

export function drawTassel([x, y]: Vec3, palette: Piece['palette'], random: Random): string {
  const [, knot, thread] = palette
  let threads = ''
  for (let k = -6; k <= 6; k++) {
    const [bend, end, drop] = [random.range(-2, 2), random.range(-2, 2), random.range(-5, 5)]
    threads += `M${round(2 + k * 0.6)} 42C${round(2 + k * 1.3)} 62 ${round(2 + k * 1.7 + bend)} 80 ${round(2 + k * 2 + end)} ${round(98 + drop)}`
  }
  const stroke = (light: number, size: number, more = '') =>
    `<path d="${threads}"${more} fill="none" stroke="${css(shade(thread, light))}" stroke-width="${size}" stroke-linecap="round"/>`
  return (
    `<g transform="translate(${round(x)} ${round(y)})"><path d="M0 -6C6 10 4 24 2 34" fill="none" stroke="${css(shade(knot, 0.7))}" stroke-width="3"/>` +
    stroke(0.78, 2.6) +
    stroke(1.2, 1, ' transform="translate(-.8 -1)"') +
    `<ellipse cx="2" cy="38" rx="8" ry="8.5" fill="${css(knot)}"/><path d="M-5 45h14" stroke="${css(shade(thread, 0.6))}" stroke-width="3.4"/></g>`
  )
}
