import { round } from './geometry.ts'

/** Letters as strokes, so that the label needs no font on the machine that rasterises it. */
const LETTERS: Record<string, { path: string; advance: number }> = {
  I: { path: 'M2 0V10', advance: 4 },
  L: { path: 'M1 0V10H6', advance: 7 },
  U: { path: 'M1 0V7Q1 10 3.7 10T6.4 7V0', advance: 8.4 },
  S: {
    path: 'M6 1.4Q4.8 0 3.4 0Q1 0 1 2.5Q1 4.6 3.6 5Q6.4 5.5 6.4 7.6Q6.4 10 3.6 10Q1.8 10 .8 8.4',
    advance: 8,
  },
  T: { path: 'M0 0H7M3.5 0V10', advance: 8 },
  R: { path: 'M1 10V0H3.6Q6.3 0 6.3 2.7T3.6 5.4H1M3.7 5.4L6.5 10', advance: 8 },
  A: { path: 'M0 10L3.6 0L7.2 10M1.3 6.6H5.9', advance: 8.2 },
}

/** The tab that says the picture is drawn, not photographed; its lower left corner is the origin. */
export function illustrationLabel(scale: number): string {
  let travelled = 0
  let strokes = ''
  for (const letter of 'ILUSTRASI') {
    const { path, advance } = LETTERS[letter] ?? { path: '', advance: 0 }
    strokes += `<path transform="translate(${round(travelled)} 0)" d="${path}"/>`
    travelled += advance + 2.2
  }
  const width = travelled * scale + 26
  const height = 10 * scale + 20
  return (
    `<g transform="translate(0 ${-height})"><path d="M0 0H${round(width - 12)}L${round(width)} 12V${round(height)}H0Z" fill="#12261d" opacity=".86"/>` +
    `<g transform="translate(13 10) scale(${scale})" fill="none" stroke="#f6f4ea" stroke-width="1.35" stroke-linecap="round" stroke-linejoin="round">${strokes}</g></g>`
  )
}
