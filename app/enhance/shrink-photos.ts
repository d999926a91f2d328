const LONGEST_SIDE = 1600
const SMALL_ENOUGH_BYTES = 350 * 1024
const QUALITY = 0.8

/** Makes a phone's photo small before it is sent; when that fails, the photo goes as it is. */
export function shrinkPhotos(root: Document): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('input[type=file][accept*="image/"]')) {
    input.addEventListener('change', () => void shrinkChosen(input))
  }
}

async function shrinkChosen(input: HTMLInputElement): Promise<void> {
  const [photo] = input.files ?? []
  if (!photo || photo.size <= SMALL_ENOUGH_BYTES) return
  const smaller = await shrunk(photo).catch(() => null)
  if (!smaller || smaller.size >= photo.size) return
  const chosen = new DataTransfer()
  chosen.items.add(new File([smaller], 'foto.jpg', { type: 'image/jpeg' }))
  input.files = chosen.files
}

async function shrunk(photo: File): Promise<Blob | null> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((made) => canvas.toBlob(made, 'image/jpeg', QUALITY))
}
