import type { Motif } from '#app/ui/weave/drafts.ts'
import { css, shade } from '../colours.ts'
import {
  type Camera,
  nearHalf,
  outline,
  ring,
  round,
  type Surface,
  steps,
  TAU,
  type Vec3,
} from '../geometry.ts'
import type { DrawForm, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { band, clipped, shadow, tube } from '../trims.ts'

const CONE = { radius: 1.22, height: 0.82 }

const onCone = (u: number, share: number): Vec3 => {
  const up = Math.max(0, share)
  const reach = CONE.radius * (1 - up) + 0.01
  const rise = CONE.height * up ** 1.12 + 0.03 * Math.sin(Math.PI * up)
  return [Math.cos(-u) * reach, rise, Math.sin(-u) * reach]
}

/** A wide cone worn in the fields: three rings of leaf, finer towards the rim. */
export const drawConicalHat: DrawForm = (piece) => {
  const camera = piece.camera({ yaw: piece.random.pick([-20, 14, 30]), pitch: 24, scale: 255, centreY: 545 })
  const dye = piece.palette[1]
  const rim = { width: 12, colour: dye, braided: true }
  const surface: Surface = { at: onCone, width: TAU, height: 1 }
  const seams = [0.4, 0.72].map((share) =>
    band({ surface, camera, from: share - 0.018, to: share + 0.018, colour: dye, stitched: true }),
  )
  const [x, y] = camera.project([0, CONE.height + 0.02, 0])
  const svg =
    shadow(outline(ring(CONE.radius * 0.96, -0.06), camera), [22, 22], 'far', 0.45) +
    shadow(outline(ring(CONE.radius, -0.02), camera), [3, 6], 'contact', 0.45) +
    tube(ring(CONE.radius + 0.005, 0.012), camera, rim) +
    drawConeLeaf(piece, camera) +
    seams.join('') +
    tube(nearHalf(CONE.radius + 0.005, 0.012, camera), camera, rim) +
    `<ellipse cx="${round(x)}" cy="${round(y + 3)}" rx="15" ry="9" fill="${css(shade(dye, 0.75))}"/>`
  return { svg, proportions: [CONE.radius * 2, CONE.radius * 2, CONE.height] }
}

function drawConeLeaf(piece: Piece, camera: Camera): string {
  const rings: [from: number, to: number, strip: number, motif: Motif][] = [
    [0, 0.4, 0.046, piece.motif],
    [0.4, 0.72, 0.074, piece.motif === 'polos' ? 'polos' : 'mata-punai'],
    [0.72, 0.985, 0.15, 'polos'],
  ]
  return rings
    .map(([from, to, strip, motif], k) =>
      plait({
        ...piece.plaiting(camera, { fine: strip, coarse: strip }),
        surface: { at: (u, v) => onCone(u, from + v), width: TAU, height: to - from },
        wrap: true,
        motif,
        seed: piece.seed + k,
      }),
    )
    .join('')
}

interface BrimmedHat {
  brim: number
  crown: { x: number; z: number; height: number }
  wave: number
  phase: number
}

/** A hat with a soft waving brim and a pinched crown. */
export const drawBrimmedHat: DrawForm = (piece) => {
  const { random } = piece
  const camera = piece.camera({ yaw: random.pick([-20, 14, 30]), pitch: 27, scale: 255, centreY: 515 })
  const hat: BrimmedHat = {
    brim: random.range(1.16, 1.3),
    crown: { x: 0.64, z: 0.72, height: random.range(0.56, 0.66) },
    wave: random.range(0.05, 0.09),
    phase: random.range(0, 6),
  }
  const svg = drawBrim(piece, camera, hat) + drawCrown(piece, camera, hat.crown)
  return { svg, proportions: [hat.brim * 2, hat.brim * 1.94, hat.crown.height] }
}

const ellipse = (x: number, z: number, y: (x: number, z: number) => number): Vec3[] =>
  steps(120).map((k) => {
    const [px, pz] = [Math.cos(k * TAU) * x, Math.sin(k * TAU) * z]
    return [px, y(px, pz), pz]
  })

function drawBrim(piece: Piece, camera: Camera, { brim, crown, wave, phase }: BrimmedHat): string {
  const height = (x: number, z: number) => {
    const distance = Math.hypot(x, z)
    const outward = Math.max(0, (distance - crown.x) / (brim - crown.x))
    return wave * Math.sin(2 * Math.atan2(z, x) + phase) * outward + 0.05 * Math.max(0, distance - 0.9)
  }
  const half = brim * 1.1
  const at = (u: number, v: number): Vec3 => [u - half, height(u - half, half - v), half - v]
  const edge = ellipse(brim * 0.96, brim * 1.02, height)
  const underside = edge.map(([x, y, z]): Vec3 => [x, y - 0.035, z])
  const leaf = plait({
    ...piece.plaiting(camera, { fine: 0.043, coarse: 0.043 }),
    surface: { at, width: half * 2, height: half * 2 },
    motif: piece.motif === 'pucuk-rebung' ? 'belah-ketupat' : piece.motif,
    side: 'any',
    centred: true,
    measured: false,
    occlusion: (u, v) =>
      Math.min(1, 0.55 + 0.55 * Math.max(0, Math.hypot((u - half) / crown.x, (half - v) / crown.z) - 1)),
  })
  const crownShade = outline(
    ellipse(crown.x * 1.06, crown.z * 1.06, () => 0.02),
    camera,
  )
  return (
    shadow(
      outline(
        ellipse(brim * 0.92, brim, () => -0.1),
        camera,
      ),
      [18, 34],
      'far',
      0.45,
    ) +
    `<path d="${outline(underside, camera)}" fill="${css(shade(piece.palette[0], 0.38))}"/>` +
    clipped('brim', outline(edge, camera), leaf + shadow(crownShade, [22, 12], 'near', 0.5)) +
    tube(edge, camera, { width: 8, colour: piece.palette[0], braided: true })
  )
}

/** Straight side, soft shoulder: [radius, height] as shares, for a share of the way up. */
function crownProfile(share: number): [radius: number, height: number] {
  if (share < 0.72) return [1 - 0.1 * (share / 0.72), (share / 0.72) * 0.86]
  const angle = ((share - 0.72) / 0.28) * (Math.PI / 2)
  return [0.9 - 0.34 * (1 - Math.cos(angle)), 0.86 + 0.14 * Math.sin(angle)]
}

function drawCrown(piece: Piece, camera: Camera, crown: BrimmedHat['crown']): string {
  const { palette, seed } = piece
  const side = crownSide(crown)
  const top: Surface = {
    width: 2 * crown.x,
    height: 2 * crown.z,
    at: (u, v) => {
      const [x, z] = [u - crown.x, crown.z - v]
      return [x, pinched(crown, x, crown.height + 0.02, z), z]
    },
  }
  const topEdge = ellipse(crown.x * 0.575, crown.z * 0.575, (x, z) => pinched(crown, x, crown.height, z))
  const leaf = piece.plaiting(camera, { fine: 0.043, coarse: 0.043 })
  const topLeaf = plait({
    ...leaf,
    surface: top,
    strip: 0.05,
    motif: 'polos',
    seed: `${seed}t`,
    side: 'any',
    measured: false,
  })
  const ribbon = { surface: side, camera }
  return (
    plait({ ...leaf, surface: side, wrap: true, seed: `${seed}c` }) +
    clipped('crown', outline(topEdge, camera), topLeaf) +
    band({ ...ribbon, from: 0, to: side.height * 0.2, colour: palette[1] }) +
    band({ ...ribbon, from: side.height * 0.085, to: side.height * 0.115, colour: palette[2] })
  )
}

function crownSide(crown: BrimmedHat['crown']): Surface {
  const width = TAU * ((crown.x + crown.z) / 2)
  const height = crown.height * 1.28
  return {
    width,
    height,
    at: (u, v) => {
      const [reach, rise] = crownProfile(v / height)
      const angle = -(u / width) * TAU
      const [x, z] = [Math.cos(angle) * crown.x * reach, Math.sin(angle) * crown.z * reach]
      return [x, pinched(crown, x, rise * crown.height, z), z]
    },
  }
}

/** The dent along the top where fingers hold the hat. */
function pinched(crown: BrimmedHat['crown'], x: number, y: number, z: number): number {
  const depth = 0.13 * Math.exp(-((x / 0.15) ** 2)) * (z > -0.45 ? 1 : 0.4)
  return y - depth * Math.max(0, (y - crown.height * 0.7) / (crown.height * 0.3))
}
