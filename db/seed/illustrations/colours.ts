export type Rgb = readonly [red: number, green: number, blue: number]

/** The straw ground, then the three dyes of a scheme. */
export type Palette = readonly [Rgb, Rgb, Rgb, Rgb]

export const rgbOf = (hex: string): Rgb => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
]

const clampUnit = (value: number) => Math.min(1, Math.max(0, value))
const toLinear = (channel: number) => {
  const unit = channel / 255
  return unit <= 0.04045 ? unit / 12.92 : ((unit + 0.055) / 1.055) ** 2.4
}
const fromLinear = (value: number) =>
  Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055))

/** Lightens or darkens in linear light, cooling the shadows and warming the highlights a little. */
export function shade([red, green, blue]: Rgb, light: number): Rgb {
  const warmth = (light - 1) * 0.05
  return [
    fromLinear(clampUnit(toLinear(red) * light * (1 + warmth))),
    fromLinear(clampUnit(toLinear(green) * light)),
    fromLinear(clampUnit(toLinear(blue) * light * (1 - warmth))),
  ]
}

export const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  Math.round(from[0] + (to[0] - from[0]) * share),
  Math.round(from[1] + (to[1] - from[1]) * share),
  Math.round(from[2] + (to[2] - from[2]) * share),
]

export const dim = ([red, green, blue]: Rgb, factor: number): Rgb => [
  red * factor,
  green * factor,
  blue * factor,
]

/** The colour for SVG, rounded to a coarse step so that strips of nearly one colour share a path. */
export const css = (rgb: Rgb, step = 3): string =>
  `#${rgb
    .map((channel) =>
      Math.min(255, Math.round(channel / step) * step)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

export const luminance = ([red, green, blue]: Rgb): number => (red * 0.3 + green * 0.59 + blue * 0.11) / 255

export const LEATHER = rgbOf('#6b3f22')
export const STITCH_CREAM: Rgb = [255, 245, 220]

/** Tones of dried pandan leaf, and the strong dyes of coastal Malay mats. */
const COLOURS = {
  jerami: '#d8bf8a',
  muda: '#d3c68d',
  matang: '#cba66a',
  asap: '#b08a58',
  kesumba: '#b3174e',
  tarum: '#2a3c8c',
  kunyit: '#e0a216',
  pandan: '#2f7d49',
  manggis: '#5d2a70',
  arang: '#2d2723',
  bata: '#b04a28',
  toska: '#1b8583',
  soga: '#74451f',
  jambu: '#d9628a',
  laut: '#2f6fb0',
} as const

type ColourName = keyof typeof COLOURS

interface Scheme {
  straw: ColourName
  dyes: readonly [ColourName, ColourName, ColourName]
  backdrop: readonly [top: string, bottom: string]
}

export const SCHEMES = {
  kesumba: { straw: 'jerami', dyes: ['kesumba', 'kunyit', 'arang'], backdrop: ['#e4eee0', '#b9cfb8'] },
  tarum: { straw: 'jerami', dyes: ['tarum', 'laut', 'kunyit'], backdrop: ['#f8e3a4', '#ecc25e'] },
  pandan: { straw: 'muda', dyes: ['pandan', 'kunyit', 'arang'], backdrop: ['#f6dde1', '#e3b3bf'] },
  manggis: { straw: 'jerami', dyes: ['manggis', 'jambu', 'pandan'], backdrop: ['#dcebe6', '#a9cdc3'] },
  arang: { straw: 'matang', dyes: ['arang', 'bata', 'kunyit'], backdrop: ['#e5ead6', '#c2cba4'] },
  toska: { straw: 'jerami', dyes: ['toska', 'kesumba', 'kunyit'], backdrop: ['#fbe0c4', '#efb98b'] },
  bata: { straw: 'muda', dyes: ['bata', 'soga', 'pandan'], backdrop: ['#dbe6f2', '#a9c2dd'] },
  pelangi: { straw: 'jerami', dyes: ['kesumba', 'pandan', 'tarum'], backdrop: ['#fbf0c6', '#ecd584'] },
  alami: { straw: 'matang', dyes: ['soga', 'asap', 'muda'], backdrop: ['#d5e2d6', '#93b39a'] },
  malam: { straw: 'jerami', dyes: ['kunyit', 'kesumba', 'pandan'], backdrop: ['#3f6b58', '#1c4233'] },
  nila: { straw: 'jerami', dyes: ['kesumba', 'jambu', 'kunyit'], backdrop: ['#5668b4', '#2a3a7c'] },
  jerami: { straw: 'jerami', dyes: ['asap', 'matang', 'muda'], backdrop: ['#d7e4ec', '#9dbccd'] },
  kunyit: { straw: 'muda', dyes: ['kunyit', 'soga', 'bata'], backdrop: ['#dfe3f3', '#aeb8dc'] },
} as const satisfies Record<string, Scheme>

export type SchemeId = keyof typeof SCHEMES

export function paletteOf(id: SchemeId): Palette {
  const { straw, dyes } = SCHEMES[id]
  return [rgbOf(COLOURS[straw]), rgbOf(COLOURS[dyes[0]]), rgbOf(COLOURS[dyes[1]]), rgbOf(COLOURS[dyes[2]])]
}
