import type { Motif } from '#app/ui/weave/drafts.ts'
import type { Rgb } from '../colours.ts'
import { type Camera, lerp, outline, round, type Surface, steps, TAU, type Vec3 } from '../geometry.ts'
import type { DrawForm, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { drawButton, shadow, tube } from '../trims.ts'

export interface BoxShape {
  length: number
  width: number
  height: number
}

const lyingMotif = (motif: Motif): Motif =>
  motif === 'pucuk-rebung' || motif === 'pagar' ? 'belah-ketupat' : motif

export const drawTissueBox: DrawForm = (piece) => {
  const { random, palette } = piece
  const shape: BoxShape =
    random() < 0.3
      ? { length: 1.1, width: 1.1, height: 1 }
      : {
          length: random.range(1.65, 1.85),
          width: random.range(0.92, 1.02),
          height: random.range(0.58, 0.72),
        }
  const camera = piece.camera({ yaw: random.pick([-33, 33, -26]), pitch: 30, scale: 240, centreY: 545 })
  const svg =
    drawBoxShadow(camera, shape) +
    drawBoxFaces(piece, camera, shape, 0) +
    drawBoxEdges(camera, shape, 0, palette[1]) +
    drawTissue(camera, shape)
  return { svg, proportions: [shape.length, shape.width, shape.height] }
}

function drawBoxShadow(camera: Camera, { length, width }: BoxShape): string {
  const floor = (grow: number): Vec3[] => {
    const [x, z] = [(length / 2) * grow, (width / 2) * grow]
    return [
      [-x, 0, z],
      [x, 0, z],
      [x, 0, -z],
      [-x, 0, -z],
    ]
  }
  return (
    shadow(outline(floor(1.04), camera), [24, 16], 'far', 0.45) +
    shadow(outline(floor(1), camera), [3, 6], 'contact', 0.5)
  )
}

/** Front, the side that is seen, and top of a box standing at height `base`. */
function drawBoxFaces(piece: Piece, camera: Camera, shape: BoxShape, base: number): string {
  const { length, width, height } = shape
  const [x, z, top] = [length / 2, width / 2, base + height]
  const leaf = {
    ...piece.plaiting(camera, { fine: 0.04, coarse: 0.046 }),
    centred: true,
    occlusion: (_: number, v: number) => 0.84 + 0.16 * Math.min(1, v / 0.25),
  }
  const right = showsRight(camera)
  const front: Surface = { at: (u, v) => [u - x, base + v, z], width: length, height }
  const side: Surface = {
    at: (u, v) => (right ? [x, base + v, z - u] : [-x, base + v, u - z]),
    width,
    height,
  }
  const lid: Surface = { at: (u, v) => [u - x, top, z - v], width: length, height: width }
  return (
    plait({ ...leaf, surface: front }) +
    plait({ ...leaf, surface: side, seed: `${piece.seed}r`, shiftX: 5 }) +
    plait({
      ...leaf,
      surface: lid,
      occlusion: null,
      seed: `${piece.seed}t`,
      light: 1.04,
      motif: lyingMotif(piece.motif),
    })
  )
}

/** A long low box whose lid slips over it and is held by a loop and a button. */
export const drawPencilBox: DrawForm = (piece) => {
  const { random, palette } = piece
  const body: BoxShape = { length: random.range(1.9, 2.05), width: 0.78, height: 0.36 }
  const lid: BoxShape = { length: body.length + 0.07, width: body.width + 0.07, height: 0.26 }
  const camera = piece.camera({ yaw: random.pick([-28, 30, -22]), pitch: 34, scale: 250, centreY: 545 })
  const lidBase = body.height * 0.72
  const button = camera.project([0, lidBase - 0.06, lid.width / 2 + 0.02])
  const loop = steps(20).map((k): Vec3 => {
    const angle = k * TAU
    return [Math.sin(angle) * 0.07, lidBase + 0.02 + Math.cos(angle) * 0.12, lid.width / 2 + 0.02]
  })
  const svg =
    drawBoxShadow(camera, body) +
    drawBoxFaces(piece, camera, body, 0) +
    drawBoxEdges(camera, body, 0, palette[1]) +
    drawBoxFaces(piece, camera, lid, lidBase) +
    drawBoxEdges(camera, lid, lidBase, palette[1]) +
    tube(loop, camera, { width: 6, colour: palette[1] }) +
    `<g transform="translate(${round(button[0])} ${round(button[1])}) scale(.72)">${drawButton(palette[1])}</g>`
  return { svg, proportions: [lid.length, lid.width, lidBase + lid.height] }
}

const showsRight = (camera: Camera): boolean => camera.rotate([1, 0, 0])[2] > 0

/** The bound edges of a box, those of the lid's far side included. */
function drawBoxEdges(camera: Camera, shape: BoxShape, base: number, colour: Rgb, width = 7.5): string {
  const [x, z, low, high] = [shape.length / 2, shape.width / 2, base, base + shape.height]
  const near = showsRight(camera) ? x : -x
  const edges: [Vec3, Vec3][] = [
    [
      [-x, high, z],
      [x, high, z],
    ],
    [
      [near, high, z],
      [near, high, -z],
    ],
    [
      [near, low, z],
      [near, high, z],
    ],
    [
      [-near, high, z],
      [-near, high, -z],
    ],
    [
      [-x, high, -z],
      [x, high, -z],
    ],
    [
      [-x, low, z],
      [x, low, z],
    ],
    [
      [near, low, z],
      [near, low, -z],
    ],
    [
      [-near, low, z],
      [-near, high, z],
    ],
  ]
  return edges
    .map(([from, to]) => {
      const middle: Vec3 = [lerp(from[0], to[0], 0.5), lerp(from[1], to[1], 0.5), lerp(from[2], to[2], 0.5)]
      return tube([from, middle, to], camera, { width, colour })
    })
    .join('')
}

function drawTissue(camera: Camera, { length, width, height }: BoxShape): string {
  const slot = steps(60).map((k): Vec3 => {
    const cosine = Math.cos(k * TAU)
    return [
      Math.sign(cosine) * Math.abs(cosine) ** 0.7 * length * 0.27,
      height + 0.004,
      Math.sin(k * TAU) * width * 0.15,
    ]
  })
  const [left, leftY] = camera.project([-length * 0.15, height, 0])
  const [right, rightY] = camera.project([length * 0.15, height, 0])
  const peak = camera.project([0.02, height + 0.52, 0])
  camera.extent.include(peak, 20)
  const tip = peak[1]
  const p = (x: number, y: number) => `${round(x)} ${round(y)}`
  const start = `M${p(left, leftY)}C${p(left - 12, leftY - 50)} ${p(left - 34, tip + 44)} ${p(left - 18, tip + 14)}`
  const sheet =
    `${start}C${p(left + 8, tip + 30)} ${p(left + 22, tip - 14)} ${p(left + 46, tip - 8)}C${p(right - 40, tip + 12)} ${p(right - 12, tip - 20)} ${p(right + 24, tip + 22)}` +
    `C${p(right + 20, tip + 60)} ${p(right + 4, rightY - 46)} ${p(right, rightY)}Q${p((left + right) / 2, (leftY + rightY) / 2 + 12)} ${p(left, leftY)}Z`
  const creases = `M${p(left + 46, tip - 8)}C${p(left + 30, tip + 40)} ${p(left + 34, leftY - 40)} ${p(left + 26, leftY + 4)}M${p(right - 10, tip + 4)}C${p(right - 30, tip + 50)} ${p(right - 20, rightY - 36)} ${p(right - 24, rightY + 2)}`
  return (
    `<path d="${outline(slot, camera)}" fill="#241a10"/><path d="${sheet}" fill="#fbfbf7"/>` +
    `<path d="${creases}" stroke="#d5d7d3" stroke-width="4" fill="none" stroke-linecap="round"/>` +
    `<path d="${start}L${p(left + 22, leftY)}Z" fill="#c9cdc9" opacity=".45"/>`
  )
}
