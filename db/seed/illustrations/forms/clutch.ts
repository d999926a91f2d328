import type { Motif } from '#app/ui/weave/drafts.ts'
import { css, LEATHER, mix, type Rgb, shade } from '../colours.ts'
import { type Camera, outline, round, type Surface, steps, TAU, type Vec3 } from '../geometry.ts'
import type { DrawForm, Drawn, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { clipped, drawButton, shadow, tube } from '../trims.ts'

const CORNER = 0.09
const CREAM: Rgb = [255, 240, 210]

interface FlapBag {
  width: number
  height: number
  pointed: boolean
  strap: 'wrist' | 'shoulder'
}

export const drawClutch: DrawForm = (piece) => {
  const { random } = piece
  const width = random.range(1.85, 2.1)
  const height = random.range(1.12, 1.28)
  return drawFlapBag(piece, { width, height, pointed: random() < 0.5, strap: 'wrist' }, [-9, 7, -6])
}

/** A bag worn across the body, lying flat with its strap looped above it. */
export const drawSlingBag: DrawForm = (piece) => {
  const { random } = piece
  const width = random.range(1.6, 1.75)
  const height = random.range(1.28, 1.4)
  return drawFlapBag(piece, { width, height, pointed: random() < 0.3, strap: 'shoulder' }, [-6, 5, -3])
}

function drawFlapBag(piece: Piece, shape: FlapBag, tilts: [number, ...number[]]): Drawn {
  const tilt = piece.random.pick(tilts)
  const camera = piece.camera({ pitch: 0, scale: 248, centreY: 420, roll: -tilt, distance: 30 })
  const surface: Surface = {
    ...shape,
    at: (u, v) => [
      u - shape.width / 2,
      v - shape.height / 2,
      0.04 * Math.sin((Math.PI * u) / shape.width) * Math.sin((Math.PI * v) / shape.height),
    ],
  }
  const edge = roundedRectangle(shape.width, shape.height, CORNER)
  const body = outline(edge, camera)
  piece.measure(camera, edge)
  const flap = drawFlap(piece, camera, surface, shape)
  const [x, y] = camera.project([0, flap.tip + 0.1, 0])
  const svg =
    drawStrap(camera, shape) +
    drawBody(piece, camera, surface, body) +
    clipped('flap-shade', body, shadow(flap.path, [3, 12], 'contact', 0.55)) +
    clipped('flap-body', body, flap.svg) +
    `<g transform="translate(${round(x)} ${round(y)}) rotate(${tilt})">${drawButton(piece.palette[1])}</g>`
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

function drawStrap(camera: Camera, bag: FlapBag): string {
  const points = bag.strap === 'wrist' ? wristLoop(bag) : shoulderLoop(bag)
  const width = bag.strap === 'wrist' ? 10 : 13
  const cast = tube(points, camera, { width: width + 1, colour: [20, 14, 8] })
  return (
    `<g opacity=".3" filter="url(#contact)" transform="translate(8 12)">${cast}</g>` +
    tube(points, camera, { width, colour: LEATHER, braided: true })
  )
}

const wristLoop = ({ width }: FlapBag): Vec3[] =>
  steps(40).map((k) => {
    const angle = k * TAU
    const bend = 1 + 0.1 * Math.sin(angle)
    return [-width / 2 - 0.16 + 0.2 * Math.cos(angle) * bend, 0.44 * Math.sin(angle) - 0.16, 0]
  })

/** From one upper corner up, over and down to the other, a little askew as a strap falls. */
const shoulderLoop = ({ width, height }: FlapBag): Vec3[] =>
  steps(60).map((k) => {
    const angle = Math.PI * (1 - k)
    const sine = Math.max(0, Math.sin(angle))
    return [
      Math.cos(angle) * (width / 2 - 0.06) * (1 + 0.16 * sine) + 0.16 * sine ** 2,
      height / 2 - 0.12 + sine ** 0.75 * 1.12,
      0,
    ]
  })

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

function flapOutline({ width, height, pointed }: FlapBag): { points: Vec3[]; tip: number } {
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

function drawFlap(piece: Piece, camera: Camera, surface: Surface, shape: FlapBag) {
  const { random, palette } = piece
  const { points, tip } = flapOutline(shape)
  const path = outline(points, camera)
  const motif: Motif = piece.motif === 'polos' ? 'polos' : random() < 0.5 ? 'polos' : piece.motif
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
