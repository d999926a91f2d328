import { describe, expect, test } from 'vitest'
import { rupiahField, shippingForm, trackingNumber } from '#app/routes/parcel-forms.server.ts'

const problemsOf = (form: Record<string, string>) => {
  const parsed = shippingForm.safeParse(form)
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

const good = { delivery: 'boat', carrier: 'KM Contoh', shipping: '45.000', daysMin: '1', daysMax: '3' }

test('no amount of money is taken that nobody can mean', () => {
  const problemOf = (typed: string) => rupiahField.safeParse(typed).error?.issues[0]?.message
  expect(problemOf('1.000.000.000')).toBeUndefined()
  for (const typed of ['1.000.000.001', '368701368701', '99999999999999'])
    expect(problemOf(typed), typed).toBe('Paling banyak Rp1.000.000.000. Cek lagi nolnya.')
})

describe('the form for what sending a parcel costs', () => {
  test('says everything that is missing at once', () => {
    expect(problemsOf({ delivery: 'courier' })).toEqual([
      'shipping: Tulis jumlah uangnya.',
      'daysMin: Tulis paling cepat berapa hari, dengan angka.',
      'daysMax: Tulis paling lama berapa hari, dengan angka.',
      'carrier: Tulis nama kurir atau kapalnya.',
    ])
  })

  test('says the limit that was passed', () => {
    expect(problemsOf({ ...good, shipping: '9.000.000', daysMax: '9999' })).toEqual([
      'shipping: Paling banyak Rp5.000.000. Cek lagi nolnya.',
      'daysMax: Paling banyak 90\u00a0hari.',
    ])
    expect(problemsOf({ ...good, daysMin: '91', daysMax: '91' })).toEqual([
      'daysMax: Paling banyak 90\u00a0hari.',
    ])
  })

  test('takes no amount whose noughts were forgotten, and nothing for nothing', () => {
    expect(problemsOf({ ...good, shipping: '45' })).toEqual([
      expect.stringMatching(/^shipping: Terlalu kecil/),
    ])
    expect(problemsOf({ ...good, shipping: '0' })).toEqual([])
    expect(problemsOf({ ...good, shipping: '45rb' })).toEqual([])
  })

  test('asks for the name only of who is not the group itself, and for days in their order', () => {
    expect(problemsOf(good)).toEqual([])
    expect(problemsOf({ ...good, delivery: 'local', carrier: '' })).toEqual([])
    expect(problemsOf({ ...good, delivery: 'local' })).toEqual([
      expect.stringMatching(/^carrier: Diantar sendiri tidak pakai kurir. Kosongkan namanya,/),
    ])
    expect(problemsOf({ ...good, daysMin: '4' })).toEqual([
      'daysMax: Paling lama tidak boleh kurang dari paling cepat.',
    ])
  })
})

test.each(['!!', '-', '. .', 'x', 'tidak ada'])(
  '%j is no number a parcel could be looked up with',
  (typed) => {
    expect(trackingNumber.safeParse(typed).success).toBe(false)
  },
)
test.each(['JP1234567890', '0012 3456', 'CONTOH-56', '', undefined])('%j can be', (typed) => {
  expect(trackingNumber.safeParse(typed).success).toBe(true)
})
