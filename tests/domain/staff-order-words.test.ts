import { expect, test } from 'vitest'
import { recordedReason } from '#app/routes/staff/order-words.ts'

test('the history of an order says a recorded reason in words, and somebody’s own words as they are', () => {
  expect(recordedReason('paid-after-cancel')).toBe('Dibayar sesudah dibatalkan.')
  expect(recordedReason('paid-after-expiry')).toBe('Dibayar sesudah waktunya habis.')
  expect(recordedReason('card')).toBe('Tidak diterima kartu pembeli.')
  expect(recordedReason('cannot-ship')).toBe('Tidak bisa dikirim ke sana')
  expect(recordedReason('Rekeningnya sudah ditutup.')).toBe('Rekeningnya sudah ditutup.')
  expect(recordedReason('constructor')).toBe('constructor')
})
