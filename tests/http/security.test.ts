import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { formOf } from '#app/routes/form-of.server.ts'
import { startTestApp, type TestApp } from '#tests/support/http.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
}, 60_000)
afterAll(() => app.stop())

interface Raw {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string
}

/** A request as an attacker sends it: fetch would correct half of it. */
function raw({
  method = 'GET',
  path,
  headers = {},
  body,
}: Raw): Promise<{ status: number; headers: Headers; text: string }> {
  return new Promise((done, fail) => {
    const { hostname, port } = new URL(app.origin)
    // a connection each: what was said of a body that never comes would be taken from the next request
    const sent = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const found = new Headers(
          Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]),
        )
        done({ status: answer.statusCode ?? 0, headers: found, text: Buffer.concat(chunks).toString() })
      })
    })
    sent.on('error', fail)
    sent.end(body)
  })
}

/** Sends a photo as browsers do, all of it before anything is read. @returns the status of the answer */
function sendPhoto(path: string, bytes: number, origin = app.origin): Promise<number> {
  return new Promise((done, fail) => {
    const { host, hostname, port } = new URL(app.origin)
    const socket = connect(Number(port), hostname).pause().on('error', fail)
    const head = [`POST ${path} HTTP/1.1`, `Host: ${host}`, `Origin: ${origin}`, `Content-Length: ${bytes}`]
    socket.write([...head, 'Content-Type: multipart/form-data; boundary=b', '', ''].join('\r\n'))
    socket.write(Buffer.alloc(bytes), () => {
      socket.once('data', (answer) => {
        done(Number(answer.toString().split(' ')[1]))
        socket.destroy()
      })
      socket.resume()
    })
  })
}

describe('headers on every answer', () => {
  test.each([
    '/',
    '/en',
    '/barang',
    '/tidak-ada',
    '/sehat',
    '/robots.txt',
    '/masuk',
    '/assets/tidak-ada.js',
    '/%E0%A4%A',
  ])('%s', async (path) => {
    const { headers, status } = await raw({ path })
    expect(status).toBeLessThan(500)
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe-inline/)
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBeTruthy()
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test('the nonce is new each time, and stands on every script', async () => {
    const [first, second] = await Promise.all([raw({ path: '/' }), raw({ path: '/' })])
    const nonceOf = (page: typeof first) =>
      /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1]
    expect(nonceOf(first)).toBeTruthy()
    expect(nonceOf(first)).not.toBe(nonceOf(second))
    for (const script of first.text.match(/<script\b[^>]*>/g) ?? [])
      expect(script).toContain(`nonce="${nonceOf(first)}"`)
  })
})

describe('requests that another site caused', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '8' }
  const paths = [
    '/keranjang',
    '/en/keranjang',
    '/keranjang.data',
    '/keranjang?_data=routes%2Fshop%2Fbasket',
    '/keluar',
    '/checkout/bayar',
    '/sehat',
    '/webhook/apa',
    '/webhook/bayar/',
    '/webhook/bayar.data',
  ]
  const forged = [
    { origin: 'https://jahat.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://jahat.example' },
    { 'x-forwarded-host': 'jahat.example', origin: 'https://jahat.example' },
    {},
  ]
  test.each(paths.flatMap((path) => forged.map((headers) => ({ path, headers }))))(
    '$path $headers',
    async ({ path, headers }) => {
      const answer = await raw({
        method: 'POST',
        path,
        headers: { ...form, ...(headers as Record<string, string>) },
        body: 'aksi=abc',
      })
      expect(answer.status).toBe(403)
    },
  )

  test('read so on a page of the shop, in their language', async () => {
    const { text } = await raw({ method: 'POST', path: '/en/keranjang', headers: form, body: 'aksi=abc' })
    expect(text).toContain('<html lang="en"')
    expect(text).toContain('This request did not come from an Anyam Kayong page')
    expect(text).toContain('<header class="site-head">')
  })

  test('prove themselves by signature where the card provider sends them, there alone', async () => {
    for (const headers of forged) {
      const sent = { ...form, ...(headers as Record<string, string>) }
      const notice = await raw({ method: 'POST', path: '/webhook/bayar', headers: sent, body: 'aksi=abc' })
      expect(notice.status).toBe(400)
    }
  })

  test('an address beside that one is not there, and takes no form', async () => {
    const visit = await raw({ path: '/webhook/apa' })
    expect(visit.status).toBe(404)
    expect(visit.text).toContain('<header class="site-head">')
    const mine = { ...form, origin: app.origin }
    const sent = await raw({ method: 'POST', path: '/webhook/apa', headers: mine, body: 'aksi=abc' })
    expect(sent.status).toBe(405)
    expect(sent.text).toContain('<h1')
    // nor did any of those before count as a failure of ours
    expect(app.output()).not.toContain('request failed')
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'TRACE'])('%s is not a method here', async (method) => {
    expect((await raw({ method, path: '/keranjang' })).status).toBe(405)
  })
})

