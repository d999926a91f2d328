import { describe, expect, test } from 'vitest'
import { shippingForm } from '#app/routes/parcel-forms.server.ts'

const problemsOf = (form: Record<string, string>) => {
  const parsed = shippingForm.safeParse(form)
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

const good = { delivery: 'boat', carrier: 'KM Contoh', shipping: '45.000', daysMin: '1', daysMax: '3' }

describe('the form for what sending a parcel costs', () => {
  test('says everything that is missing at once', () => {
    expect(problemsOf({ delivery: 'courier' })).toEqual([
      'shipping: Tulis jumlah uangnya.',
      'daysMin: Tulis berapa hari, dengan angka.',
      'daysMax: Tulis berapa hari, dengan angka.',
      'carrier: Tulis nama kurir atau kapalnya.',
    ])
  })

  test('says the limit that was passed', () => {
    expect(problemsOf({ ...good, shipping: '9.000.000', daysMax: '9999' })).toEqual([
      'shipping: Paling banyak Rp5.000.000. Cek lagi nolnya.',
      'daysMax: Paling banyak 90 hari.',
    ])
  })

  test('asks for the name only of who is not the group itself, and for days in their order', () => {
    expect(problemsOf(good)).toEqual([])
    expect(problemsOf({ ...good, delivery: 'local', carrier: '' })).toEqual([])
    expect(problemsOf({ ...good, daysMin: '4' })).toEqual([
      'daysMax: Paling lama tidak boleh kurang dari paling cepat.',
    ])
  })
})
