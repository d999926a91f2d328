import { expect, test } from 'vitest'
import { renderPage } from '#app/platform/page.server.ts'

test('a page that was ready in time is not called failed afterwards', async () => {
  const errors: unknown[] = []
  const body = await renderPage(<p>Tikar</p>, {
    nonce: 'n',
    timeout: 20,
    onError: (error) => errors.push(error),
  })
  expect(await new Response(body).text()).toBe('<p>Tikar</p>')
  await new Promise((done) => setTimeout(done, 60))
  expect(errors).toEqual([])
})

const WORDS = '“Rp45.000–60.000” · 150 × 110 cm'
/** Pages on which each letter falls on every place of the renderer's buffers of 2,048 bytes. */
const SHIFTS = Array.from({ length: 48 }, (_, shift) => 'x'.repeat(shift))

test('a page keeps every letter, wherever it falls in the renderer’s buffers', async () => {
  for (const before of SHIFTS) {
    const page = (
      <main>
        <p>{before}</p>
        {SHIFTS.map((shift) => (
          <p key={shift.length}>{WORDS}</p>
        ))}
      </main>
    )
    const body = await renderPage(page, { nonce: 'n', timeout: 5_000, onError: () => expect.fail() })
    const html = `<main><p>${before}</p>${`<p>${WORDS}</p>`.repeat(SHIFTS.length)}</main>`
    expect(await new Response(body).text()).toBe(html)
  }
})
