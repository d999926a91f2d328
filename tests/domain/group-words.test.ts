import { describe, expect, test } from 'vitest'
import type { Delivery, PaymentState } from '#app/domain/orders/order-status.ts'
import { day } from '#app/lib/day.ts'
import { soldAgainUnless, soldAgainWords } from '#app/routes/decline-words.ts'
import { packing, tickBefore } from '#app/routes/group/packing-words.ts'
import {
  buyerWords,
  dueWords,
  isInItsHands,
  isStillToMake,
  moneyWords,
  nextStep,
  progressOf,
  reportEnd,
  SHELVES,
  shelfOf,
  stateTitle,
  whatNow,
} from '#app/routes/group/parcel-words.ts'

const parcel = (over: Partial<Parameters<typeof shelfOf>[0]> = {}) => ({
  state: 'packed' as const,
  delivery: 'courier' as const,
  dispatchWay: null,
  paymentState: 'paid' as PaymentState,
  hasWrongAmount: false,
  isCalledOff: false,
  shippingRupiah: 45_000,
  country: 'ID',
  promiseOn: '2026-11-24',
  isLate: false,
  packedAt: null,
  dispatchedAt: null,
  daysMax: null,
  problemAt: null,
  problemSettledAt: null,
  ...over,
})

const READY = { mode: 'ready' } as const
const TO_WEAVE = { mode: 'made-to-order' } as const

describe('whether the pieces of a parcel that is called off are sold again', () => {
  test.each(['out-of-stock', 'damaged'])('not those of which it says %s', (reason) => {
    expect(soldAgainWords(reason, [READY])).toBe('Barangnya tidak dijual lagi.')
    expect(soldAgainWords(reason, [READY, TO_WEAVE])).toBe(
      'Barang yang tadinya siap kirim tidak dijual lagi.',
    )
  })

  test.each(['too-late', 'cannot-ship', 'buyer-asked', 'other'])('those of which it says %s', (reason) => {
    expect(soldAgainWords(reason, [READY])).toBe('Barangnya dijual lagi.')
    expect(soldAgainWords(reason, [READY, TO_WEAVE])).toBe('Barang yang tadinya siap kirim dijual lagi.')
  })

  test('is not said of what was made to order: no piece of it was on sale', () => {
    expect(soldAgainWords('other', [TO_WEAVE])).toBeNull()
    expect(soldAgainUnless([TO_WEAVE])).toBeNull()
  })
})
const now = (of: Parameters<typeof whatNow>[0]) => whatNow(of, [READY])

