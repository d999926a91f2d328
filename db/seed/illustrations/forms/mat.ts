import { css, type Rgb, shade } from '../colours.ts'
import { type Camera, lineThrough, outline, type Surface, steps, TAU, type Vec3 } from '../geometry.ts'
import type { DrawForm, Drawn, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { shadow, tube } from '../trims.ts'

interface MatShape {
  width: number
  /** How much of the mat lies flat in front of the roll. */
  flat: number
  roll: number
  strip: number
}

/** Where the far edge of the mat lies. */
const FAR_EDGE = 0.75
const TURNS = 1.75

export const drawMat: DrawForm = (piece) => {
  const flat = piece.random.range(1.15, 1.35)
  const roll = piece.random.range(0.135, 0.165)
  const yaw = piece.random.pick([-24, 24, -18])
  const camera = piece.camera({ yaw, pitch: 38, scale: 262, centreY: 470, target: [0, 0, -0.1] })
  return drawRolledMat(piece, camera, { width: 1.5, flat, roll, strip: piece.fine ? 0.029 : 0.034 })
}

/** A mat half unrolled: the flat part, then a spiral that tightens towards its core. */
function drawRolledMat(piece: Piece, camera: Camera, shape: MatShape): Drawn {
  const { width, flat, roll } = shape
  const surface: Surface = {
    width,
    height: flat + TURNS * TAU * roll * 0.82,
    at: (u, v) => {
      if (v <= flat) return [u - width / 2, 0, FAR_EDGE - v]
      const turned = (v - flat) / roll
      const radius = roll * (1 - (0.045 * turned) / Math.PI)
      return [
        u - width / 2,
        roll + 0.004 - radius * Math.cos(turned),
        FAR_EDGE - flat - radius * Math.sin(turned),
      ]
    },
  }
  const svg =
    drawFlatPart(piece, camera, surface, shape) +
    drawRoll(piece, camera, surface, shape) +
    drawEdges(camera, surface, shape, piece.palette[1])
  return { svg, proportions: [surface.height, width, 0] }
}

const leafOf = (piece: Piece, camera: Camera, surface: Surface, { strip }: MatShape) => ({
  ...piece.plaiting(camera, { fine: strip, coarse: strip }),
  surface,
  centred: true,
})

function drawFlatPart(piece: Piece, camera: Camera, surface: Surface, shape: MatShape): string {
  const { flat, roll, width } = shape
  const corners = [surface.at(0, 0), surface.at(width, 0), surface.at(width, flat), surface.at(0, flat)]
  const leaf = plait({
    ...leafOf(piece, camera, surface, shape),
    side: 'any',
    keep: (_, v) => v <= flat + roll * 0.6,
    occlusion: (_, v) => (v > flat - 0.3 ? 1 - 0.4 * Math.max(0, (v - flat + 0.16) / 0.26) : 1),
  })
  const [front, back] = [FAR_EDGE - flat + roll + 0.13, FAR_EDGE - flat]
  const rollShade: Vec3[] = [
    [-width / 2, 0, front],
    [width / 2, 0, front],
    [width / 2, 0, back],
    [-width / 2, 0, back],
  ]
  return (
    shadow(outline(corners, camera), [4, 14], 'near', 0.3) +
    leaf +
    shadow(outline(rollShade, camera), [0, 0], 'contact', 0.42)
  )
}

function drawRoll(piece: Piece, camera: Camera, surface: Surface, shape: MatShape): string {
  const { flat, roll, width } = shape
  const [straw, dye] = piece.palette
  const outerTurn = plait({
    ...leafOf(piece, camera, surface, shape),
    side: 'back',
    light: 0.97,
    keep: (_, v) => (v - flat) / roll > Math.PI * 0.55 && (v - flat) / roll < Math.PI * 2.06,
  })
  const end = ((camera.rotate([1, 0, 0])[2] > 0 ? 1 : -1) * width) / 2
  const around = (x: number, turned: number, radius: number): Vec3 => [
    x,
    roll - radius * Math.cos(turned),
    FAR_EDGE - flat - radius * Math.sin(turned),
  ]
  const disc = steps(40).map((k) => around(end, Math.PI - k * TAU, roll * 0.98))
  const spiral = steps(120).map((k) => around(end, k * TAU * 3.2, roll * 0.97 * (1 - (k * 120) / 135)))
  const spiralPath = lineThrough(spiral, camera)
  const cords = [0.22, 0.78].map((share) => {
    const turn = steps(30).map((k) => around((share - 0.5) * width, Math.PI * (0.62 + k * 1.36), roll * 1.04))
    return tube(turn, camera, { width: 7, colour: dye })
  })
  return (
    outerTurn +
    `<path d="${outline(disc, camera)}" fill="${css(shade(straw, 0.5))}"/>` +
    `<path d="${spiralPath}" fill="none" stroke="${css(shade(straw, 1.02))}" stroke-width="4.6" stroke-linejoin="round"/>` +
    `<path d="${spiralPath}" fill="none" stroke="${css(dye)}" stroke-width="1.4" stroke-dasharray="7 6"/>` +
    cords.join('')
  )
}

/** The folded edges, where a weaver turns the strips back. */
function drawEdges(camera: Camera, { at }: Surface, { flat, width }: MatShape, dye: Rgb): string {
  const stroke = (points: Vec3[], light: number, size: number) =>
    `<path d="${lineThrough(points, camera)}" fill="none" stroke="${css(shade(dye, light))}" stroke-width="${size}" stroke-linecap="round"/>`
  const sides = [0.012, width - 0.012].map((u) =>
    stroke(
      steps(24).map((k) => at(u, flat * 0.985 * k)),
      0.95,
      5.5,
    ),
  )
  return sides.join('') + stroke([at(0, 0.012), at(width, 0.012)], 0.9, 7)
}
