import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedInStaff, startTestApp, type TestApp } from '#tests/support/http.ts'

const KB = 1024
const BUILD = resolve(import.meta.dirname, '../../build')
const CLIENT = join(BUILD, 'client')

let app: TestApp
let html: Map<string, string>
const PAGES = [
  '/',
  '/barang',
  '/barang/jenis/tas',
  '/kelompok',
  '/pelatihan',
  '/en',
  '/en/barang',
  '/keranjang',
  '/tentang',
]

beforeAll(async () => {
  app = await startTestApp({ demo: true })
  const product = await app.db
    .selectFrom('product')
    .where('code', '=', 'AK-7F3K')
    .select('slug')
    .executeTakeFirstOrThrow()
  html = new Map()
  for (const path of [...PAGES, `/barang/${product.slug}`, `/en/barang/${product.slug}`]) {
    const answer = await app.browser().get(path)
    expect(answer.status, path).toBe(200)
    html.set(path, await answer.text())
  }
}, 180_000)
afterAll(() => app.stop())

const gz = (content: string | Buffer) => gzipSync(content, { level: 6 }).length
const built = (address: string) => readFileSync(join(CLIENT, address.split('?')[0] ?? ''))
const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map((found) => found[1] ?? '')

const styles = (page: string) => [...new Set(all(page, /<link rel="stylesheet" href="([^"]+)"/g))]
const scripts = (page: string) => [...new Set(all(page, /<script[^>]+src="([^"]+)"/g))]

test('pages are made by React’s production code, whatever NODE_ENV says', () => {
  expect(readFileSync(join(BUILD, 'server/index.js'), 'utf8')).not.toMatch(/react[\w-]*\.development/)
})

test('search engines are told the way to every page that shows one', () => {
  const shown = [...html].filter(([, page]) => page.includes('class="crumbs"'))
  expect(shown.length).toBeGreaterThan(2)
  expect(shown.filter(([, page]) => !page.includes('"BreadcrumbList"')).map(([path]) => path)).toEqual([])
})

describe('what is invented says so on its own page', () => {
  const pageOf = async (path: string) => (await app.browser().get(path)).text()

  test('a training, and it alone', async () => {
    const trainings = await app.db.selectFrom('training').select(['slug', 'is_demo', 'source_url']).execute()
    for (const { slug, is_demo, source_url } of trainings) {
      const page = await pageOf(`/pelatihan/${slug}`)
      expect(page.includes('tidak pernah benar-benar diadakan'), slug).toBe(is_demo)
      expect(page.includes(`href="${source_url}"`), slug).toBe(!is_demo)
    }
  })

  test('a sample under the name of a real group, which did not weave it', async () => {
    const page = await pageOf('/en/barang/tudung-saji-alami')
    expect(page).toContain('This piece is an invented sample')
    expect(page).toContain('no weaver and no training stands behind it')
    expect(page).not.toMatch(/Woven by|<h3>Not recorded yet/)
  })

  test('and a training says how sure it is that a group came', async () => {
    const [, ombak = ''] = (await pageOf('/pelatihan/kemas-dan-kirim-2026')).split('<b>Ombak Kemboja</b>')
    const [before = '', after = ''] = ombak.split('<b>Tanjung Belimbing</b>')
    expect(before).toContain('<b>Ada catatannya</b>')
    expect(after).toContain('<b>Menurut kelompok</b>')
  })
})

describe('what a shop page may weigh', () => {
  test('HTML and CSS within 20 KB compressed', () => {
    for (const [path, page] of html) {
      const weight = gz(page) + styles(page).reduce((sum, address) => sum + gz(built(address)), 0)
      expect(weight, path).toBeLessThanOrEqual(20 * KB)
    }
  })

  test('no framework, and at most 15 KB of our own JavaScript', () => {
    for (const [path, page] of html) {
      expect(page, path).not.toContain('__remixContext')
      const weight = scripts(page).reduce((sum, address) => sum + gz(built(address)), 0)
      expect(weight, path).toBeLessThanOrEqual(15 * KB)
    }
  })

  test('fonts within 40 KB', () => {
    const fonts = readdirSync(join(CLIENT, 'fonts')).filter((name) => name.endsWith('.woff2'))
    const weight = fonts.reduce((sum, name) => sum + readFileSync(join(CLIENT, 'fonts', name)).length, 0)
    expect(weight).toBeLessThanOrEqual(40 * KB)
  })

  test('every font is asked for at once: an optional one that comes later is not shown on a first visit', () => {
    const fonts = readdirSync(join(CLIENT, 'fonts')).filter((name) => name.endsWith('.woff2'))
    for (const [path, page] of html) {
      const preloaded = all(page, /<link rel="preload" as="font"[^>]*href="\/fonts\/([^"]+)"/g)
      expect(preloaded.toSorted(), path).toEqual(fonts.toSorted())
    }
  })

  test('the first view on a phone within 150 KB, pictures and fonts included', () => {
    for (const [path, page] of html) {
      const eager = all(
        page,
        /<picture[^>]*>.*?<source[^>]*type="image\/avif"[^>]*srcset="([^"]+)"[^>]*>.*?<\/picture>/gis,
      )
      const lazy = all(page, /<picture[^>]*>(.*?)<\/picture>/gis).map((inner) =>
        inner.includes('loading="lazy"'),
      )
      const shown = eager.filter((_, place) => !lazy[place])
      // at 360 px and a dense screen the 640 px file is fetched for a large picture, the 320 px one for a card
      const weight = shown.reduce((sum, set) => sum + heaviestUpTo(set, 640), 0)
      const fonts = ['andika-400', 'eczar-600', 'andika-700'].reduce(
        (sum, name) => sum + built(`fonts/${name}.woff2`).length,
        0,
      )
      const rest = gz(page) + styles(page).reduce((sum, address) => sum + gz(built(address)), 0)
      expect(weight + fonts + rest, path).toBeLessThanOrEqual(150 * KB)
    }
  })
})

function heaviestUpTo(srcset: string, width: number): number {
  const files = srcset.split(',').map((one) => one.trim().split(' '))
  const fitting = files.filter(([, size]) => Number.parseInt(size ?? '', 10) <= width)
  return Math.max(0, ...fitting.map(([address]) => built(address ?? '').length))
}

test('the consoles ship no framework either, and no more of our own JavaScript', async () => {
  const staff = await signedInStaff(app)
  const { id } = await app.db.selectFrom('shop_order').select('id').limit(1).executeTakeFirstOrThrow()
  for (const path of ['', '/transfer', '/pesanan', `/pesanan/${id}`, '/tugas', '/kelompok', '/definisi']) {
    const answer = await staff.get(`/petugas${path}`)
    expect(answer.status, path).toBe(200)
    const page = await answer.text()
    expect(page, path).not.toMatch(/__remixContext|rel="modulepreload"/)
    const weight = scripts(page).reduce((sum, address) => sum + gz(built(address)), 0)
    expect(weight, path).toBeGreaterThan(0)
    expect(weight, path).toBeLessThanOrEqual(15 * KB)
  }
})
