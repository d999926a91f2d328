import type { ProductCard } from '#app/domain/catalogue/cards.queries.server.ts'
import type { Photo } from '#app/domain/catalogue/photo.ts'
import { localePath } from '#app/lib/locale.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { ImageStore, ImageWidth } from '#app/ports/images/images.ts'
import type { PictureData } from '#app/ui/picture.tsx'
import type { ProductCardData } from '#app/ui/product-card.tsx'

type ShownPhoto = Omit<Photo, 'thumbhash' | 'view' | 'box'>

/** Where a photo's files are: shipped with the app, or wherever the images port keeps them. */
export function pictureOf(images: ImageStore, photo: ShownPhoto): PictureData {
  const address = (width: number, format: 'webp' | 'avif') =>
    photo.source === 'bundled'
      ? `/ilustrasi/${photo.key}-${width}.${format}`
      : images.url(photo.key, width as ImageWidth, format)
  return {
    alt: photo.alt,
    width: photo.width,
    height: photo.height,
    isIllustration: photo.isIllustration,
    sources: photo.widths.map((width) => ({
      width,
      webp: address(width, 'webp'),
      avif: address(width, 'avif'),
    })),
  }
}

/** A piece as the grid shows it. */
export function cardOf(ctx: Ctx, images: ImageStore, card: ProductCard): ProductCardData {
  return {
    href: localePath(`/barang/${card.slug}`, ctx.locale),
    title: card.title,
    picture: card.photo && pictureOf(images, card.photo),
    priceRupiah: card.priceRupiah,
    priceVaries: card.priceVaries,
    groupName: card.groupName,
    villageName: card.villageName,
    availability: card.availability,
    isSample: card.isSample,
  }
}
