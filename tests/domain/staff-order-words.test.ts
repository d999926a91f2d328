import { expect, test } from 'vitest'
import type { Delivery } from '#app/domain/orders/order-status.ts'
import { moneyReference, reasonText } from '#app/routes/staff/answers.server.ts'
import { auditWords, outcomeWords, recordedReason } from '#app/routes/staff/order-words.ts'

test('the history of an order says a recorded reason in words, and somebody’s own words as they are', () => {
  expect(recordedReason('paid-after-cancel')).toBe('Dibayar sesudah dibatalkan.')
  expect(recordedReason('paid-after-expiry')).toBe('Dibayar sesudah waktunya habis.')
  expect(recordedReason('card')).toBe('Tidak diterima kartu pembeli.')
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

test('a report about a parcel that the buyer comes for ends in words of collecting', () => {
  expect(outcomeWords('awaited', 'pickup-group')).toBe('Paketnya belum diambil, masih ditunggu')
  expect(outcomeWords('awaited', 'courier')).toBe('Paketnya belum sampai, masih ditunggu')
  expect(outcomeWords('kept', 'pickup-group')).toBe(outcomeWords('kept', 'courier'))
  expect(outcomeWords('constructor', 'courier')).toBe('')
})

test('what a refund went under must look like a reference, not like a letter to get past the form', () => {
  const isTaken = (typed: string) => moneyReference.safeParse(typed).success
  for (const typed of ['FT26331A8KQ2', 'KW-0123', 'TRX-7', ' 0042 ']) expect(isTaken(typed), typed).toBe(true)
  for (const typed of ['', 'x', '-', '12', 'transfer', '. . 1']) expect(isTaken(typed), typed).toBe(false)
})

test('a reason that is too short is told from one that is missing', () => {
  const reason = reasonText(() => 'Tulis kenapa.')
  const firstProblem = (typed?: string) => reason.safeParse(typed).error?.issues[0]?.message
  expect(firstProblem()).toBe('Tulis kenapa.')
  expect(firstProblem('  ')).toBe('Tulis kenapa.')
  expect(firstProblem('ok')).toBe('Terlalu pendek. Tulis supaya yang membaca nanti paham.')
  expect(firstProblem('oke')).toBeUndefined()
})