describe('a group reads where its parcel stands', () => {
  test('a piece that is still to be woven is not there to be looked at', () => {
    const fresh = parcel({ state: 'open' })
    expect(whatNow(fresh, [READY])).toMatch(/^Lihat barangnya\. Kalau bisa/)
    expect(whatNow(fresh, [TO_WEAVE, TO_WEAVE])).toMatch(/^Barangnya dianyam dulu\. Kalau sanggup/)
    expect(whatNow(fresh, [READY, TO_WEAVE])).toMatch(/^Lihat barangnya\. Ada juga yang dianyam dulu\./)
  })

  test('only what is still to be woven is to be woven before it is packed, whichever way it goes', () => {
    for (const delivery of ['courier', 'pickup-group', 'pickup-library'] as const) {
      const accepted = parcel({ state: 'accepted', delivery })
      expect(whatNow(accepted, [READY])).toMatch(/^Kemas/)
      expect(whatNow(accepted, [TO_WEAVE])).toMatch(/^Barangnya dianyam dulu\. Kemas/)
      expect(whatNow(accepted, [READY, TO_WEAVE])).toMatch(/^Ada yang dianyam dulu\. Kemas/)
    }
  })

  test('nothing is still to be made of a parcel that is packed, sent or received, or that came to nothing', () => {
    for (const state of ['waiting', 'open', 'accepted'] as const) expect(isStillToMake({ state })).toBe(true)
    const past = ['packed', 'dispatched', 'received', 'declined', 'cancelled', 'returned'] as const
    for (const state of past) expect(isStillToMake({ state }), state).toBe(false)
  })

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
    expect(now(accepted)).toBe(
      'Kemas, tulis kodenya di paket, lalu antar ke perpustakaan. Kalau sudah diserahkan ke petugas, centang dan tekan tombol di bawah.',
    )
    expect(progressOf(accepted)?.steps).toEqual(['Terima', 'Antar', 'Diambil'])
  })

  test('an order that its buyer called off is not told as one that ran out', () => {
    expect(now(parcel({ state: 'cancelled', paymentState: 'expired' }))).toMatch(/berakhir sebelum lunas/)
    const brought = { delivery: 'pickup-library', packedAt: '2026-11-20T03:00:00Z' } as const
    for (const state of ['cancelled', 'declined'] as const)
      expect(now(parcel({ ...brought, state }))).toMatch(/sudah diantar ke perpustakaan .*tolong diambil/)
    expect(now(parcel({ ...brought, state: 'cancelled', packedAt: null }))).not.toContain('perpustakaan')
    const off = parcel({ state: 'cancelled', paymentState: 'cancelled', isCalledOff: true })
    expect(now(off)).toMatch(/^Pembeli membatalkan sebelum lunas/)
  })

  test('whoever has sent money or a proof is not said to have paid nothing', () => {
    const waiting = { state: 'waiting' as const, paymentState: 'awaiting' as const }
    expect(now(parcel(waiting))).toMatch(/belum membayar/)
    expect(now(parcel({ ...waiting, paymentState: 'proof-sent' }))).toMatch(/bukti bayar/)
    expect(now(parcel({ ...waiting, hasWrongAmount: true }))).toMatch(/sudah masuk.*belum pas/)
  })

  test('what its cost is still asked for does not wait to be paid', () => {
    const waiting = { state: 'waiting' as const, paymentState: 'quoting' as const }
    expect(shelfOf(parcel({ ...waiting, shippingRupiah: null, country: 'SG' }))).toBe('quoting')
    expect(shelfOf(parcel({ ...waiting, shippingRupiah: 20_000 }))).toBe('quoting')
    expect(shelfOf(parcel({ ...waiting, paymentState: 'awaiting', country: 'SG' }))).toBe('unpaid')
  })

  test('what calls the buyer, or says that the buyer has it, is ticked first', () => {
    expect(tickBefore('pack', 'courier')).toBeNull()
    expect(tickBefore('accept', 'pickup-library')).toBeNull()
    expect(tickBefore('pack', 'pickup-library')?.label()).toBe('Paketnya sudah saya serahkan ke petugas')
    expect(tickBefore('collected', 'pickup-group')?.label()).toBe('Pembeli sudah membawa barangnya')
  })

  test('what was fetched at the group has not been sent', () => {
    expect(stateTitle(parcel({ state: 'dispatched', dispatchWay: 'courier' }))).toBe('Sudah dikirim')
    expect(stateTitle(parcel({ state: 'dispatched', delivery: 'pickup-group' }))).toBe('Sudah diambil')
  })

  test('what the group brings itself has set out, whatever had been agreed', () => {
    const brought = parcel({ state: 'dispatched', dispatchWay: 'local' })
    expect(stateTitle(brought)).toBe('Sudah berangkat')
    expect(now(brought)).toMatch(/^Sesudah barangnya sampai, minta pembeli/)
  })

  test('what the list’s heading counts stands right below it, before what waits for others', () => {
    const problemAt = '2026-11-20T03:00:00Z'
    const toDo = [
      parcel({ state: 'open' }),
      parcel({ state: 'waiting', paymentState: 'quoting', shippingRupiah: null }),
      parcel({ state: 'accepted', problemAt }),
      parcel(),
      parcel({ delivery: 'pickup-group' }),
    ]
    expect(toDo.map(shelfOf)).toEqual(SHELVES.slice(0, toDo.length))
    for (const one of toDo) expect(nextStep(one)).not.toBeNull()
    const waiting = [parcel({ state: 'dispatched', problemAt }), parcel({ delivery: 'pickup-library' })]
    expect(waiting.map(shelfOf)).toEqual(SHELVES.slice(toDo.length, toDo.length + waiting.length))
    for (const one of waiting) expect(nextStep(one)).toBeNull()
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
    expect(now(abroad)).toBe('Pembeli di luar negeri. Petugas menanyakan ongkosnya dulu.')
    expect(nextStep(abroad)).toBeNull()
    expect(nextStep(parcel(asked))).toBe('price')
  })

  test('a cost of sending has its hour, after which the order is over', () => {
    const asked = parcel({ state: 'waiting', paymentState: 'quoting', shippingRupiah: null })
    const until = { expiresAt: '2026-11-28T07:00:00Z' }
    expect(dueWords({ ...asked, ...until }, day('2026-11-24'))).toBe(
      'Tulis ongkosnya paling lambat Sabtu 28\u00a0November, 14.00\u00a0WIB',
    )
    expect(dueWords({ ...asked, ...until, country: 'MY' }, day('2026-11-24'))).toBeNull()
    expect(dueWords({ ...asked, ...until, shippingRupiah: 0 }, day('2026-11-24'))).toBeNull()
  })

  test('the buyer is a name and the kecamatan, because the cost depends on it', () => {
    const buyer = {
      ...{ buyerName: 'Rini Astuti', isErased: false, regencyName: 'Kabupaten Kayong Utara' },
      delivery: 'courier' as Delivery,
    }
    expect(buyerWords({ ...buyer, country: 'ID', districtName: 'Kepulauan Karimata' })).toBe(
      'Rini, Kepulauan Karimata, Kabupaten Kayong Utara',
    )
    expect(buyerWords({ ...buyer, country: 'MY', districtName: null, regencyName: null })).toBe(
      'Rini, Malaysia',
    )
    expect(buyerWords({ ...buyer, country: 'ID', districtName: null, regencyName: null })).toBe('Rini')
    const collects = { ...buyer, country: 'ID', districtName: 'Kepulauan Karimata' }
    expect(buyerWords({ ...collects, delivery: 'pickup-library' })).toBe('Rini, diambil di perpustakaan')
    expect(buyerWords({ ...collects, delivery: 'pickup-group' })).toBe('Rini, diambil di tempat kelompok')
    const erased = { ...buyer, buyerName: '-', isErased: true }
    expect(buyerWords({ ...erased, country: 'ID', districtName: null })).toBe('Data pembeli sudah dihapus')
  })

  test('a report is not folded away, and the money waits until it is settled', () => {
    for (const state of ['dispatched', 'received'] as const) {
      const reported = parcel({ state, problemAt: '2026-11-25T03:00:00Z' })
      expect(shelfOf(reported), state).toBe('reported')
      expect(now(reported), state).toBe('Tunggu kabar petugas soal laporan pembeli.')
      expect(moneyWords({ ...reported, isPaid: true }), state).toBe(
        'Uang ini menunggu sampai laporan pembeli selesai.',
      )
    }
    const settled = parcel({
      state: 'received',
      problemAt: '2026-11-25T03:00:00Z',
      problemSettledAt: '2026-11-25T05:00:00Z',
    })
    expect(shelfOf(settled)).toBe('done')
    expect(moneyWords({ ...settled, isPaid: true })).toMatch(/^Uang ini sudah menjadi hak kelompok\./)
    expect(shelfOf(parcel({ state: 'accepted', problemAt: '2026-11-25T03:00:00Z' }))).toBe('making')
  })

  test('the money is the group’s without a word from the buyer too, from a day that is named', () => {
    const sent = { ...parcel({ state: 'dispatched' }), isPaid: true, dispatchedAt: '2026-11-22T03:00:00Z' }
    expect(moneyWords(sent)).toMatch(/tetap menjadi hak kelompok Minggu\s6\sDesember/)
    expect(moneyWords({ ...sent, daysMax: 18 })).toMatch(/tetap menjadi hak kelompok Kamis\s17\sDesember/)
  })

  test('how a report ended fits where the parcel is', () => {
    const end = (over: Parameters<typeof parcel>[0]) => reportEnd(parcel(over))
    expect(end({ state: 'packed' })).toMatch(/^Paketnya tetap dikirim/)
    expect(end({ state: 'dispatched' })).toMatch(/^Pesanannya tetap berjalan/)
    expect(end({ state: 'received' })).toMatch(/^Barangnya ada di pembeli/)
    expect(end({ state: 'dispatched', delivery: 'pickup-group' })).toMatch(/^Pesanannya tetap berjalan/)
    expect(end({ state: 'packed', delivery: 'pickup-group' })).toMatch(/^Pesanannya tetap berjalan/)
    expect(end({ state: 'returned' })).toMatch(/^Uangnya dikembalikan/)
    expect(end({ state: 'declined' })).toMatch(/^Paketnya batal/)
  })

  test('money that staff decided to give back is not said to have been sent', () => {
    const returned = parcel({ state: 'returned' })
    expect(stateTitle(returned)).toBe('Uang kembali ke pembeli')
    expect(now(returned)).toMatch(/^Petugas memutuskan uangnya dikembalikan ke pembeli\./)
  })
})

test('who brings a parcel herself has its address on the way, who handed it over has not', () => {
  const left = { state: 'dispatched' as const }
  expect(isInItsHands({ ...left, dispatchWay: 'local' })).toBe(true)
  expect(isInItsHands({ ...left, dispatchWay: 'courier' })).toBe(false)
  expect(isInItsHands({ state: 'received', dispatchWay: 'local' })).toBe(false)
})
