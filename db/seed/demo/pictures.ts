import type { Insertable } from 'kysely'
import type { DB } from '#db/schema.ts'
import type { FormId } from '../illustrations/draw.ts'
import { readManifest, type ShippedPicture } from '../illustrations/manifest.ts'
import { seedId } from '../rows.ts'
import type { DemoProduct } from './products/demo-product.ts'

interface PictureRows {
  images: Insertable<DB['image']>[]
  photos: Insertable<DB['product_photo']>[]
}

const VIEWS = ['whole', 'detail'] as const

/** The drawn pictures of the pieces: each whole, then its weave close up; the words say that they are drawn. */
export function pictureRows(products: readonly DemoProduct[]): PictureRows {
  const shipped = readManifest()
  const rows = products.flatMap((product) =>
    VIEWS.map((view, position) => {
      const key = view === 'whole' ? product.slug : `${product.slug}-detail`
      const picture = shipped[key]
      if (!picture) throw new Error(`No picture ${key}: run db/seed/illustrations/generate.ts`)
      return { image: imageRow(key, picture), photo: photoRow(product, { key, view, position, picture }) }
    }),
  )
  return { images: rows.map(({ image }) => image), photos: rows.map(({ photo }) => photo) }
}

const imageRow = (
  key: string,
  { width, height, widths, thumbhash }: ShippedPicture,
): Insertable<DB['image']> => ({
  key,
  source: 'bundled',
  width,
  height,
  widths,
  is_illustration: true,
  thumbhash,
})

/** A mat half rolled and a heap of coasters: arrows beside them would measure something else. */
const UNMEASURABLE: ReadonlySet<FormId> = new Set<FormId>(['tikar', 'alas-gelas'])

function photoRow(
  product: DemoProduct,
  shown: { key: string; view: (typeof VIEWS)[number]; position: number; picture: ShippedPicture },
): Insertable<DB['product_photo']> {
  const box = UNMEASURABLE.has(product.picture.form) ? null : shown.picture.box
  return {
    product_id: seedId(`product:${product.slug}`),
    position: shown.position,
    image_key: shown.key,
    view: shown.view,
    alt_id:
      shown.view === 'whole'
        ? `Ilustrasi ${lowerFirst(product.titleId)}`
        : `Ilustrasi anyaman ${lowerFirst(product.titleId)} dari dekat`,
    alt_en:
      shown.view === 'whole'
        ? `Illustration: ${lowerFirst(product.titleEn)}`
        : `Illustration: the weave of the ${lowerFirst(product.titleEn)} close up`,
    box_x: box?.x ?? null,
    box_y: box?.y ?? null,
    box_width: box?.width ?? null,
    box_height: box?.height ?? null,
  }
}

const lowerFirst = (title: string) => title.charAt(0).toLowerCase() + title.slice(1)
