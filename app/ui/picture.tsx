import { createContext, useContext } from 'react'

/** One picture in the widths it is kept in, smallest first. AVIF may still be in the making. */
export type PictureData = {
  /** What it shows; for an illustration the words say so. Empty only where the words beside it say the same. */
  alt: string
  width: number
  height: number
  isIllustration?: boolean
  sources: readonly { width: number; webp: string; avif?: string | null }[]
}

/** Set once at the root from the Save-Data header: pictures then stay at 320 px and below. */
export const SaveData = createContext(false)

/** A phone whose screen has more dots than an eye tells apart: told a smaller place, it fetches the file of two dots a pixel. */
const DENSE = '(min-resolution:2.5dppx) and (max-width:44.9375em)'

/** How wide a picture stands in each place, so that a phone never fetches a desktop's bytes. */
export const SIZES = {
  // on a phone of 360 px a card is 158 px wide, so that on its usual screen of two dots a pixel the 320 px file is enough
  card: `${DENSE} 106px, (min-width:75em) 266px, (min-width:45em) 23vw, calc(50vw - 22px)`,
  kind: '(min-width:75em) 148px, (min-width:50em) 12vw, 22vw',
  gallery: `${DENSE} 58vw, (min-width:75em) 574px, (min-width:45em) 48vw, 100vw`,
  thumb: '96px',
} as const

type Props = {
  picture: PictureData
  sizes?: string
  /** `first` for the one picture that decides how fast the page looks; `soon` in the first row; else it waits. */
  load?: 'first' | 'soon' | 'lazy'
  className?: string
  /** Overrides the alt text; empty where the picture repeats the words beside it. */
  alt?: string
}

export function Picture({ picture, sizes = SIZES.card, load = 'lazy', className, alt = picture.alt }: Props) {
  const saveData = useContext(SaveData)
  const sources = saveData ? picture.sources.filter(({ width }) => width <= 320) : picture.sources
  const avif = sources.filter((source) => source.avif)
  const plain = sources.find(({ width }) => width >= 320) ?? sources.at(-1)
  if (!plain) return null
  const image = (
    <img
      className={className}
      src={plain.webp}
      srcSet={srcSet(sources.map(({ width, webp }) => [webp, width]))}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={alt}
      decoding="async"
      {...(load === 'lazy' && { loading: 'lazy' })}
      {...(load === 'first' && { fetchpriority: 'high' })}
    />
  )
  if (avif.length === 0) return image
  return (
    <picture>
      <source
        type="image/avif"
        srcSet={srcSet(avif.map(({ width, avif: address }) => [address ?? '', width]))}
        sizes={sizes}
      />
      {image}
    </picture>
  )
}

const srcSet = (entries: [string, number][]) =>
  entries.map(([address, width]) => `${address} ${width}w`).join(', ')
