import { type Draft, draftOf } from '#app/ui/weave/drafts.ts'
import { paletteOf } from './colours.ts'
import { Camera, Extent } from './geometry.ts'
import { plait } from './plait.ts'

const CARD = { width: 1200, height: 630 }

/** Seven rows a letter, from the top; an x is a dyed place. */
const LETTERS: Record<string, readonly string[]> = {
  A: [' xxx ', 'x   x', 'x   x', 'xxxxx', 'x   x', 'x   x', 'x   x'],
  N: ['x   x', 'xx  x', 'x x x', 'x x x', 'x  xx', 'x   x', 'x   x'],
  Y: ['x   x', 'x   x', ' x x ', '  x  ', '  x  ', '  x  ', '  x  '],
  M: ['x   x', 'xx xx', 'x x x', 'x x x', 'x   x', 'x   x', 'x   x'],
}
const WORD = 'ANYAM'
const DOT = 4.6
const ADVANCE = 6

/** A mat with the shop's name plaited into it, for links shared in chats. */
export function drawSocialCard(): string {
  const camera = new Camera(new Extent(), { pitch: 0, scale: 100, centreX: 600, centreY: 315, distance: 400 })
  const [width, height] = [12.4, 6.7]
  const leaf = plait({
    surface: { width, height, at: (u, v) => [u - width / 2, v - height / 2, 0] },
    camera,
    strip: 0.092,
    motif: 'polos',
    palette: paletteOf('pelangi'),
    seed: 'anyam',
    side: 'any',
    draft,
  })
  const frame = `viewBox="0 0 ${CARD.width} ${CARD.height}" width="${CARD.width}" height="${CARD.height}"`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${frame}><defs><radialGradient id="light" cx=".3" cy=".2" r="1"><stop stop-color="#fff" stop-opacity=".22"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#20180c" stop-opacity=".3"/></radialGradient></defs>` +
    `${leaf}<rect width="${CARD.width}" height="${CARD.height}" fill="url(#light)"/></svg>`
  )
}

const draft: Draft = (x, y, { columns, rows }) => {
  const letter = letterAt((x - columns / 2) / DOT, (rows / 2 - y) / DOT)
  if (letter) return 3
  const fromEdge = Math.min(y, rows - y) - 4
  return fromEdge < 26 ? draftOf('pucuk-rebung').draft(x, fromEdge, { columns, rows: 400 }) : 0
}

function letterAt(x: number, y: number): boolean {
  const column = Math.floor(x + (WORD.length * ADVANCE - 1) / 2)
  const row = Math.floor(y + 3.5)
  const letter = LETTERS[WORD[Math.floor(column / ADVANCE)] ?? '']
  return letter?.[row]?.[column % ADVANCE] === 'x'
}
