import { readdirSync, readFileSync } from 'node:fs'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server'
import { afterAll, describe, expect, test } from 'vitest'
import { listPublicPaths } from '#app/domain/catalogue/sitemap.queries.server.ts'
import type { Locale } from '#app/lib/locale.ts'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import { aboutEn } from '#app/routes/shop/about/about.en.tsx'
import { aboutId } from '#app/routes/shop/about/about.id.tsx'
import { accessibilityEn } from '#app/routes/shop/accessibility/accessibility.en.tsx'
import { accessibilityId } from '#app/routes/shop/accessibility/accessibility.id.tsx'
import { rulesEn } from '#app/routes/shop/counting/rules.en.tsx'
import { rulesId } from '#app/routes/shop/counting/rules.id.tsx'
import { listTopics } from '#app/routes/shop/help/topics.ts'
import { privacyEn } from '#app/routes/shop/privacy/privacy.en.tsx'
import { privacyId } from '#app/routes/shop/privacy/privacy.id.tsx'
import type { Words } from '#app/ui/prose.tsx'
import { seedBase } from '#db/seed/base.ts'
import { test as testWithDatabase } from '#tests/support/test.ts'

const topics = listTopics('en')
const pages: [name: string, id: Words, en: Words][] = [
  ...listTopics('id').map(({ slug, words }, place): [string, Words, Words] => [
    slug,
    words,
    topics[place]?.words ?? words,
  ]),
  ['tentang', aboutId([]), aboutEn([])],
  ['cara-hitung', rulesId, rulesEn],
  ['privasi', privacyId, privacyEn],
  ['aksesibilitas', accessibilityId, accessibilityEn],
]

async function htmlOf(words: Words, locale: Locale): Promise<string> {
  overwriteGetLocale(() => locale)
  const sections = await Promise.all(
    words.sections.map(async ({ title, body }) => `${title} ${await markupOf(body)}`),
  )
  return sections.join('\n')
}

/** Inside a router, for what asks the shop's layout. */
async function markupOf(body: ReactNode): Promise<string> {
  const { query, dataRoutes } = createStaticHandler([{ path: '/', element: body }])
  const context = await query(new Request('http://localhost/'))
  if (context instanceof Response) throw new Error('A page of words answers with words')
  const router = createStaticRouter(dataRoutes, context)
  return renderToStaticMarkup(createElement(StaticRouterProvider, { router, context, hydrate: false }))
}

test('a number in a message stays on one line with its unit', () => {
  const unit = /[\d}] (MB|cm|kg|g|gram|menit|jam|hari|bulan|tahun|minutes?|hours?|days?|months?|years?)\b/
  const files = readdirSync('app/messages').filter((name) => !name.startsWith('mail.'))
  expect(files.length).toBeGreaterThan(10)
  const broken = files.flatMap((name) =>
    readFileSync(`app/messages/${name}`, 'utf8')
      .split('\n')
      // sent as plain text, where a space is a space
      .filter((line) => unit.test(line) && !line.includes('account_code_message')),
  )
  expect(broken).toEqual([])
})

afterAll(() => overwriteGetLocale(() => 'id'))

const hrefsIn = (html: string) => [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href ?? '')

test('the example trace names everybody its group’s own page names, each once', async () => {
  const land = { name: 'Pemerintah Desa Pangkalan Buton', gloss: null }
  const html = await htmlOf(aboutId([land, { name: 'Yayasan Palung', gloss: null }, land]), 'id')
  expect(html.split(land.name).length - 1).toBe(1)
  expect(html).toContain('Pemerintah Desa Pangkalan Buton</span>, ')
})

describe.each(pages)('the page %s', (_name, id, en) => {
  test('has the same sections in both languages, each with its own id', () => {
    const ids = id.sections.map((section) => section.id)
    expect(en.sections.map((section) => section.id)).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('fits its description into a search result', () => {
    for (const words of [id, en]) expect(words.description.length).toBeLessThanOrEqual(160)
  })

  test('links to pages in its own language', async () => {
    for (const href of hrefsIn(await htmlOf(id, 'id'))) expect(href).not.toMatch(/^\/en(\/|$)/)
    for (const href of hrefsIn(await htmlOf(en, 'en'))) expect(href).toMatch(/^\/en(\/|$)/)
  })

  test('names no training as a cause, and excludes no right', async () => {
    expect(await htmlOf(id, 'id')).not.toMatch(
      /(karena|berkat) pelatihan|tidak (dapat|bisa|boleh) dikembalikan/i,
    )
    expect(await htmlOf(en, 'en')).not.toMatch(
      /because of the training|thanks to the training|no (refunds|returns)/i,
    )
  })
})

testWithDatabase('what they link to of the programme is what every shop begins with', async ({ ctx }) => {
  await seedBase(ctx.db)
  const there = (await listPublicPaths(ctx)).map(({ path }) => path)
  const htmls = await Promise.all(pages.map(([, id]) => htmlOf(id, 'id')))
  const linked = htmls.flatMap(hrefsIn)
  const ofProgramme = linked.filter((href) => /^\/(perpustakaan|pelatihan|kelompok)\//.test(href))
  expect(ofProgramme.length).toBeGreaterThan(0)
  expect(ofProgramme.filter((href) => !there.includes(href))).toEqual([])
})
