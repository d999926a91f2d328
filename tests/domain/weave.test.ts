import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { dyedPaths, strawPaths } from '#app/ui/weave/cloth.ts'
import { isMotif, layerAt, MOTIFS, type Motif, overAt } from '#app/ui/weave/drafts.ts'
import { tileSvg } from '#app/ui/weave/tiles.ts'
import { WOVEN_FILES } from '#app/ui/weave/write-assets.ts'

const motifs = Object.keys(MOTIFS) as Motif[]
const root = new URL('../../', import.meta.url)

describe('the woven files in the repository', () => {
  test.each(Object.entries(WOVEN_FILES))('%s is what the weave makes today', (path, weave) => {
    expect(readFileSync(new URL(path, root), 'utf8')).toBe(weave())
  })
})

describe('drafts', () => {
  test('every motif but polos shows dye, and leaves straw to see it by', () => {
    const cells = Array.from({ length: 80 * 80 }, (_, at) => ({ i: at % 80, j: Math.floor(at / 80) }))
    const dyedShares: [string, boolean][] = []
    for (const motif of motifs) {
      const dyed = cells.filter((cell) => layerAt(motif, cell, overAt(cell, 0, 'twill')) > 0).length
      const share = dyed / cells.length
      dyedShares.push([motif, motif === 'polos' ? share === 0 : share > 0.05 && share < 0.75])
    }
    expect(dyedShares.filter(([, isRight]) => !isRight)).toEqual([])
  })
  test('names outside the drafts are not motifs', () => {
    expect(isMotif('pucuk-rebung')).toBe(true)
    expect(isMotif('toString')).toBe(false)
    expect(isMotif('')).toBe(false)
  })
})

test('a tile repeats without a seam: it never reaches for a colour it does not have', () => {
  const svg = tileSvg({ cell: 6, a: ['#111111'], b: ['#222222', '#333333'], bed: '#000000' })
  expect(svg).not.toContain('undefined')
  for (const colour of ['#111111', '#222222', '#333333']) expect(svg).toContain(colour)
})

test('a woven field is small enough to sit inside a page', () => {
  const sizes = motifs.map((motif) => {
    const { first, second } = dyedPaths({ motif, width: 72, height: 88, cell: 5 })
    const { a, b } = strawPaths(5)
    return gzipSync(first + second + a + b).length
  })
  expect(Math.max(...sizes)).toBeLessThan(1200)
})
