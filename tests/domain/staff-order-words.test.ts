import { expect, test } from 'vitest'
import type { Delivery } from '#app/domain/orders/order-status.ts'
import { bankReference, moneyReference, reasonText } from '#app/routes/staff/answers.server.ts'
import { auditWords, outcomeWords, recordedReason } from '#app/routes/staff/order-words.ts'
import { found } from '#app/routes/staff/task-found.ts'
import { howTo, taskWords } from '#app/routes/staff/task-words.ts'
import type { JsonObject } from '#db/schema.ts'

test('the history of an order says a recorded reason in words, and somebody’s own words as they are', () => {
  expect(recordedReason('paid-after-cancel')).toBe('Dibayar sesudah dibatalkan.')
  expect(recordedReason('paid-after-expiry')).toBe('Dibayar sesudah waktunya habis.')
  expect(recordedReason('card')).toBe('Tidak diterima kartu pembeli.')
  expect(recordedReason('card-unclear')).toBe('Diperiksa dulu di penyedia kartu.')
  expect(recordedReason('buyer-asked')).toBe('Pembeli membatalkan')
  expect(recordedReason('cannot-ship')).toBe('Tidak bisa dikirim ke sana')
  expect(recordedReason('Rekeningnya sudah ditutup.')).toBe('Rekeningnya sudah ditutup.')
  expect(recordedReason('constructor')).toBe('constructor')
})

test('the record of changes says each move of a parcel in its own words', () => {
  const moved = (from: string, to: string, delivery?: Delivery) =>
    auditWords({ action: 'move-parcel', before: { state: from }, after: { state: to } }, delivery)
  expect(moved('open', 'accepted', 'courier')).toBe('Diterima kelompok')
  expect(moved('accepted', 'packed', 'courier')).toBe('Dikemas')
  expect(moved('accepted', 'packed', 'pickup-library')).toBe('Diantar ke perpustakaan')
  expect(moved('packed', 'accepted', 'courier')).toBe('Ternyata belum dikemas')
  expect(moved('packed', 'accepted', 'pickup-group')).toBe('Ternyata belum siap diambil')
  expect(moved('packed', 'dispatched', 'boat')).toBe('Dikirim')
  expect(moved('packed', 'received', 'pickup-library')).toBe('Diserahkan ke pembeli')
  expect(moved('open', 'declined', 'courier')).toBe('Paket tidak jadi')
  expect(auditWords({ action: 'not-yet-named', before: null, after: null })).toBe('not-yet-named')
})

test('how a report ended is said in words that fit a parcel wherever it is', () => {
  expect(outcomeWords('awaited')).toBe('Paketnya masih ditunggu')
  expect(outcomeWords('constructor')).toBe('')
})

test('what a refund went under must look like a reference, not like a letter to get past the form', () => {
  const isTaken = (typed: string) => moneyReference.safeParse(typed).success
  for (const typed of ['FT26331A8KQ2', 'KW-0123', 'TRX-7', ' 0042 ']) expect(isTaken(typed), typed).toBe(true)
  for (const typed of ['', 'x', '-', '12', 'transfer', '. . 1', 'Rp138.384', 'rp 125916'])
    expect(isTaken(typed), typed).toBe(false)
  const isOfBank = (typed: string) => bankReference.safeParse(typed).success
  expect(isOfBank('FT26331A8KQ2')).toBe(true)
  for (const typed of ['re_3Q7aB', 'RE_3Q7aB', 'dp_1Q7aB', 'pi_3Q7aB'])
    expect(isOfBank(typed), typed).toBe(false)
})

test('tasks about a card say whether its money came in, went back, or was taken, and what not to do', () => {
  const told = (kind: 'card-mismatch' | 'card-dispute' | 'refund-failed', detail: JsonObject) => {
    const task = { kind, detail, paymentState: 'paid', totalRupiah: 94_000, isErased: false } as const
    return [taskWords(task), found(task), howTo(task, false, 'di bawah')].join(' | ')
  }
  const amountRupiah = 94_000
  const back = { why: 'refund', providerRefundId: 're_1', amountRupiah }
  expect(told('card-mismatch', { why: 'amount', amountRupiah })).toMatch(
    /^Pembayaran kartu tidak cocok \| Masuk Rp94\.000/,
  )
  expect(told('card-mismatch', back)).toMatch(
    /^Pengembalian kartu di luar toko \| Kembali ke kartu Rp94\.000, nomor re_1/,
  )
  expect(told('card-mismatch', { ...back, hasFailed: true })).toMatch(
    /gagal \| Tidak jadi kembali ke kartu Rp94\.000.*Kalau sudah dikirim dengan cara lain, tidak ada/,
  )
  const open = { disputeId: 'dp_1', amountRupiah, answerBy: '2026-12-01T00:00:00.000Z' }
  expect(told('card-dispute', open)).toMatch(
    /Yang disanggah Rp94\.000, nomor dp_1\. Jawab paling lambat 1\sDesember\s2026.*jangan dikirim/,
  )
  expect(told('card-dispute', { disputeId: 'dp_1' })).toMatch(/^Pemilik kartu menyanggah \| {2}\|/)
  expect(told('card-dispute', { ...open, answerBy: null, isLost: true })).toMatch(
    /^Uang kartu ditarik.*Jangan dikirim lagi/,
  )
  const unclear = told('refund-failed', { amountRupiah, reason: 'card-unclear', isUnclear: true })
  expect(unclear).toMatch(/^Pengembalian uang perlu diperiksa .* Lihat dulu di situs penyedia kartu/)
  expect(unclear).not.toContain('cara lain')
  expect(told('refund-failed', { amountRupiah, reason: 'card' })).toMatch(/Kirim dengan cara lain/)
})

test('a reason that is too short is told from one that is missing', () => {
  const reason = reasonText(() => 'Tulis kenapa.')
  const firstProblem = (typed?: string) => reason.safeParse(typed).error?.issues[0]?.message
  expect(firstProblem()).toBe('Tulis kenapa.')
  expect(firstProblem('  ')).toBe('Tulis kenapa.')
  expect(firstProblem('ok')).toBe('Terlalu pendek. Tulis supaya yang membaca nanti paham.')
  expect(firstProblem('oke')).toBeUndefined()
})
