import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOfToken } from '#app/domain/accounts/hashes.server.ts'
import { newToken } from '#app/lib/ids.ts'
import { startTestApp, type TestApp, type TestBrowser } from '#tests/support/http.ts'

let app: TestApp
let group: TestBrowser
let parcel: string
beforeAll(async () => {
  app = await startTestApp({ demo: true, cards: false })
  const sent = await app.db
    .selectFrom('parcel')
    .innerJoin('app_user', 'app_user.group_id', 'parcel.group_id')
    .where('parcel.state', '=', 'dispatched')
    .where('parcel.dispatch_way', '=', 'courier')
    .orderBy('parcel.id')
    .select(['parcel.id', 'app_user.id as userId'])
    .executeTakeFirstOrThrow()
  parcel = `/kelompok-saya/pesanan/${sent.id}`
  const token = newToken()
  await app.db
    .insertInto('sign_in_link')
    .values({
      token_hash: hashOfToken(token),
      user_id: sent.userId,
      expires_at: new Date(Date.now() + 86_400_000),
    })
    .execute()
  group = app.browser()
  await group.post(`/masuk/tautan/${token}`, {})
}, 180_000)
afterAll(() => app.stop())

const linkTo = async (path: string, words: string) =>
  (await (await group.get(path)).text()).match(new RegExp(`<a href="([^"]+)">${words}</a>`))?.[1]

describe('how a parcel left, written wrongly', () => {
  test('by courier: what was written is mended in its own form', async () => {
    expect(await linkTo(parcel, 'Kurir atau nomornya salah tulis\\?')).toBe(`${parcel}/kirim?cara=kurir`)
  })

  test('by own hand: another way is chosen, since that one has nothing to mend', async () => {
    const mended = await group.post(`${parcel}/kirim`, { cara: 'antar', corrects: 'yes' })
    expect(mended.headers.get('Location')).toBe(parcel)
    const chooser = await linkTo(parcel, 'Ternyata tidak diantar sendiri\\?')
    expect(chooser).toBe(`${parcel}/kirim`)
    const page = await (await group.get(`${parcel}/kirim`)).text()
    expect(page).toContain('Dikirim lewat apa?')
    expect(page).toContain(`href="${parcel}/kirim?cara=kurir"`)
    expect(page).toContain(`href="${parcel}/kirim?cara=kapal"`)
    expect(page).not.toContain('cara=antar')
  })
})
