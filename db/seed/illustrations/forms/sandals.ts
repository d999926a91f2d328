import { css, shade } from '../colours.ts'
import { type Camera, lerp, outline, type Surface, steps, type Vec2, type Vec3 } from '../geometry.ts'
import type { DrawForm, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { clipped, shadow, tube } from '../trims.ts'

/** The outline of a left sole from heel round to heel; toes point away. */
const SOLE: readonly Vec2[] = [
  [0, 1.12],
  [0.2, 1.08],
  [0.3, 0.9],
  [0.31, 0.62],
  [0.27, 0.3],
  [0.29, 0],
  [0.37, -0.32],
  [0.4, -0.6],
  [0.33, -0.9],
  [0.16, -1.08],
  [-0.04, -1.12],
  [-0.22, -1.02],
  [-0.33, -0.78],
  [-0.36, -0.5],
  [-0.33, -0.15],
  [-0.27, 0.2],
  [-0.27, 0.55],
  [-0.29, 0.88],
  [-0.2, 1.07],
]
const SOLE_TOP = 0.145
const WIDTH = 1
const LENGTH = 2.36

interface Foot {
  tag: 'left' | 'right'
  mirror: 1 | -1
  camera: Camera
  /** Turns the sandal a little, as shoes are left at a door. */
  turn(point: Vec3): Vec3
}

export const drawSandals: DrawForm = (piece) => {
  const left = footAt(piece, 'left', { x: 262, y: 398, degrees: 9 })
  const right = footAt(piece, 'right', { x: 540, y: 432, degrees: -11 })
  return { svg: drawFoot(piece, left) + drawFoot(piece, right), proportions: [LENGTH, WIDTH, 0] }
}

function footAt(piece: Piece, tag: Foot['tag'], at: { x: number; y: number; degrees: number }): Foot {
  const angle = (at.degrees * Math.PI) / 180
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  return {
    tag,
    mirror: tag === 'left' ? -1 : 1,
    camera: piece.camera({ pitch: 50, scale: 262, centreX: at.x, centreY: at.y, distance: 9 }),
    turn: ([x, y, z]) => [x * cosine - z * sine, y, x * sine + z * cosine],
  }
}

/** The sole smoothed by Catmull-Rom. */
function solePoints(mirror: 1 | -1): Vec2[] {
  const key = (k: number) => SOLE[(k + SOLE.length) % SOLE.length] ?? [0, 0]
  return SOLE.flatMap((_, k) =>
    steps(7)
      .slice(0, -1)
      .map((t): Vec2 => {
        const [a, b, c, d] = [key(k - 1), key(k), key(k + 1), key(k + 2)]
        const smooth = (axis: 0 | 1) =>
          0.5 *
          (2 * b[axis] +
            (c[axis] - a[axis]) * t +
            (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
            (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t ** 3)
        return [mirror * smooth(0) * 1.12, smooth(1)]
      }),
  )
}

function drawFoot(piece: Piece, foot: Foot): string {
  const { camera, turn, tag } = foot
  const [straw, dye] = piece.palette
  const points = solePoints(foot.mirror)
  const layer = (y: number, grow: number) =>
    outline(
      points.map(([x, z]) => turn([x * grow, y, z * (1 + (grow - 1) * 0.35)])),
      camera,
    )
  const sole = steps(10).map((share, k) => {
    const fill = k < 4 ? '#4a2d18' : k < 8 ? '#d9c8a4' : css(shade(dye, 0.8))
    return `<path d="${layer(share * 0.135, 1.03)}" fill="${fill}"/>`
  })
  const top = layer(SOLE_TOP, 1)
  const insole = plait({
    ...piece.plaiting(camera, { fine: 0.043, coarse: 0.043 }),
    surface: { at: (u, v) => turn([u - WIDTH / 2, SOLE_TOP, LENGTH / 2 - v]), width: WIDTH, height: LENGTH },
    motif: 'polos',
    seed: piece.seed + tag,
    side: 'any',
    measured: false,
  })
  return (
    shadow(layer(0, 1), [14, 16], 'near', 0.45) +
    sole.join('') +
    `<path d="${top}" fill="${css(shade(straw, 0.5))}"/>` +
    clipped(`sole-${tag}`, top, insole) +
    `<path d="${top}" fill="none" stroke="${css(shade(dye, 0.85))}" stroke-width="5"/>` +
    drawStrap(piece, foot, top)
  )
}

function drawStrap(piece: Piece, { camera, turn, tag, mirror }: Foot, top: string): string {
  const [straw, dye] = piece.palette
  const over = (across: number, along: number): Vec3 => {
    const angle = Math.PI * (1 - across)
    const sine = Math.max(0, Math.sin(angle))
    return turn([
      Math.cos(angle) * 0.425 + mirror * 0.025,
      0.1 + sine ** 0.75 * (0.3 + 0.05 * along),
      lerp(0.02, -0.62, along) + 0.05 * sine * (along - 0.5),
    ])
  }
  const surface: Surface = { width: 1.28, height: 0.66, at: (u, v) => over(u / 1.28, v / 0.66) }
  const across = steps(20)
  const edge = outline([...across.map((k) => over(k, 0)), ...across.map((k) => over(1 - k, 1))], camera)
  const leaf = plait({
    ...piece.plaiting(camera, { fine: 0.04, coarse: 0.04 }),
    surface,
    seed: `${piece.seed}strap-${tag}`,
    light: 1.03,
    centred: true,
  })
  const bindings = [0, 1].map((along) =>
    tube(
      steps(24)
        .slice(1, -1)
        .map((k) => over(k, along)),
      camera,
      { width: 8, colour: dye },
    ),
  )
  return (
    clipped(`strap-shade-${tag}`, top, shadow(edge, [6, 40], 'near', 0.5)) +
    `<path d="${edge}" fill="${css(shade(straw, 0.32))}"/>` +
    leaf +
    bindings.join('')
  )
}
