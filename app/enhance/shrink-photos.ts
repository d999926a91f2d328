import { takeBackError } from './take-back-error.ts'

const LONGEST_SIDE = 1600
const SMALL_ENOUGH_BYTES = 350 * 1024
/** A sharp photo of a crumpled receipt can need more than one step down. */
const QUALITIES = [0.8, 0.6, 0.4]

/** Shows a chosen photo at once and makes it small before it is sent; when that fails, it goes as it is. */
export function shrinkPhotos(root: Document): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('input[type=file][accept*="image/"]')) {
    input.addEventListener('change', () => void takeChosen(input).catch(() => {}))
  }
}

async function takeChosen(input: HTMLInputElement): Promise<void> {
  const [photo] = input.files ?? []
  input.parentElement?.querySelector('canvas')?.remove()
  if (!photo) return
  takeBackError(input)
  const canvas = await drawn(photo)
  const isStillChosen = () => input.files?.[0] === photo
  if (!isStillChosen()) return
  input.after(canvas)
  if (photo.size <= SMALL_ENOUGH_BYTES) return
  const smaller = await shrunk(canvas)
  if (!smaller || smaller.size >= photo.size || !isStillChosen()) return
  const chosen = new DataTransfer()
  chosen.items.add(new File([smaller], 'foto.jpg', { type: 'image/jpeg' }))
  input.files = chosen.files
}

async function drawn(photo: File): Promise<HTMLCanvasElement> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.className = 'chosen-photo'
  canvas.ariaHidden = 'true'
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas
}

/** The first quality that is small enough, else the smallest. */
async function shrunk(canvas: HTMLCanvasElement): Promise<Blob | null> {
  let made: Blob | null = null
  for (const quality of QUALITIES) {
    made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (made && made.size <= SMALL_ENOUGH_BYTES) break
  }
  return made
}
