/** A picture of a piece: where its files are, and what it shows. */
export interface Photo {
  key: string
  /** Shipped with the app, or kept by the images port. */
  source: 'bundled' | 'stored'
  width: number
  height: number
  /** The sizes that exist, smallest first. */
  widths: number[]
  isIllustration: boolean
  thumbhash: string | null
  view: 'whole' | 'detail' | 'use' | 'size'
  alt: string
  /** Where the piece sits in the frame, 0 to 1. */
  box: { x: number; y: number; width: number; height: number } | null
}
