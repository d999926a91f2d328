import { type Camera, outline, type Surface, steps, TAU } from '../geometry.ts'
import type { DrawForm, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { band, clipped, shadow, tube } from '../trims.ts'
import { footOf, type Vessel, vesselOf } from './vessel.ts'

/** A kopiah: an oval cap, straight at the side, with a shallow crease along the top. */
export const drawCap: DrawForm = (piece) => {
  const { random, palette } = piece
  const yaw = random.pick([-38, 34, 42])
  const camera = piece.camera({ yaw, pitch: 21, scale: 300, centreY: 545 })
  const height = random.range(0.66, 0.76)
  const side = vesselOf({
    bottom: { width: 1.3, depth: 1.64, squareness: 1.95 },
    top: { width: 1.02, depth: 1.44, squareness: 1.8 },
    height,
    bulge: 0.015,
  })
  const foot = outline(footOf(side, 1.03), camera)
  const svg =
    shadow(foot, [26, 14], 'far', 0.45) +
    shadow(foot, [4, 5], 'contact', 0.5) +
    plait({
      ...piece.plaiting(camera, { fine: 0.034, coarse: 0.038 }),
      surface: side,
      wrap: true,
      occlusion: (_, v) => 0.84 + 0.16 * Math.min(1, v / (height * 0.4)),
    }) +
    band({ surface: side, camera, from: 0, to: height * 0.1, colour: palette[1], stitched: true }) +
    drawTop(piece, camera, side)
  return { svg, proportions: [1.6, 1.3, height] }
}

/** Two soft ridges with a valley between them, running from front to back. */
function drawTop(piece: Piece, camera: Camera, side: Vessel): string {
  const [halfX, halfZ] = [0.56, 0.76]
  const top: Surface = {
    width: 2 * halfX,
    height: 2 * halfZ,
    at: (u, v) => {
      const [x, z] = [u - halfX, halfZ - v]
      const alongFade = Math.max(0, Math.cos((z / halfZ) * (Math.PI / 2))) ** 0.5
      const valley = 0.13 * Math.exp(-((x / 0.16) ** 2)) * alongFade
      return [x, side.height + 0.015 - valley, z]
    },
  }
  const leaf = plait({
    ...piece.plaiting(camera, { fine: 0.034, coarse: 0.038 }),
    surface: top,
    motif: 'polos',
    seed: `${piece.seed}t`,
    side: 'any',
    light: 1.03,
    measured: false,
    occlusion: (u) => 1 - 0.3 * Math.exp(-(((u - halfX) / 0.1) ** 2)),
  })
  const edge = steps(90).map((k) => side.around(k * TAU, 1))
  return (
    clipped('cap-top', outline(edge, camera), leaf) +
    tube(edge, camera, { width: 6, colour: piece.palette[0] })
  )
}
