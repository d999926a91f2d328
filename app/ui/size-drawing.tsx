import { formatDecimal } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Picture, type PictureData, SIZES } from './picture.tsx'
import { IllustrationTab } from './product-card.tsx'

type Arrow = { centimetres: number; as: 'width' | 'height' | 'length' | 'diameter' }

/** Where the piece sits in its picture, from 0 to 1. */
export type PictureBox = { x: number; y: number; width: number; height: number }

export type SizeData = {
  /** Null where no picture shows the piece square on: its outline is drawn instead. */
  picture: PictureData | null
  isRound?: boolean
  box: PictureBox
  /** Centimetres across and up the picture, with the word for each: a mat is long, a bag is wide. */
  across: Arrow | null
  up: Arrow | null
  /** What no arrow in the picture would bear out. */
  unshown?: Arrow
  /** In words, which of several sizes the centimetres are of. */
  ofSize?: string | null
  toleranceCentimetres?: number
}

/** The piece with arrows in centimetres: 42 % of shoppers judge size from pictures, and pictures lie. */
export function SizeDrawing({ size }: { size: SizeData }) {
  const { box, picture, across, up } = size
  return (
    <div className="size-drawing">
      {picture ? (
        <Picture picture={picture} sizes={SIZES.gallery} />
      ) : (
        <div className="outline">
          <div className={size.isRound ? 'round' : undefined} style={outlinePlace(box)} />
        </div>
      )}
      {picture?.isIllustration && <IllustrationTab />}
      {across && (
        <p className={isLow(size) ? 'across below' : 'across'} style={acrossPlace(size)}>
          <span>{arrowWords(across)}</span>
        </p>
      )}
      {up && (
        <p className={isShort(box) ? 'up short' : 'up'} style={upPlace(box)}>
          <span>{arrowWords(up)}</span>
        </p>
      )}
    </div>
  )
}

/** Of which size it is, what no arrow says, and how far a piece may differ. */
export const sizeCaption = ({ ofSize, unshown, toleranceCentimetres: centimetres }: SizeData): string =>
  [
    ofSize,
    unshown && `${arrowWords(unshown)}.`,
    centimetres && m.common_size_tolerance({ size: formatDecimal(centimetres, getLocale()) }),
  ]
    .filter(Boolean)
    .join(' ')

const arrowWords = ({ as, centimetres }: Arrow): string =>
  SIZE_WORDS[as]({ size: formatDecimal(centimetres, getLocale()) })

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

const outlinePlace = ({ x, y, width, height }: PictureBox) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
})

/** The mark that it is an illustration stands at the lower edge of a picture: from there on an arrow goes below both. */
const isLow = ({ picture, box }: SizeData) => picture !== null && box.y + box.height > 0.84

/** Just under the piece, or under its picture. */
const acrossPlace = (size: SizeData) => ({
  left: percent(size.box.x),
  width: percent(size.box.width),
  top: isLow(size) ? '100%' : percent(size.box.y + size.box.height + 0.02),
})

/** As long as the words along an arrow are in the smallest drawing; beside a shorter one they stand free. */
const WORDS_LONG = 0.36
const isShort = ({ height }: PictureBox) => height < WORDS_LONG

/** Just right of the piece, where no strap hangs, but never out of the frame. */
const upPlace = (box: PictureBox) => ({
  left: percent(Math.min(box.x + box.width + (isShort(box) ? 0.03 : 0.05), 0.96)),
  top: percent(box.y),
  height: percent(box.height),
})

const SIZE_WORDS = {
  width: m.common_size_width,
  height: m.common_size_height,
  length: m.common_size_length,
  diameter: m.common_size_diameter,
}
