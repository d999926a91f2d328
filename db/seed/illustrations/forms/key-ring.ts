import { css, mix, shade } from '../colours.ts'
import { type Camera, outline, round, type Surface, steps, TAU, type Vec3 } from '../geometry.ts'
import type { DrawForm, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { clipped, shadow, tube } from '../trims.ts'
import { drawTassel } from './bag.ts'
import { roundedRectangle } from './clutch.ts'

const SIDE = 1.24
const REACH = SIDE * Math.SQRT1_2

/** A small plaited diamond on a cord, with a steel ring above and a tassel below. */
export const drawKeyRing: DrawForm = (piece) => {
  const tilt = piece.random.pick([-14, 12, -8])
  const camera = piece.camera({ pitch: 0, scale: 200, roll: tilt, distance: 30 })
  const [sine, cosine] = [Math.SQRT1_2, Math.SQRT1_2]
  const turn = ([x, y, z]: Vec3): Vec3 => [x * cosine - y * sine, x * sine + y * cosine, z]
  const path = outline(roundedRectangle(SIDE, SIDE, 0.12).map(turn), camera)
  const [x, y] = camera.project([0, -REACH + 0.1, 0])
  const end = camera.project([0, -REACH - 0.62, 0])
  camera.extent.include(end)
  const svg =
    drawRing(camera, piece) +
    `<g transform="translate(${round(x)} ${round(y)}) rotate(${-tilt}) scale(1.25)">${drawTassel([0, 0, 0], piece.palette, piece.random)}</g>` +
    drawCharm(piece, camera, path, turn)
  return { svg, proportions: [REACH * 2 + 1.6, REACH * 2, 0] }
}

function drawCharm(piece: Piece, camera: Camera, path: string, turn: (point: Vec3) => Vec3): string {
  const surface: Surface = {
    width: SIDE,
    height: SIDE,
    at: (u, v) => {
      const swell = Math.sin((Math.PI * u) / SIDE) * Math.sin((Math.PI * v) / SIDE)
      return turn([u - SIDE / 2, v - SIDE / 2, 0.16 * Math.max(0, swell) ** 0.7])
    },
  }
  const dye = piece.palette[1]
  const leaf = plait({
    ...piece.plaiting(camera, { fine: 0.04, coarse: 0.046 }),
    surface,
    side: 'any',
    centred: true,
    measured: false,
  })
  return (
    shadow(path, [14, 22], 'near', 0.4) +
    shadow(path, [4, 7], 'contact', 0.45) +
    clipped('charm', path, leaf) +
    `<path d="${path}" fill="none" stroke="${css(shade(dye, 0.6))}" stroke-width="13" stroke-linejoin="round"/>` +
    `<path d="${path}" fill="none" stroke="${css(dye)}" stroke-width="10.5" stroke-linejoin="round"/>` +
    `<path d="${path}" fill="none" stroke="${css(mix(dye, [255, 240, 210], 0.5))}" stroke-width="1.7" stroke-dasharray="6 5"/>`
  )
}

function drawRing(camera: Camera, { palette }: Piece): string {
  const circle = (radius: number, y: number) =>
    steps(60).map((k): Vec3 => [Math.cos(k * TAU) * radius, y + Math.sin(k * TAU) * radius, 0])
  const steel = circle(0.42, REACH + 0.86)
  const cord = steps(40).map((k): Vec3 => {
    const angle = k * TAU
    return [Math.sin(angle) * 0.075 * (1 + 0.3 * Math.cos(angle)), REACH + 0.22 + Math.cos(angle) * 0.3, 0]
  })
  const cast = tube(steel, camera, { width: 14, colour: [20, 14, 8] })
  return (
    `<g opacity=".3" filter="url(#contact)" transform="translate(8 12)">${cast}</g>` +
    tube(steel, camera, { width: 13, colour: [168, 174, 178] }) +
    tube(circle(0.36, REACH + 0.86), camera, { width: 6, colour: [140, 146, 152] }) +
    tube(cord, camera, { width: 11, colour: palette[1], braided: true })
  )
}
