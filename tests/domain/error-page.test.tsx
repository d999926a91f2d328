import { renderToStaticMarkup } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server'
import { afterEach, expect, test } from 'vitest'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import { type Answer, AnswerContext } from '#app/ui/answer.tsx'
import { ErrorPage, errorMeta } from '#app/ui/error-page.tsx'

afterEach(() => overwriteGetLocale(() => 'id'))

/** The page a boundary shows when a loader throws, with no data at all. */
async function pageFor(thrown: unknown, answer: Answer = {}, path = '/barang?q=tikar'): Promise<string> {
  overwriteGetLocale(() => (path.startsWith('/en') ? 'en' : 'id'))
  const loader = () => {
    throw thrown
  }
  const handler = createStaticHandler([
    { id: 'root', path: '*', loader, Component: () => null, ErrorBoundary: ErrorPage },
  ])
  const context = await handler.query(new Request(`http://localhost${path}`))
  if (context instanceof Response) throw context
  const router = createStaticRouter(handler.dataRoutes, context)
  return renderToStaticMarkup(
    <AnswerContext.Provider value={answer}>
      <StaticRouterProvider router={router} context={context} hydrate={false} />
    </AnswerContext.Provider>,
  )
}
const status = (code: number) => new Response(null, { status: code })

test.each([400, 403, 404, 405, 409, 413, 429, 500, 503])(
  'a %i says what happened, what is safe and one way on, without any data',
  async (code) => {
    for (const path of ['/barang', '/en/barang']) {
      const html = await pageFor(status(code), {}, path)
      expect(html.match(/<h1>/g)).toHaveLength(1)
      expect(html.match(/class="notice success"/g)).toHaveLength(1)
      expect(html.match(/class="button main"/g) ?? html.match(/class="button"/g)).toHaveLength(1)
      expect(html).toContain('id="isi"')
    }
  },
)

test('a 404 offers the search, kinds to search by, and an example of a code', async () => {
  const html = await pageFor(status(404), {}, '/en/zzz')
  expect(html).toContain('action="/en/barang"')
  expect(html.match(/class="chip"/g)).toHaveLength(8)
  expect(html).toContain('/en/barang?q=Mats')
  expect(html).toContain('AK-7F3K')
})

test('trying again leads back to the same address', async () => {
  expect(await pageFor(status(429))).toContain('href="/barang?q=tikar"')
})

test('an error of ours shows the answer’s code; the visitor’s own mistakes do not', async () => {
  expect(await pageFor(new Error('secret detail'), { requestId: 'K7PM2XQA' })).toContain('K7PM2XQA')
  expect(await pageFor(status(404), { requestId: 'K7PM2XQA' })).not.toContain('K7PM2XQA')
})

test('a bug tells nothing about itself', async () => {
  expect(await pageFor(new Error('secret detail'))).not.toContain('secret')
})

test('a database that does not answer is said to be away, not broken', async () => {
  expect(await pageFor(new Error('x'), { isDatabaseAway: true })).toContain('Toko sedang sulit dibuka')
})

test('a boundary’s route names the error in the title, and nothing when there is none', () => {
  expect(errorMeta({})).toEqual([])
  expect(errorMeta({ error: new Error('x') })[0]).toEqual({
    title: 'Halaman ini belum bisa dibuka · Anyam Kayong',
  })
})
