import type { Product } from '#app/domain/catalogue/product.ts'
import { m } from '#app/paraglide/messages.js'
import type { GalleryPicture } from '#app/ui/gallery.tsx'
import type { PictureData } from '#app/ui/picture.tsx'
import type { PictureBox, SizeData } from '#app/ui/size-drawing.tsx'
import { measuredSize } from './size-words.ts'

const VIEW_WORDS = {
  whole: m.common_gallery_whole,
  detail: m.common_gallery_close,
  use: m.catalogue_gallery_use,
  size: m.common_gallery_size,
}

/** The pictures in their order, each with the word under its thumbnail. */
export const galleryPictures = (
  { photos }: Pick<Product, 'photos'>,
  pictures: readonly PictureData[],
): GalleryPicture[] =>
  pictures.map((picture, place) => ({ picture, label: VIEW_WORDS[photos[place]?.view ?? 'whole']() }))

/** Pictured with their length upright: by the handle, by the ring, toes up. */
const UPRIGHT = new Set(['kipas', 'gantungan-kunci', 'sandal'])
/** Pictured at an angle, or with more in the picture than the piece: no arrow can be laid beside it. */
const AT_AN_ANGLE = new Set(['tikar', 'sajadah', 'kotak-pensil', 'tempat-tisu'])
const ROUND = new Set(['bakul', 'topi', 'tudung-saji', 'alas-gelas', 'lekar'])

type Measured = Pick<Product, 'kind' | 'lengthCm' | 'widthCm' | 'heightCm'>

/** Arrows in centimetres beside the first picture that says where the piece sits, else beside its outline. */
export function sizeData(
  product: Measured & Pick<Product, 'photos' | 'toleranceCm' | 'variants'>,
  pictures: readonly PictureData[],
): SizeData {
  const place = product.photos.findIndex(({ box, view }) => box !== null && view === 'whole')
  const box = product.photos[place]?.box
  const picture = pictures[place]
  const caption = { ofSize: measuredSize(product), toleranceCentimetres: product.toleranceCm }
  if (!box || !picture || AT_AN_ANGLE.has(product.kind.slug)) return { ...outline(product), ...caption }
  return { box, picture, ...caption, ...borneOut(arrows(product), box) }
}

/** How much taller than its centimetres a piece may stand in the picture: a little is its handle, or the look from above. */
const TALLER = 1.5

/** A wide piece seen from above shows how wide it is, and its height no longer: that is said beside the picture. */
function borneOut({ across, up }: Arrows, box: PictureBox): Arrows & Pick<SizeData, 'unshown'> {
  if (!across || !up) return { across, up }
  const taller = box.height / box.width / (up.centimetres / across.centimetres)
  return taller > TALLER ? { across, up: null, unshown: up } : { across, up }
}

/** How much of the frame the longer side of an outline takes; the rest is for the arrows. */
const OUTLINE_SIDE = 0.74

/** The piece as a plain form in its own proportions: a flat one from above, any other from the front. */
function outline(product: Measured): Omit<SizeData, 'ofSize' | 'toleranceCentimetres'> {
  const { lengthCm, widthCm, heightCm } = product
  const isRound = heightCm === null && ROUND.has(product.kind.slug) && lengthCm === widthCm
  const { across, up } = heightCm === null && !isRound ? fromAbove(product) : arrows(product)
  const [acrossCm, upCm] = [across?.centimetres ?? widthCm, up?.centimetres ?? heightCm ?? widthCm]
  const scale = OUTLINE_SIDE / Math.max(acrossCm, upCm)
  const [width, height] = [acrossCm * scale, upCm * scale]
  return {
    picture: null,
    isRound,
    box: { x: (1 - width) / 2, y: (1 - height) / 2, width, height },
    across,
    up,
  }
}

type Arrows = Pick<SizeData, 'across' | 'up'>

/** A fan hangs and anything else stands; an arrow that the picture does not bear out is left away. */
function arrows({ kind: { slug }, lengthCm, widthCm, heightCm }: Measured): Arrows {
  if (UPRIGHT.has(slug)) {
    // two sandals stand side by side: what lies across the picture is not the width of one
    const across = slug === 'sandal' ? null : ({ centimetres: widthCm, as: 'width' } as const)
    return { across, up: { centimetres: lengthCm, as: 'length' } }
  }
  const isRound = ROUND.has(slug) && lengthCm === widthCm
  return {
    across: { centimetres: lengthCm, as: isRound ? 'diameter' : 'width' },
    up: heightCm === null ? null : { centimetres: heightCm, as: 'height' },
  }
}

const fromAbove = ({ lengthCm, widthCm }: Pick<Measured, 'lengthCm' | 'widthCm'>): Arrows => ({
  across: { centimetres: lengthCm, as: 'length' },
  up: { centimetres: widthCm, as: 'width' },
})
