import { type Draft, draftOf, type Layer } from '#app/ui/weave/drafts.ts'
import { css, shade } from '../colours.ts'
import { lineThrough, outline, type Surface, steps, type Vec3 } from '../geometry.ts'
import type { DrawForm, Drawn, Piece } from '../piece.ts'
import { plait } from '../plait.ts'
import { shadow } from '../trims.ts'

interface SpreadMat {
  width: number
  length: number
  yaw: number
  pitch: number
  strip: { fine: number; coarse: number }
  draft: Draft
}

/** A mat laid out whole: a border all round the field. */
export const drawSpreadMat: DrawForm = (piece) =>
  drawSpread(piece, {
    width: piece.random.range(1.34, 1.42),
    length: 1.84,
    yaw: piece.random.pick([-28, 30, -36]),
    pitch: 46,
    strip: { fine: 0.025, coarse: 0.029 },
    draft: bordered(piece.motif),
  })

/** A mat for one person at prayer: narrower, with an arch over the field. */
export const drawPrayerMat: DrawForm = (piece) =>
  drawSpread(piece, {
    width: 1.04,
    length: 1.84,
    yaw: piece.random.pick([-26, 26, -32]),
    pitch: 50,
    strip: { fine: 0.021, coarse: 0.0225 },
    draft: arched(piece.motif),
  })

function drawSpread(piece: Piece, { width, length, yaw, pitch, strip, draft }: SpreadMat): Drawn {
  const camera = piece.camera({ yaw, pitch, scale: 262, centreY: 470 })
  const curl = piece.random.range(0.02, 0.04)
  const mat: Surface = {
    width,
    height: length,
    at: (u, v) => [u - width / 2, curl * (v / length) ** 6 * (1 + u / width), length / 2 - v],
  }
  const path = outline([mat.at(0, 0), mat.at(width, 0), mat.at(width, length), mat.at(0, length)], camera)
  const along = steps(24)
  const edges: Vec3[][] = [
    along.map((k) => mat.at(0, k * length)),
    along.map((k) => mat.at(width, k * length)),
    along.map((k) => mat.at(k * width, 0)),
    along.map((k) => mat.at(k * width, length)),
  ]
  const edgePath = edges.map((edge) => lineThrough(edge, camera)).join('')
  const svg =
    shadow(path, [6, 16], 'near', 0.38) +
    shadow(path, [2, 5], 'contact', 0.5) +
    plait({ ...piece.plaiting(camera, strip), surface: mat, side: 'any', draft }) +
    `<path d="${edgePath}" fill="none" stroke="${css(shade(piece.palette[1], 0.92))}" stroke-width="7" stroke-linecap="round"/>`
  return { svg, proportions: [length, width, 0] }
}

const BORDER = 11

function borderAt(fromEdge: number): Layer {
  if (fromEdge < 4) return 1
  return fromEdge >= 6 && fromEdge < 9 ? 2 : 0
}

/** The motif's own draft with a whole repeat on the middle line of the field. */
function centredDraft(motif: Piece['motif']): Draft {
  const { draft, period, fromEdge } = draftOf(motif)
  return (x, y, piece) => {
    const middleY = fromEdge ? 0 : period / 2 - Math.round(piece.rows / 2)
    return draft(x + period / 2 - Math.round(piece.columns / 2), y + middleY, piece)
  }
}

function bordered(motif: Piece['motif']): Draft {
  const field = centredDraft(motif)
  return (x, y, { columns, rows }) => {
    const fromEdge = Math.min(x, columns - x, y, rows - y)
    if (fromEdge < BORDER) return borderAt(fromEdge)
    return field(x - BORDER, y - BORDER, { columns: columns - 2 * BORDER, rows: rows - 2 * BORDER })
  }
}

/** The motif fills an arch; small seeds are strewn over its shoulders. */
function arched(motif: Piece['motif']): Draft {
  const { draft, period } = draftOf(motif)
  const seeds = draftOf('mata-punai').draft
  return (x, y, piece) => {
    const { columns, rows } = piece
    const fromEdge = Math.min(x, columns - x, y, rows - y)
    if (fromEdge < BORDER) return borderAt(fromEdge)
    const [spring, apex] = [rows * 0.62, rows - 15]
    const rise = Math.max(0, (y - spring) / (apex - spring))
    const half = y >= apex ? 0 : (columns / 2 - 12) * Math.max(0, 1 - rise ** 1.7)
    const inward = Math.min(half - Math.abs(x - columns / 2), (apex - y) * 0.8)
    if (y > spring && inward < 0) return seeds(x - columns / 2 + 6, y, piece) === 2 ? 2 : 0
    if (inward < 3) return 1
    if (inward < 6) return 0
    return draft(x - Math.round(columns / 2) + period / 2, y - BORDER, { columns, rows: spring })
  }
}
