import type { Motif } from '#app/ui/weave/drafts.ts'
import { paletteOf, rgbOf, SCHEMES, type SchemeId } from './colours.ts'
import { drawBag, drawLaptopBag } from './forms/bag.ts'
import { drawBasket } from './forms/basket.ts'
import { drawPencilBox, drawTissueBox } from './forms/box.ts'
import { drawCap } from './forms/cap.ts'
import { drawClutch, drawSlingBag } from './forms/clutch.ts'
import { drawCoasters } from './forms/coasters.ts'
import { drawFan } from './forms/fan.ts'
import { drawFoodCover } from './forms/food-cover.ts'
import { drawBrimmedHat, drawConicalHat } from './forms/hat.ts'
import { drawKeyRing } from './forms/key-ring.ts'
import { drawMat } from './forms/mat.ts'
import { drawSandals } from './forms/sandals.ts'
import { drawPrayerMat, drawSpreadMat } from './forms/spread-mat.ts'
import { round, type Vec2 } from './geometry.ts'
import { illustrationLabel } from './label.ts'
import { type DrawForm, Piece, type Proportions } from './piece.ts'
import { randomFrom } from './random.ts'
import { BLUR_FILTERS } from './trims.ts'

interface Form {
  /** As the picture's own title says it. */
  name: string
  draw: DrawForm
  /** Upper left corner of the close-up in the frame: where the motif shows best. */
  closeUp: Vec2
}

const MIDDLE: Vec2 = [270, 330]

export const FORMS = {
  tikar: { name: 'tikar', draw: drawMat, closeUp: MIDDLE },
  'tikar-hampar': { name: 'tikar', draw: drawSpreadMat, closeUp: MIDDLE },
  sajadah: { name: 'sajadah', draw: drawPrayerMat, closeUp: MIDDLE },
  tas: { name: 'tas', draw: drawBag, closeUp: [265, 420] },
  'tas-selempang': { name: 'tas selempang', draw: drawSlingBag, closeUp: [265, 450] },
  'tas-laptop': { name: 'tas laptop', draw: drawLaptopBag, closeUp: [265, 400] },
  bakul: { name: 'bakul', draw: drawBasket, closeUp: [270, 400] },
  dompet: { name: 'dompet', draw: drawClutch, closeUp: [310, 350] },
  topi: { name: 'topi', draw: drawBrimmedHat, closeUp: [130, 300] },
  caping: { name: 'topi caping', draw: drawConicalHat, closeUp: MIDDLE },
  kopiah: { name: 'kopiah', draw: drawCap, closeUp: [250, 380] },
  'tempat-tisu': { name: 'tempat tisu', draw: drawTissueBox, closeUp: [250, 400] },
  'tudung-saji': { name: 'tudung saji', draw: drawFoodCover, closeUp: MIDDLE },
  sandal: { name: 'sandal', draw: drawSandals, closeUp: [105, 130] },
  kipas: { name: 'kipas', draw: drawFan, closeUp: [260, 170] },
  'alas-gelas': { name: 'alas gelas', draw: drawCoasters, closeUp: [330, 370] },
  'kotak-pensil': { name: 'kotak pensil', draw: drawPencilBox, closeUp: MIDDLE },
  'gantungan-kunci': { name: 'gantungan kunci', draw: drawKeyRing, closeUp: [265, 380] },
} as const satisfies Record<string, Form>

export type FormId = keyof typeof FORMS

export interface Picture {
  form: FormId
  seed: number
  scheme: SchemeId
  motif: Motif
}

/** Where the piece, as far as it is measured, sits in the frame, as shares of its side. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Illustration {
  svg: string
  box: Box
  proportions: Proportions
}

/** The frame every picture is drawn in, before it is scaled. */
export const FRAME = 800
const ROOM = { width: 636, height: 600, centreX: 400, centreY: 424 }
const CLOSE_UP_SIDE = 270

