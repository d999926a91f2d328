import { describe, expect, test } from 'vitest'
import {
  nextStep,
  packing,
  progressOf,
  shelfOf,
  stateTitle,
  whatNow,
} from '#app/routes/group/parcel-words.ts'

const parcel = (over: Partial<Parameters<typeof shelfOf>[0]> = {}) => ({
  state: 'packed' as const,
  delivery: 'courier' as const,
  paymentState: 'paid' as const,
  shippingRupiah: 45_000,
  country: 'ID',
  promiseOn: '2026-11-24',
  isLate: false,
  ...over,
})

describe('a group reads where its parcel stands', () => {
  test('packed means another thing for each way to the buyer', () => {
    expect(stateTitle(parcel())).toBe('Siap dikirim')
    expect(stateTitle(parcel({ delivery: 'pickup-group' }))).toBe('Siap diambil pembeli')
    expect(stateTitle(parcel({ delivery: 'pickup-library' }))).toBe('Menunggu di perpustakaan')
  })

  test('the button that ends the packing says what it means for each way to the buyer', () => {
    expect(packing('courier').button()).toBe('Sudah dikemas')
    expect(packing('pickup-group').button()).toBe('Siap diambil')
    expect(packing('pickup-library').button()).toBe('Sudah diantar ke perpustakaan')
    const accepted = parcel({ state: 'accepted', delivery: 'pickup-library' })
    expect(whatNow(accepted)).toBe(
      'Kemas, lalu antar ke perpustakaan. Kalau sudah diantar, tekan tombol di bawah.',
    )
    expect(progressOf(accepted)?.steps).toEqual(['Terima', 'Antar', 'Diambil'])
  })

  test('what was fetched at the group has not been sent', () => {
    expect(stateTitle(parcel({ state: 'dispatched' }))).toBe('Sudah dikirim')
    expect(stateTitle(parcel({ state: 'dispatched', delivery: 'pickup-group' }))).toBe('Sudah diambil')
  })

  test('what fell through is not counted with what was delivered', () => {
    expect(shelfOf(parcel({ state: 'received' }))).toBe('done')
    for (const state of ['declined', 'cancelled', 'returned'] as const) {
      expect(shelfOf(parcel({ state })), state).toBe('fallen')
    }
  })

  test('what staff ask for abroad is not waiting for money yet', () => {
    const asked = { state: 'waiting', paymentState: 'quoting', shippingRupiah: null } as const
    const abroad = parcel({ ...asked, country: 'MY' })
    expect(stateTitle(abroad)).toBe('Menunggu ongkos kirim')
    expect(whatNow(abroad)).toBe('Pembeli di luar negeri. Petugas menanyakan ongkosnya dulu.')
    expect(nextStep(abroad)).toBeNull()
    expect(nextStep(parcel(asked))).toBe('price')
  })
})
