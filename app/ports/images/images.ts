import type { Result } from '#app/lib/result.ts'

/** The widths a picture is kept in, in pixels. */
export const IMAGE_WIDTHS = [160, 320, 640, 1280] as const
export type ImageWidth = (typeof IMAGE_WIDTHS)[number]
export type ImageFormat = 'webp' | 'avif'

/** A photo made safe: decoded, turned upright, stripped of everything but its pixels, and encoded anew as WebP. */
export interface Photo {
  bytes: PhotoBytes
  width: number
  height: number
  /** A blurred copy in some 25 bytes, as base64, to show while the picture loads. */
  thumbhash: string
}

/** Only `prepare` makes these, so nothing a visitor sent can be stored as it came. */
export type PhotoBytes = Buffer & { readonly prepared: true }

export type PhotoRefusal =
  /** Not a JPEG, PNG, WebP or AVIF that can be decoded. `isHeic`: a telephone's HEIC, which the page can explain. */
  | { code: 'not-an-image'; isHeic: boolean }
  /** More bytes than a photo needs. */
  | { code: 'too-large' }
  /** More pixels than are decoded here, however few the bytes. */
  | { code: 'too-many-pixels' }
  /** Too many photos are waiting to be prepared; try again in a moment. */
  | { code: 'busy' }

export type StoreRefusal = { code: 'storage-full' } | { code: 'unavailable'; detail: string }

export interface ImageFile {
  bytes: Uint8Array
  contentType: string
  /** False while a better encoding is still to be made, so that the answer is kept for a minute and not for ever. */
  isFinal: boolean
}

/** Keeps pictures by key. What stands under a key never changes, so every address may be cached for ever. */
export interface ImageStore {
  /**
   * Makes an upload safe to keep and to show, one at a time. Here and not a function to import, because routes are
   * bundled apart from the server and would stand in a queue of their own.
   */
  prepare(upload: Uint8Array): Promise<Result<Photo, PhotoRefusal>>
  /** Storing the same key again is no error and changes nothing. */
  store(input: { key: string; bytes: PhotoBytes }): Promise<Result<null, StoreRefusal>>
  url(key: string, width: ImageWidth, format: ImageFormat): string
  read(
    key: string,
    width: ImageWidth,
    format: ImageFormat,
  ): Promise<Result<ImageFile, { code: 'missing' } | { code: 'unavailable'; detail: string }>>
  /** Removing what is not there is no error. */
  remove(key: string): Promise<Result<null, StoreRefusal>>
  /**
   * Does what could wait when pictures were stored: slow encodings, copies elsewhere. For a job every few minutes and
   * after an upload; doing it twice at once is wasteful but harmless.
   * @returns how many pictures still wait, because the disk is full or the other side is away
   */
  finish(): Promise<number>
}

/**
 * The widths worth offering for a picture: each one below its own width, and the next one up, which then holds the
 * picture unenlarged.
 */
export function widthsFor(pictureWidth: number): ImageWidth[] {
  const enough = IMAGE_WIDTHS.find((width) => width >= pictureWidth) ?? 1280
  return IMAGE_WIDTHS.filter((width) => width <= enough)
}

/** The parts of `/gambar/<key>/<width>.<ext>`, or null when no picture can have such an address. */
export function parseImageName(name: string): { width: ImageWidth; format: ImageFormat } | null {
  const [, digits, extension] = /^(\d{3,4})\.(webp|avif)$/.exec(name) ?? []
  const width = IMAGE_WIDTHS.find((known) => String(known) === digits)
  return width ? { width, format: extension as ImageFormat } : null
}

/** @returns whether a key can name a stored picture: one path segment, nothing that climbs out of a folder */
export const isImageKey = (key: string): boolean => /^[a-z0-9][a-z0-9-]{0,119}$/.test(key)
