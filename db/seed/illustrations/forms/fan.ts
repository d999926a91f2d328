import { css, mix, type Rgb, rgbOf, shade } from '../colours.ts'
import { type Camera, outline, pathThrough, type Surface, steps, TAU, type Vec3 } from '../geometry.ts'
import type { DrawForm, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { clipped, shadow, tube } from '../trims.ts'

const BAMBOO = rgbOf('#b98a4c')
const CREAM: Rgb = [255, 240, 210]
const BLADE = { width: 2, height: 2.05 }
const HANDLE_FOOT = -1.95

/** A hand fan: a leaf-shaped blade on a bamboo stick. */
export const drawFan: DrawForm = (piece) => {
  const tilt = piece.random.pick([-24, 22, -16])
  const camera = piece.camera({ pitch: 0, scale: 200, roll: tilt, distance: 30 })
  const fullness = piece.random.range(0.9, 1.05)
  const path = outline(bladePoints(fullness), camera)
  const svg =
    shadow(path, [16, 26], 'far', 0.4) +
    shadow(path, [4, 8], 'contact', 0.4) +
    drawBlade(piece, camera, path) +
    drawHandle(camera, piece.palette[1])
  return { svg, proportions: [BLADE.height / 2 - HANDLE_FOOT, BLADE.width * fullness * 0.92, 0] }
}

/** Broad at the shoulders, drawn to a soft point at the top. */
function bladePoints(fullness: number): Vec3[] {
  return steps(96).map((k) => {
    const angle = k * TAU - Math.PI / 2
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
    const shoulder = 1 - 0.3 * Math.max(0, sine) ** 2.4
    const point = sine > 0 ? 1.1 : 0.86
    const x = Math.sign(cosine) * Math.abs(cosine) ** 0.86 * shoulder * fullness * 0.92
    return [x, sine * point * (BLADE.height / 2) + 0.04, 0]
  })
}

function drawBlade(piece: Piece, camera: Camera, path: string): string {
  const surface: Surface = {
    width: BLADE.width * 1.1,
    height: BLADE.height * 1.16,
    at: (u, v) => [u - BLADE.width * 0.55, v - BLADE.height * 0.56, 0.03 * Math.cos(u - BLADE.width * 0.55)],
  }
  const dye = piece.palette[1]
  const leaf = plait({
    ...piece.plaiting(camera, { fine: 0.042, coarse: 0.048 }),
    surface,
    side: 'any',
    centred: true,
    measured: false,
  })
  return (
    `<path d="${path}" transform="translate(2 6)" fill="${css(shade(piece.palette[0], 0.42))}"/>` +
    clipped('blade', path, leaf) +
    `<path d="${path}" fill="none" stroke="${css(shade(dye, 0.62))}" stroke-width="15" stroke-linejoin="round"/>` +
    `<path d="${path}" fill="none" stroke="${css(shade(dye, 0.95))}" stroke-width="12.5" stroke-linejoin="round"/>` +
    `<path d="${path}" fill="none" stroke="${css(mix(dye, CREAM, 0.5))}" stroke-width="1.8" stroke-dasharray="7 6" stroke-linejoin="round"/>`
  )
}

function drawHandle(camera: Camera, thread: Rgb): string {
  const stick: Vec3[] = [
    [-0.075, HANDLE_FOOT, 0],
    [0.075, HANDLE_FOOT, 0],
    [0.045, 0.52, 0],
    [0, 0.6, 0],
    [-0.045, 0.52, 0],
  ]
  const path = outline(stick, camera)
  const sheen = stick.map(([x, y]): Vec3 => [x * 0.28 - 0.012, y * 0.985, 0])
  const lashings = [-0.74, -0.24, 0.26].flatMap((y) =>
    [0, 0.045, 0.09].map((step) =>
      tube(
        [
          [-0.085, y + step, 0],
          [0.085, y + step + 0.012, 0],
        ],
        camera,
        { width: 8, colour: thread },
      ),
    ),
  )
  return (
    shadow(path, [7, 9], 'contact', 0.42) +
    `<path d="${path}" fill="${css(BAMBOO)}" stroke="${css(shade(BAMBOO, 0.45))}" stroke-width="2" stroke-linejoin="round"/>` +
    `<path d="${pathThrough(sheen.map((point) => camera.project(point)))}" fill="${css(shade(BAMBOO, 1.35))}" opacity=".75"/>` +
    lashings.join('')
  )
}
