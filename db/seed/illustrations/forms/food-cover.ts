import type { Motif } from '#app/ui/weave/drafts.ts'
import { css, mix, type Palette, shade } from '../colours.ts'
import { type Camera, nearHalf, outline, ring, round, type Surface, TAU, type Vec3 } from '../geometry.ts'
import type { DrawForm, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { band, shadow, tube } from '../trims.ts'

interface CoverShape {
  radius: number
  height: number
  pointed: boolean
}

const TOP = 0.93

export const drawFoodCover: DrawForm = (piece) => {
  const { random } = piece
  const shape: CoverShape = { radius: 1.24, height: random.range(0.7, 0.88), pointed: random() < 0.22 }
  const camera = piece.camera({ yaw: random.range(0, 40), pitch: 22, scale: 252, centreY: 560 })
  const profile = (share: number): [radius: number, height: number] =>
    shape.pointed
      ? [1 - share, 0.06 + 0.94 * Math.max(0, share) ** 0.92]
      : [Math.cos((share * Math.PI) / 2) ** 0.9, Math.sin((share * Math.PI) / 2)]
  const cover: Surface = {
    width: TAU,
    height: 1,
    at: (u, v): Vec3 => {
      const [reach, rise] = profile(v)
      return [Math.cos(-u) * shape.radius * reach, rise * shape.height, Math.sin(-u) * shape.radius * reach]
    },
  }
  const [reach, rise] = profile(TOP)
  const cap = ring(shape.radius * reach * 1.12, rise * shape.height + 0.005)
  const svg =
    drawLeaf(piece, camera, cover, shape) +
    drawRim(camera, cover, shape.radius, piece.palette) +
    `<path d="${outline(cap, camera)}" fill="${css(shade(piece.palette[1], 0.9))}"/>` +
    drawKnob(camera, shape.height)
  return { svg, proportions: [shape.radius * 2, shape.radius * 2, shape.height] }
}

function drawLeaf(piece: Piece, camera: Camera, cover: Surface, { radius, pointed }: CoverShape): string {
  const { palette, seed } = piece
  const [straw, dye, second, third] = palette
  const cuts = pointed ? ([0.36, 0.64] as const) : ([0.38, 0.68] as const)
  const plain = piece.motif === 'polos'
  const rings: [from: number, to: number, strip: number, motif: Motif, palette: Palette][] = [
    [0, cuts[0], 0.056, piece.motif, palette],
    [cuts[0], cuts[1], 0.075, plain ? 'polos' : 'siku-keluang', [straw, second, dye, third]],
    [cuts[1], TOP, 0.13, plain ? 'polos' : 'belah-ketupat', palette],
  ]
  const leaf = rings.map(([from, to, strip, motif, colours], k) =>
    plait({
      ...piece.plaiting(camera, { fine: strip * 0.86, coarse: strip * 0.86 }),
      surface: { at: (u, v) => cover.at(u, from + v), width: TAU, height: to - from },
      wrap: true,
      motif,
      palette: colours,
      seed: seed + k,
    }),
  )
  const seams = cuts.map((share) =>
    band({ surface: cover, camera, from: share - 0.016, to: share + 0.016, colour: dye, stitched: true }),
  )
  return (
    shadow(outline(ring(radius, -0.03), camera), [20, 20], 'far', 0.42) +
    shadow(outline(ring(radius * 1.01, -0.01), camera), [2, 5], 'contact', 0.5) +
    leaf.join('') +
    seams.join('')
  )
}

function drawRim(camera: Camera, surface: Surface, radius: number, [, dye, second]: Palette): string {
  return (
    band({ surface, camera, from: 0, to: 0.07, colour: dye }) +
    band({ surface, camera, from: 0.028, to: 0.04, colour: second }) +
    tube(nearHalf(radius * 1.003, 0.006, camera), camera, { width: 8, colour: mix(dye, [0, 0, 0], 0.15) })
  )
}

/** A turned wooden knob. */
function drawKnob(camera: Camera, height: number): string {
  const [x, y] = camera.project([0, height + 0.1, 0])
  const [footX, footY] = camera.project([0, height, 0])
  camera.extent.include([x, y], 18)
  const p = (px: number, py: number) => `${round(px)} ${round(py)}`
  return (
    `<ellipse cx="${round(footX)}" cy="${round(footY + 2)}" rx="19" ry="9" fill="#3c220f"/>` +
    `<path d="M${p(x - 9, footY + 2)}Q${p(x - 12, y + 16)} ${p(x - 17, y + 6)}A18 16 0 1 1 ${p(x + 17, y + 6)}Q${p(x + 12, y + 16)} ${p(x + 9, footY + 2)}Z" fill="#7a4a28"/>` +
    `<ellipse cx="${round(x - 6)}" cy="${round(y - 6)}" rx="6" ry="4" fill="#c99a70" opacity=".85"/>`
  )
}
