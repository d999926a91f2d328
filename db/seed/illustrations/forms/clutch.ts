import { css, LEATHER, mix, type Rgb, shade } from '../colours.ts'
import type { MotifId } from '../drafts.ts'
import { type Camera, outline, round, type Surface, steps, TAU, type Vec3 } from '../geometry.ts'
import type { DrawForm, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { clipped, shadow, tube } from '../trims.ts'

const CORNER = 0.09
const CREAM: Rgb = [255, 240, 210]

interface ClutchShape {
  width: number
  height: number
  pointed: boolean
}

export const drawClutch: DrawForm = (piece) => {
  const { random } = piece
  const shape: ClutchShape = {
    width: random.range(1.85, 2.1),
    height: random.range(1.12, 1.28),
    pointed: random() < 0.5,
  }
  const tilt = random.pick([-9, 7, -6])
  const camera = piece.camera({ pitch: 0, scale: 248, centreY: 420, roll: -tilt, distance: 30 })
  const surface: Surface = {
    ...shape,
    at: (u, v) => [
      u - shape.width / 2,
      v - shape.height / 2,
      0.04 * Math.sin((Math.PI * u) / shape.width) * Math.sin((Math.PI * v) / shape.height),
    ],
  }
  const body = outline(roundedRectangle(shape.width, shape.height, CORNER), camera)
  const flap = drawFlap(piece, camera, surface, shape)
  const svg =
    drawStrap(camera, shape.width) +
    drawBody(piece, camera, surface, body) +
    clipped('flap-shade', body, shadow(flap.path, [3, 12], 'contact', 0.55)) +
    clipped('flap-body', body, flap.svg) +
    drawButton(camera, [0, flap.tip + 0.1, 0], tilt, piece.palette[1])
  return { svg, proportions: [shape.width, 0.15, shape.height] }
}

export function roundedRectangle(width: number, height: number, corner: number): Vec3[] {
  const corners: [x: number, y: number, degrees: number][] = [
    [width / 2 - corner, height / 2 - corner, 0],
    [-width / 2 + corner, height / 2 - corner, 90],
    [-width / 2 + corner, -height / 2 + corner, 180],
    [width / 2 - corner, -height / 2 + corner, 270],
  ]
  return corners.flatMap(([x, y, degrees]) =>
    steps(8).map((k): Vec3 => {
      const angle = ((degrees + k * 90) * Math.PI) / 180
      return [x + corner * Math.cos(angle), y + corner * Math.sin(angle), 0]
    }),
  )
}

function drawStrap(camera: Camera, width: number): string {
  const loop = steps(40).map((k): Vec3 => {
    const angle = k * TAU
    return [
      -width / 2 - 0.16 + 0.2 * Math.cos(angle) * (1 + 0.1 * Math.sin(angle)),
      0.44 * Math.sin(angle) - 0.16,
      0,
    ]
  })
  const cast = tube(loop, camera, { width: 11, colour: [20, 14, 8] })
  return (
    `<g opacity=".3" filter="url(#contact)" transform="translate(8 12)">${cast}</g>` +
    tube(loop, camera, { width: 10, colour: LEATHER, braided: true })
  )
}

const leafOf = (piece: Piece, camera: Camera, surface: Surface) => ({
  ...piece.plaiting(camera, { fine: 0.038, coarse: 0.044 }),
  surface,
  side: 'any' as const,
  centred: true,
  measured: false,
})

function drawBody(piece: Piece, camera: Camera, surface: Surface, body: string): string {
  const thickness = `<path d="${body}" transform="translate(3 8)" fill="${css(shade(piece.palette[0], 0.42))}"/>`
  return (
    shadow(body, [16, 26], 'far', 0.4) +
    shadow(body, [4, 8], 'contact', 0.4) +
    thickness +
    clipped('body', body, plait(leafOf(piece, camera, surface)))
  )
}

function flapOutline({ width, height, pointed }: ClutchShape): { points: Vec3[]; tip: number } {
  const [side, top] = [width / 2, height / 2]
  if (pointed) {
    const tip = -height * 0.2
    const points: Vec3[] = [
      [-side, top, 0],
      [side, top, 0],
      [side, height * 0.16, 0],
      [0.12, tip + 0.03, 0],
      [0, tip - 0.02, 0],
      [-0.12, tip + 0.03, 0],
      [-side, height * 0.16, 0],
    ]
    return { points, tip }
  }
  const edge = -top + height * 0.42
  const right: Vec3[] = [
    [side, edge + 0.14, 0],
    [side - 0.05, edge + 0.03, 0],
    [side - 0.16, edge, 0],
  ]
  const left = right.map(([x, y, z]): Vec3 => [-x, y, z]).reverse()
  return { points: [[-side, top, 0], [side, top, 0], ...right, ...left], tip: edge }
}

function drawFlap(piece: Piece, camera: Camera, surface: Surface, shape: ClutchShape) {
  const { random, palette } = piece
  const { points, tip } = flapOutline(shape)
  const path = outline(points, camera)
  const motif: MotifId = piece.motif === 'polos' ? 'polos' : random() < 0.5 ? 'polos' : piece.motif
  const [straw, dye, second] = palette
  const reversed = motif === 'polos' && piece.motif !== 'polos' && random() < 0.6
  const leaf = plait({
    ...leafOf(piece, camera, surface),
    motif,
    palette: reversed ? [dye, straw, second, straw] : palette,
    seed: `${piece.seed}f`,
    light: 1.06,
  })
  const binding = `<path d="${path}" fill="none" stroke="${css(shade(dye, 0.9))}" stroke-width="11" stroke-linejoin="round"/>`
  const seam = `<path d="${path}" fill="none" stroke="${css(mix(dye, CREAM, 0.5))}" stroke-width="1.8" stroke-dasharray="7 6" stroke-linejoin="round"/>`
  return { path, tip, svg: clipped('flap', path, leaf) + binding + seam }
}

/** A coconut-shell button. */
export function drawButton(camera: Camera, place: Vec3, tilt: number, thread: Rgb): string {
  const [x, y] = camera.project(place)
  return (
    `<g transform="translate(${round(x)} ${round(y)}) rotate(${tilt})"><ellipse cx="3" cy="7" rx="26" ry="24" fill="#1c1208" opacity=".45" filter="url(#contact)"/>` +
    '<circle r="24" fill="#7a4a28"/><circle r="24" fill="none" stroke="#4b2b14" stroke-width="2"/><circle r="17" fill="none" stroke="#9c6a42" stroke-width="1.6"/>' +
    '<path d="M-13 -4c8 -6 18 -6 26 0M-14 4c9 -5 19 -5 28 0" stroke="#5d371c" stroke-width="1.4" fill="none"/><circle cx="-5" r="3" fill="#2e1a0b"/><circle cx="5" r="3" fill="#2e1a0b"/>' +
    `<path d="M-5 0h10" stroke="${css(thread)}" stroke-width="2.6"/></g>`
  )
}
