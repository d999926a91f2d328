import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../app/ui/styles/tokens.css', import.meta.url), 'utf8')

type Theme = Record<string, string>

/** The colours a selector's block sets. */
function coloursIn(selector: string): Theme {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  )
}

const light = coloursIn('\n:root')
const dark = { ...light, ...coloursIn(':root[data-theme="dark"]') }

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const TEXT = 4.5
const SHAPE = 3

/** Every pair that meets on a page: what stands on what, and how much it needs. A colour may be written out. */
const PAIRS: [on: string, under: string, needs: number][] = [
  ...['ground', 'paper', 'sheet'].flatMap((under): [string, string, number][] => [
    ['ink', under, TEXT],
    ['ink-soft', under, TEXT],
    ['indigo', under, TEXT],
  ]),
  ...['turmeric', 'indigo', 'magenta', 'pandan', 'brick'].flatMap((wash): [string, string, number][] => [
    ['ink', `wash-${wash}`, TEXT],
    ['ink-soft', `wash-${wash}`, TEXT],
    ['indigo', `wash-${wash}`, TEXT],
  ]),
  ...['ground', 'paper'].flatMap((under): [string, string, number][] => [
    ['magenta', under, TEXT],
    ['pandan', under, TEXT],
    ['brick', under, TEXT],
    ['purple', under, TEXT],
    ['line-strong', under, SHAPE],
    ['focus', under, SHAPE],
    ['ink', under, TEXT],
  ]),
  ['line-strong', 'sheet', SHAPE],
  ['brick', 'wash-brick', TEXT],
  ['pandan', 'wash-pandan', TEXT],
  ['magenta', 'wash-magenta', TEXT],
  ['on-turmeric', 'turmeric', TEXT],
  ['on-turmeric', 'turmeric-deep', TEXT],
  ['on-night', 'night', TEXT],
  ['turmeric', 'night', SHAPE],
  // Fixed colours: the focus ring on night, the search field, the illustration tab, the arrows and words of the size drawing.
  ['#ffd670', 'night', SHAPE],
  ['#10261c', '#ffffff', TEXT],
  ['#55675b', '#ffffff', TEXT],
  ['#f6f4ea', '#12261d', TEXT],
  ['#7c0c36', '#ffffff', TEXT],
  ['#10261c', '#eef4e4', TEXT],
]

describe.each(Object.entries({ light, dark }))('%s', (_, theme: Theme) => {
  test.each(PAIRS)('%s on %s is at least %d:1', (on, under, needs) => {
    const colourOf = (name: string) => (name.startsWith('#') ? name : theme[name]) ?? ''
    expect(contrast(colourOf(on), colourOf(under))).toBeGreaterThanOrEqual(needs)
  })
})

test('the dark theme is the same whether chosen or preferred', () => {
  const chosen = coloursIn(':root[data-theme="dark"]')
  expect(Object.keys(chosen).length).toBeGreaterThan(15)
  expect(coloursIn(':root:not([data-theme="light"])')).toEqual(chosen)
})