describe('bodies', () => {
  const mine = () => ({ origin: app.origin, 'content-type': 'application/x-www-form-urlencoded' })

  test('a form over 1 MB is refused before it is read', async () => {
    const answer = await raw({
      method: 'POST',
      path: '/keranjang',
      headers: { ...mine(), 'content-length': String(2 ** 20 + 1) },
    })
    expect(answer.status).toBe(413)
  })

  test('who sent too large a photo reads so, with a way back to the form', async () => {
    const answer = await raw({
      method: 'POST',
      path: '/en/pesanan/P-7F3K9Q/bukti',
      headers: { ...mine(), 'content-length': String(13 * 2 ** 20) },
    })
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('A photo may be 12\u00a0MB at most.')
    expect(answer.text).toContain('href="/en/pesanan/P-7F3K9Q/bukti">Go back')
    expect(answer.text).toContain('href="/pesanan/P-7F3K9Q/bukti" lang="id"')
  })

  test.each([
    ['far too large', 413, 40, undefined],
    ['of an order that this browser may not see', 404, 10, undefined],
    ['from elsewhere', 403, 10, 'https://jahat.example'],
  ])('a photo %s is answered although nobody wants it', async (_, status, megabytes, origin) => {
    expect(await sendPhoto('/pesanan/P-7F3K9Q/bukti', megabytes * 2 ** 20, origin)).toBe(status)
  })

  const part = (index: number) => `--b\r\nContent-Disposition: form-data; name="a${index}"\r\n\r\nx\r\n`
  test.each([
    ['more parts than any form has', Array.from({ length: 101 }, (_, index) => part(index)).join('')],
    ['a part that is all head', part(1).replace('name', `${'X-A: b\r\n'.repeat(1_000)}name`)],
    ['something before its parts', `x\r\n${part(1)}`],
  ])('a form of %s is not taken apart', async (_, parts) => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=b' }
    const read = (body: string) => formOf(new Request('http://localhost/', { method: 'POST', headers, body }))
    expect([...(await read(`${part(1)}--b--\r\n`))]).toHaveLength(1)
    const takeApart = vi.spyOn(Response.prototype, 'formData')
    await expect(read(`${parts}--b--\r\n`)).rejects.toHaveProperty('status', 400)
    expect(takeApart).not.toHaveBeenCalled()
    takeApart.mockRestore()
  })

  test('a body that does not say its length is refused', async () => {
    const answer = await raw({
      method: 'POST',
      path: '/keranjang',
      headers: { ...mine(), 'transfer-encoding': 'chunked' },
      body: 'aksi=x',
    })
    expect(answer.status).toBe(411)
  })

  test.each([
    ['something that is no form', { 'content-type': 'application/json' }, '{"aksi":'],
    ['a form without its boundary', { 'content-type': 'multipart/form-data' }, 'x'],
    ['more fields than any form has', {}, 'phone=1&'.repeat(100_000)],
    ['a field that asks for an endless list', {}, 'phone[4294967294]=1'],
    ['a command to what reads forms', {}, '__intent__=%7B%7D'],
  ])('%s is refused before anything reads it', async (_, type, body) => {
    for (const path of ['/masuk', '/keranjang', '/pesanan/lacak']) {
      const headers = { ...mine(), ...type, 'content-length': String(body.length) }
      const answer = await raw({ method: 'POST', path, headers, body })
      expect(answer.status, path).toBe(400)
      expect(answer.text, path).toContain('Anyam Kayong')
    }
  })

  test('what no text can keep is left out of every form, its photos as they are', async () => {
    const sent = new FormData()
    sent.set('note', 'dari\0 kapal')
    sent.set('foto', new File([new Uint8Array([0, 1])], 'struk.jpg'))
    const form = await formOf(new Request('http://localhost/', { method: 'POST', body: sent }))
    expect(form.get('note')).toBe('dari kapal')
    expect((form.get('foto') as File).size).toBe(2)
  })

  test('a line that ends counts as one letter, as in the field it was typed into', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ note: 'satu\r\ndua\r\n\r\ntiga' })
    const form = await formOf(new Request('http://localhost/', { method: 'POST', headers, body: `${body}` }))
    expect(form.get('note')).toBe('satu\ndua\n\ntiga')
  })

  test('a length that is none is refused', async () => {
    const answer = await raw({
      method: 'POST',
      path: '/keranjang',
      headers: { ...mine(), 'content-length': '-1' },
    }).catch(() => ({ status: 400 }))
    expect(answer.status).toBeGreaterThanOrEqual(400)
  })
})

