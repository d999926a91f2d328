import { css, mix, shade } from '../colours.ts'
import { type Camera, outline, type Surface, steps, TAU, type Vec3 } from '../geometry.ts'
import type { DrawForm, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { clipped, shadow, tube } from '../trims.ts'

interface Disc {
  centre: Vec3
  /** How far its near edge hangs down, in degrees below 0; 0 lies flat. */
  lean: number
}

const RADIUS = 0.62
const THICKNESS = 0.075

/** Six coasters: four in a pile, one beside it, and one in front that rests on its neighbour. */
export const drawCoasters: DrawForm = (piece) => {
  const { random } = piece
  const yaw = random.pick([-14, 10, 18])
  const camera = piece.camera({ yaw, pitch: 36, scale: 250 })
  const pile = [0, 1, 2, 3].map(
    (k): Disc => ({
      centre: [-0.42 + random.range(-0.035, 0.035), k * THICKNESS, random.range(-0.3, -0.24)],
      lean: 0,
    }),
  )
  const beside: Disc = { centre: [0.74, 0, -0.2], lean: 0 }
  const front: Disc = { centre: [0.22, THICKNESS * 0.5, 0.76], lean: -4 }
  const discs = [...pile, beside, front]
  return {
    svg: discs.map((disc, k) => drawDisc(piece, camera, disc, k)).join(''),
    proportions: [RADIUS, RADIUS, 0],
  }
}

function drawDisc(piece: Piece, camera: Camera, { centre, lean }: Disc, index: number): string {
  const angle = (lean * Math.PI) / 180
  const place = (x: number, z: number, rise: number): Vec3 => [
    centre[0] + x,
    centre[1] - z * Math.sin(angle) + rise * Math.cos(angle),
    centre[2] + z * Math.cos(angle) + rise * Math.sin(angle),
  ]
  const rim = (rise: number, grow = 1) =>
    steps(72).map((k) => place(Math.cos(k * TAU) * RADIUS * grow, Math.sin(k * TAU) * RADIUS * grow, rise))
  const face: Surface = {
    width: RADIUS * 2,
    height: RADIUS * 2,
    at: (u, v) => place(u - RADIUS, RADIUS - v, THICKNESS),
  }
  const dye = piece.palette[1]
  const top = outline(rim(THICKNESS, 0.99), camera)
  const leaf = plait({
    ...piece.plaiting(camera, { fine: 0.037, coarse: 0.042 }),
    surface: face,
    seed: `${piece.seed}${index}`,
    side: 'any',
    centred: true,
    measured: false,
  })
  const ground = outline(rim(0), camera)
  return (
    shadow(ground, [12, 9], 'near', index > 0 && index < 4 ? 0.16 : 0.4) +
    shadow(ground, [2, 4], 'contact', 0.42) +
    `<path d="${ground}" fill="${css(shade(dye, 0.5))}"/>` +
    tube(rim(THICKNESS * 0.5, 1.01), camera, { width: 15, colour: mix(dye, [0, 0, 0], 0.12) }) +
    clipped(`disc-${index}`, top, leaf) +
    tube(rim(THICKNESS, 0.985), camera, { width: 10, colour: dye, braided: true })
  )
}
