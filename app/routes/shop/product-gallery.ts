import type { Product } from '#app/domain/catalogue/product.ts'
import { m } from '#app/paraglide/messages.js'
import type { GalleryPicture } from '#app/ui/gallery.tsx'
import type { PictureData } from '#app/ui/picture.tsx'
import type { SizeData } from '#app/ui/size-drawing.tsx'

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

const LYING = new Set(['tikar', 'sajadah', 'alas-gelas', 'dompet'])

/** Arrows in centimetres beside the first picture that says where the piece sits; null when none does. */
export function sizeData(
  product: Pick<Product, 'photos' | 'kind' | 'lengthCm' | 'widthCm' | 'heightCm' | 'toleranceCm'>,
  pictures: readonly PictureData[],
): SizeData | null {
  const place = product.photos.findIndex(({ box, view }) => box !== null && view === 'whole')
  const box = product.photos[place]?.box
  const picture = pictures[place]
  if (!box || !picture) return null
  return { box, picture, toleranceCentimetres: product.toleranceCm, ...arrows(product) }
}

type Arrows = Pick<SizeData, 'across' | 'up'>

/** A mat lies: long and wide. Anything else stands: wide and high. */
function arrows({
  kind,
  lengthCm,
  widthCm,
  heightCm,
}: Pick<Product, 'kind' | 'lengthCm' | 'widthCm' | 'heightCm'>): Arrows {
  if (LYING.has(kind.slug) || heightCm === null) {
    return { across: { centimetres: lengthCm, as: 'length' }, up: { centimetres: widthCm, as: 'width' } }
  }
  const isRound = lengthCm === widthCm
  return {
    across: { centimetres: lengthCm, as: isRound ? 'diameter' : 'width' },
    up: { centimetres: heightCm, as: 'height' },
  }
}
