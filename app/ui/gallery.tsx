import { Fragment, type ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Picture, type PictureData, SIZES } from './picture.tsx'
import { IllustrationTab } from './product-card.tsx'
import { type SizeData, SizeDrawing, sizeCaption } from './size-drawing.tsx'

export type GalleryPicture = {
  picture: PictureData
  /** The word under the thumbnail: Utuh, Dekat, Dipakai. */
  label: string
}

type Props = { pictures: readonly GalleryPicture[]; size?: SizeData | null }

/**
 * Pictures of one craft. The thumbnails are radio buttons, so every picture can be reached
 * by thumb, by keyboard and without scripts, and none is hidden behind dots.
 */
export function Gallery({ pictures, size }: Props) {
  return (
    <fieldset className="gallery">
      <legend className="sr">{m.common_gallery()}</legend>
      {pictures.map(({ picture, label }, place) => (
        <GalleryItem key={`${label}${place}`} place={place} label={label} thumb={<Thumb picture={picture} />}>
          <Picture picture={picture} sizes={SIZES.gallery} load={place === 0 ? 'first' : 'lazy'} />
          {picture.isIllustration && <IllustrationTab />}
        </GalleryItem>
      ))}
      {size && (
        <GalleryItem
          place={pictures.length}
          label={m.common_gallery_size()}
          thumb={<SizeThumb />}
          caption={sizeCaption(size)}
        >
          <SizeDrawing size={size} />
        </GalleryItem>
      )}
    </fieldset>
  )
}

type ItemProps = { place: number; label: string; thumb: ReactNode; caption?: string; children: ReactNode }

/** The words stand below the thumbnails, which stay where they are whatever is shown above them. */
function GalleryItem({ place, label, thumb, caption, children }: ItemProps) {
  const id = `picture-${place + 1}`
  return (
    <Fragment>
      <input className="sr" type="radio" name="picture" id={id} defaultChecked={place === 0} />
      <label htmlFor={id}>
        {thumb}
        {label}
      </label>
      <div className="shot">{children}</div>
      {caption && <p className="small muted caption">{caption}</p>}
    </Fragment>
  )
}

const Thumb = ({ picture }: { picture: PictureData }) => (
  <Picture picture={picture} sizes={SIZES.thumb} alt="" load="soon" />
)

function SizeThumb() {
  return (
    <svg viewBox="0 0 100 100" fill="none" strokeWidth="2.5" aria-hidden="true" focusable="false">
      <path d="M26 38 38 24h36v46L62 84H26zm0 0h36v46M62 38l12-14" stroke="currentColor" />
      <path className="measure" d="M26 93h36M26 90v6M62 90v6M84 24v46M81 24h6M81 70h6" />
    </svg>
  )
}