/** Draws a piece: the same picture gives the same SVG, whatever was drawn before it. */
export function drawIllustration(picture: Picture, view: 'whole' | 'detail' = 'whole'): Illustration {
  const { form, seed, scheme, motif } = picture
  const key = `${form}:${seed}`
  const piece = new Piece(key, motif, paletteOf(scheme))
  const drawn = FORMS[form].draw(piece)
  const fitted = fitToFrame(piece, drawn.svg)
  const [left, top, side] = view === 'detail' ? [...FORMS[form].closeUp, CLOSE_UP_SIDE] : [0, 0, FRAME]
  const title = `Ilustrasi ${FORMS[form].name} anyaman pandan, motif ${motif.replace(/-/g, ' ')}`
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${side} ${side}" width="${FRAME}" height="${FRAME}" role="img" aria-labelledby="t"><title id="t">${title}</title>` +
    `<desc>Gambar buatan mesin, bukan foto barang. seed=${key} scheme=${scheme}</desc>` +
    definitions(scheme) +
    backdrop(key) +
    fitted.svg +
    `<g transform="translate(${left} ${top + side}) scale(${side / FRAME})">${illustrationLabel(1.75)}</g>` +
    '</svg>'
  return { svg, box: fitted.box, proportions: drawn.proportions }
}

function fitToFrame({ extent, measured }: Piece, svg: string): { svg: string; box: Box } {
  const width = extent.right - extent.left
  const height = extent.bottom - extent.top
  const fit = Math.min(ROOM.width / width, ROOM.height / height)
  const left = ROOM.centreX - (fit * (extent.left + extent.right)) / 2
  const top = ROOM.centreY - (fit * (extent.top + extent.bottom)) / 2
  const share = (length: number) => Math.round((length / FRAME) * 1000) / 1000
  const shown = measured.left < measured.right ? measured : extent
  return {
    svg: `<g transform="translate(${round(left)} ${round(top)}) scale(${Math.round(fit * 1000) / 1000})">${svg}</g>`,
    box: {
      x: share(shown.left * fit + left),
      y: share(shown.top * fit + top),
      width: share((shown.right - shown.left) * fit),
      height: share((shown.bottom - shown.top) * fit),
    },
  }
}

function definitions(scheme: SchemeId): string {
  const [top, bottom] = SCHEMES[scheme].backdrop
  const dark = rgbOf(top)[1] < 140
  const blurs = Object.entries(BLUR_FILTERS).map(
    ([id, deviation]) =>
      `<filter id="${id}" filterUnits="userSpaceOnUse" x="-500" y="-500" width="1900" height="1900"><feGaussianBlur stdDeviation="${deviation}"/></filter>`,
  )
  return (
    `<defs><linearGradient id="wall" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>` +
    `<radialGradient id="glow" cx=".3" cy=".22" r=".75"><stop stop-color="#fff" stop-opacity="${dark ? 0.2 : 0.42}"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>` +
    `<linearGradient id="floor" x2="0" y2="1"><stop stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#fff" stop-opacity="${dark ? 0.1 : 0.28}"/></linearGradient>` +
    `${blurs.join('')}</defs>`
  )
}

/** A studio wall with the dappled shade of leaves. */
function backdrop(key: string): string {
  const random = randomFrom(`${key}:leaf`)
  let leaves = ''
  for (let k = 0; k < 6; k++) {
    const x = random.range(360, 860)
    const turn = random.range(18, 62)
    const length = random.range(260, 520)
    const width = random.range(10, 22)
    const y = random.range(-120, 120)
    leaves += `<path transform="translate(${round(x)} ${round(y)}) rotate(${round(turn)})" d="M0 0Q${round(width)} ${round(length * 0.4)} 0 ${round(length)}Q${round(-width)} ${round(length * 0.4)} 0 0Z"/>`
  }
  return (
    `<rect width="${FRAME}" height="${FRAME}" fill="url(#wall)"/><rect y="500" width="${FRAME}" height="300" fill="url(#floor)"/>` +
    `<g fill="#1c2a1d" opacity=".10" filter="url(#near)">${leaves}</g><rect width="${FRAME}" height="${FRAME}" fill="url(#glow)"/>`
  )
}