describe('addresses nobody meant', () => {
  test('an address that is none at its host is a plain 400', async () => {
    expect((await raw({ path: 'http://elsewhere.example/' })).status).toBe(400)
    expect((await raw({ path: '/', headers: { host: 'a b' } })).status).toBe(400)
  })

  test('a page of the list beyond its last leads there', async () => {
    const { status, headers } = await raw({ path: '/en/barang?q=tas&hal=999' })
    expect([status, headers.get('location')]).toEqual([302, '/en/barang?q=tas&hal=1'])
    expect((await raw({ path: '/en/barang?q=tas&hal=1' })).status).toBe(200)
  })

  test('data are not given by the older addresses, which no page asks', async () => {
    expect((await raw({ path: '/keranjang?_data=routes%2Fshop%2Fbasket' })).status).toBe(400)
  })

  test('a part that a file does not have is no failure of ours', async () => {
    expect((await raw({ path: '/favicon.svg', headers: { range: 'bytes=999999-' } })).status).toBe(416)
  })

  test('a way out of the folder of files leads nowhere', async () => {
    expect((await raw({ path: '/assets/../../package.json' })).status).toBe(404)
    expect((await raw({ path: '/assets/%2e%2e/%2e%2e/package.json' })).status).toBe(404)
  })

  test.each(['//', '//:x', '/%00', '/barang/%00', '/%E0%A4%A', '/barang?q=%00%00', '/barang?q=%ED%A0%80'])(
    '%s',
    async (path) => {
      const { status, text } = await raw({ path })
      expect(status).toBeLessThan(500)
      expect(text).not.toMatch(/at .*\.(ts|js):\d+/)
    },
  )

  test('a console asks to sign in and leads back there, never elsewhere', async () => {
    const { status, headers } = await raw({ path: '/petugas?x=1' })
    expect(status).toBe(302)
    expect(headers.get('location')).toBe('/masuk?kembali=%2Fpetugas%3Fx%3D1')
  })

  test('the manifest that burns CPU does not exist', async () => {
    expect((await raw({ path: '/__manifest?p=/&p=/barang&version=1' })).status).toBe(404)
  })
})

test('alive and ready', async () => {
  expect((await raw({ path: '/sehat' })).status).toBe(200)
  expect((await raw({ path: '/sehat/siap' })).status).toBe(200)
})

test('forms come in through a proxy that passes on neither Host nor its own name', async () => {
  const origin = 'https://anyam.example.go.id'
  const proxied = await startTestApp({
    cards: false,
    env: { NODE_ENV: 'production', APP_SECRET: 'x'.repeat(32), APP_ORIGIN: origin },
  })
  const form = { kode: 'P-222222', phone: '0812' }
  try {
    expect((await proxied.browser().post('/pesanan/lacak', form, { Origin: origin })).status).toBe(422)
    expect((await proxied.browser().post('/pesanan/lacak', form)).status).toBe(403)
  } finally {
    await proxied.stop()
  }
}, 60_000)
