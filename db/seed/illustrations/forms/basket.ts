import { css, LEATHER, mix, type Rgb, rgbOf, shade } from '../colours.ts'
import { type Camera, outline, round, steps, TAU, type Vec3 } from '../geometry.ts'
import type { DrawForm, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { shadow, tube } from '../trims.ts'
import { footOf, type Vessel, vesselOf } from './vessel.ts'

export const drawBasket: DrawForm = (piece) => {
  const { random, palette } = piece
  const lidded = random() < 0.35
  const height = random.range(0.78, 1.05)
  const width = random.range(1.25, 1.5)
  const yaw = random.pick([-32, 28, 38])
  const camera = piece.camera({ yaw, pitch: 27, scale: 258, centreY: 585 })
  const vessel = vesselOf({
    bottom: { width: width * 0.74, depth: width * 0.74, squareness: 4.5 },
    top: { width, depth: width, squareness: 2.05 },
    height,
    bulge: 0.05,
  })
  const rim = mix(palette[0], palette[1], random() < 0.5 ? 0.95 : 0.12)
  const body = drawBody(piece, camera, vessel, lidded)
  const top = lidded
    ? drawLid(piece, camera, vessel, width, rim)
    : drawOpenRim(piece, camera, vessel, width, rim)
  return { svg: body + top, proportions: [width, width, lidded ? height * 1.3 : height] }
}

function drawBody(piece: Piece, camera: Camera, vessel: Vessel, lidded: boolean): string {
  const { height } = vessel
  const leaf = { ...piece.plaiting(camera, { fine: 0.046, coarse: 0.054 }), surface: vessel, wrap: true }
  const foot = outline(footOf(vessel, 1.05), camera)
  const inside = { ...leaf, side: 'back' as const, light: 0.62 }
  return (
    shadow(foot, [30, 12], 'far', 0.42) +
    shadow(foot, [4, 5], 'contact', 0.5) +
    (lidded ? '' : plait({ ...inside, occlusion: (_, v) => 0.42 + 0.58 * (v / height) ** 1.6 })) +
    plait({ ...leaf, occlusion: (_, v) => 0.74 + 0.26 * Math.min(1, v / (height * 0.35)) })
  )
}

function drawLid(piece: Piece, camera: Camera, vessel: Vessel, width: number, rim: Rgb): string {
  const { height } = vessel
  const rise = height * 0.3
  const dome = (u: number, v: number): Vec3 => {
    const radius = (width / 2) * 1.06 * (1 - v)
    return [Math.cos(-u) * radius, height + rise * (1 - (1 - v) ** 2.2) * 0.98, Math.sin(-u) * radius]
  }
  const [x, y] = camera.project([0, height + rise + 0.05, 0])
  return (
    plait({
      ...piece.plaiting(camera, { fine: 0.115, coarse: 0.115 }),
      surface: { at: dome, width: TAU, height: 0.93 },
      wrap: true,
      motif: piece.motif === 'pucuk-rebung' ? 'belah-ketupat' : piece.motif,
      seed: `${piece.seed}l`,
    }) +
    tube(vessel.ring(1, 1.07), camera, { width: 15, colour: rim, braided: true }) +
    `<ellipse cx="${round(x)}" cy="${round(y + 12)}" rx="20" ry="9" fill="${css(shade(LEATHER, 0.5))}"/>` +
    `<circle cx="${round(x)}" cy="${round(y)}" r="17" fill="${css(LEATHER)}"/>` +
    `<circle cx="${round(x - 5)}" cy="${round(y - 6)}" r="5" fill="${css(rgbOf('#c69a72'))}" opacity=".8"/>`
  )
}

function drawOpenRim(piece: Piece, camera: Camera, vessel: Vessel, width: number, rim: Rgb): string {
  const edge = tube(vessel.ring(1, 1.01), camera, { width: 17, colour: rim, braided: true })
  if (piece.random() >= 0.75) return edge
  const ears = [-1, 1].map((side) =>
    tube(earPoints(camera, vessel.height, width, side), camera, { width: 14, colour: rim, braided: true }),
  )
  return edge + ears.join('')
}

/** Two ears at the back left and the back right, as the viewer sees them. */
function earPoints(camera: Camera, height: number, width: number, side: number): Vec3[] {
  const yaw = (camera.yaw * Math.PI) / 180
  const [seenX, seenZ] = [side * 0.86, -0.5]
  const x = Math.cos(yaw) * seenX - Math.sin(yaw) * seenZ
  const z = Math.sin(yaw) * seenX + Math.cos(yaw) * seenZ
  return steps(24).map((k) => {
    const angle = k * Math.PI
    const radius = (width / 2) * (1 + 0.1 * Math.sin(angle))
    return [
      x * radius - z * 0.23 * Math.cos(angle),
      height - 0.03 + 0.22 * Math.sin(angle),
      z * radius + x * 0.23 * Math.cos(angle),
    ]
  })
}
