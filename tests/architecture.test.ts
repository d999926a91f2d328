import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const APP = join(ROOT, 'app')
/** A file imports its own layer or one further right. */
const LAYERS = ['root', 'routes', 'jobs', 'ui', 'ports', 'domain', 'platform', 'messages', 'lib']
/** Inside domain, left may call right. */
const DOMAINS = [
  'outcomes',
  'payments',
  'questions',
  'fulfilment',
  'orders',
  'carts',
  'shipping',
  'stock',
  'catalogue',
  'trainings',
  'groups',
  'ledger',
  'accounts',
  'notices',
  'places',
]
const LONGEST_FILE = 350

interface SourceFile {
  path: string
  text: string
  imports: string[]
}

function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('paraglide'))
    .map((name) => {
      const path = join(folder, name)
      const text = readFileSync(path, 'utf8')
      const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((found) =>
        resolveImport(path, found[1] ?? ''),
      )
      return {
        path: relative(ROOT, path),
        text,
        imports: imports.filter((target) => target.startsWith('app/')),
      }
    })
}

function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('#app/')) return `app/${specifier.slice(5)}`
  if (specifier.startsWith('.')) return relative(ROOT, resolve(dirname(from), specifier))
  return specifier
}

function layerOf(path: string): number {
  const [, folder = ''] = path.split('/')
  if (path.startsWith('app/paraglide/')) return LAYERS.indexOf('messages')
  return path.split('/').length === 2 ? 0 : LAYERS.indexOf(folder === 'enhance' ? 'ui' : folder)
}
const domainOf = (path: string) => DOMAINS.indexOf(path.split('/')[2] ?? '')

const files = sourceFiles(APP)

describe('architecture', () => {
  test('no two decisions bear one number', () => {
    const numbers = readdirSync(join(ROOT, 'docs/decisions')).map((name) => name.slice(0, 4))
    expect(numbers.filter((number, place) => numbers.indexOf(number) !== place)).toEqual([])
  })

  test('every folder has its place in the order of layers', () => {
    expect(files.filter((file) => layerOf(file.path) < 0).map((file) => file.path)).toEqual([])
    const domains = files.filter((file) => file.path.startsWith('app/domain/'))
    expect(domains.filter((file) => domainOf(file.path) < 0).map((file) => file.path)).toEqual([])
  })

  test('a file imports its own layer or one further right', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((target) => layerOf(target) < layerOf(file.path))
        .map((target) => `${file.path} -> ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('inside domain, left calls right', () => {
    const wrong = files
      .filter((file) => file.path.startsWith('app/domain/'))
      .flatMap((file) =>
        file.imports
          .filter((target) => target.startsWith('app/domain/') && domainOf(target) < domainOf(file.path))
          .map((target) => `${file.path} -> ${target}`),
      )
    expect(wrong).toEqual([])
  })

  test('shop, group, staff and account pages share only what lies beside them', () => {
    const audienceOf = (path: string) => /^app\/routes\/(shop|group|staff|account)\//.exec(path)?.[1]
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((target) => {
          const [from, to] = [audienceOf(file.path), audienceOf(target)]
          return from && to && from !== to
        })
        .map((target) => `${file.path} -> ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('pages and pure rules reach server code only through .server files', () => {
    const serverOnly = /^(node:|pg$|kysely|sharp|stripe|cloudinary|nodemailer|pg-boss|better-auth)/
    const leaking = files.filter((file) => {
      if (/\.server\.tsx?$/.test(file.path) || layerOf(file.path) === 0) return false
      if (/^app\/(routes|jobs|enhance)\/|\/write-/.test(file.path)) return false
      const imports = [...file.text.matchAll(/^import (?!type)[^'\n]*'([^']+)'/gm)].map(
        (found) => found[1] ?? '',
      )
      return imports.some((name) => serverOnly.test(name)) && !file.path.startsWith('app/lib/ids')
    })
    expect(leaking.map((file) => file.path)).toEqual([])
  })

  test('no file grows past what a reader can hold', () => {
    const long = files.filter((file) => file.text.split('\n').length > LONGEST_FILE)
    expect(long.map((file) => file.path)).toEqual([])
  })

  test('migrations are numbered one by one, so that everybody runs them in the same order', () => {
    const numbers = readdirSync(join(ROOT, 'db/migrations')).map((name) => Number(name.slice(0, 4)))
    expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, place) => place + 1))
  })

  test('no controlled transactions: a failing commit would leak the connection (kysely#1990)', () => {
    expect(files.filter((file) => file.text.includes('startTransaction')).map((file) => file.path)).toEqual(
      [],
    )
  })

  test('no page says that a training caused a sale', () => {
    const texts = readdirSync(join(APP, 'messages')).map((name) =>
      readFileSync(join(APP, 'messages', name), 'utf8'),
    )
    const causal = /(karena|berkat) pelatihan|(because of|thanks to) the training/i
    expect([...texts, ...files.map((file) => file.text)].filter((text) => causal.test(text))).toEqual([])
  })
})
