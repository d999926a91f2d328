import { formatDecimal } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Picture, type PictureData, SIZES } from './picture.tsx'
import { IllustrationTab } from './product-card.tsx'

/** Where the piece sits in its picture, from 0 to 1. */
export type PictureBox = { x: number; y: number; width: number; height: number }

export type SizeData = {
  /** Null where no picture shows the piece square on: its outline is drawn instead. */
  picture: PictureData | null
  isRound?: boolean
  box: PictureBox
  /** Centimetres across and up the picture, with the word for each: a mat is long, a bag is wide. */
  across: { centimetres: number; as: 'width' | 'length' | 'diameter' } | null
  up: { centimetres: number; as: 'height' | 'width' | 'length' } | null
  /** In words, which of several sizes the centimetres are of. */
  ofSize?: string | null
  toleranceCentimetres?: number
}

/** The piece with arrows in centimetres: 42 % of shoppers judge size from pictures, and pictures lie. */
export function SizeDrawing({ size }: { size: SizeData }) {
  const { box, picture, across, up } = size
  const locale = getLocale()
  const caption = captionOf(size)
  return (
    <>
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
          <p className="across" style={acrossPlace(box)}>
            <span>{SIZE_WORDS[across.as]({ size: formatDecimal(across.centimetres, locale) })}</span>
          </p>
        )}
        {up && (
          <p className="up" style={upPlace(box)}>
            <span>{SIZE_WORDS[up.as]({ size: formatDecimal(up.centimetres, locale) })}</span>
          </p>
        )}
      </div>
      {caption && <p className="small muted tolerance">{caption}</p>}
    </>
  )
}

/** Of which size it is, and how far a piece may differ. */
const captionOf = ({ ofSize, toleranceCentimetres: centimetres }: SizeData): string =>
  [ofSize, centimetres && m.common_size_tolerance({ size: formatDecimal(centimetres, getLocale()) })]
    .filter(Boolean)
    .join(' ')

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

const outlinePlace = ({ x, y, width, height }: PictureBox) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
})

/** Just under the piece, but never out of the frame. */
const acrossPlace = ({ x, y, width, height }: PictureBox) => ({
  left: percent(x),
  width: percent(width),
  top: percent(Math.min(y + height + 0.02, 0.9)),
})

/** Just left of the piece, but never out of the frame. */
const upPlace = ({ x, y, height }: PictureBox) => ({
  left: percent(Math.max(x - 0.04, 0.04)),
  top: percent(y),
  height: percent(height),
})

const SIZE_WORDS = {
  width: m.common_size_width,
  height: m.common_size_height,
  length: m.common_size_length,
  diameter: m.common_size_diameter,
}
