import { describe, expect, test } from 'vitest'
import { firstName } from '#app/lib/first-name.ts'
import {
  countryName,
  formatDecimal,
  formatGrams,
  formatNumber,
  formatPercent,
  formatRupiah,
  formatSpan,
  formatTenths,
  holdSizes,
  parseRupiah,
  shortRupiah,
} from '#app/lib/format.ts'
import { formatPhone } from '#app/lib/phone-text.ts'

describe('formatRupiah', () => {
  test('writes rupiah as people here do, without a space and without sen', () => {
    expect(formatRupiah(285_000, 'id')).toBe('Rp285.000')
    expect(formatRupiah(0, 'id')).toBe('Rp0')
    expect(formatRupiah(1_250_000_000, 'id')).toBe('Rp1.250.000.000')
    expect(formatRupiah(-18_000, 'id')).toBe('-Rp18.000')
  })
  test('names the currency in English, with an ordinary space', () => {
    expect(formatRupiah(285_000, 'en')).toBe('IDR\u00a0285,000')
    expect(formatRupiah(-18_000, 'en')).toBe('-IDR\u00a018,000')
  })
  test('never shows sen, whatever Intl would do', () => {
    expect(formatRupiah(99.6, 'id')).toBe('Rp100')
  })
})

test('a size among words holds together, and the words stay free', () => {
  expect(holdSizes('Sedang, 22 × 14 cm')).toBe('Sedang, 22\u00a0×\u00a014\u00a0cm')
  expect(holdSizes('Nomor 6, lingkar 55 cm')).toBe('Nomor\u00a06, lingkar 55\u00a0cm')
  expect(holdSizes('Ukuran 41')).toBe('Ukuran\u00a041')
  expect(holdSizes('Size 41–42, red')).toBe('Size\u00a041–\u206042, red')
  expect(holdSizes('Laptop 13–14 inci')).toBe('Laptop 13–\u206014\u00a0inci')
  expect(holdSizes('Merah 2 warna')).toBe('Merah 2 warna')
})

describe('shortRupiah', () => {
  test.each([
    [38_200_000, 'Rp38,2\u00a0jt', 'IDR\u00a038.2m'],
    [142_000, 'Rp142\u00a0rb', 'IDR\u00a0142k'],
    [86_500_000, 'Rp86,5\u00a0jt', 'IDR\u00a086.5m'],
    [999_960, 'Rp1\u00a0jt', 'IDR\u00a01m'],
    [999_960_000, 'Rp1\u00a0M', 'IDR\u00a01bn'],
    [9_500, 'Rp9.500', 'IDR\u00a09,500'],
    [0, 'Rp0', 'IDR\u00a00'],
    [-1_500_000, '-Rp1,5\u00a0jt', '-IDR\u00a01.5m'],
  ])('%i', (amount, id, en) => {
    expect(shortRupiah(amount, 'id')).toBe(id)
    expect(shortRupiah(amount, 'en')).toBe(en)
  })
})

describe('parseRupiah', () => {
  test.each([
    ['165rb', 165_000],
    ['165 ribu', 165_000],
    ['165.000', 165_000],
    ['165,000', 165_000],
    ['165 000', 165_000],
    ['165000', 165_000],
    ['Rp165.000', 165_000],
    ['Rp. 165.000,-', 165_000],
    ['Rp165.000,00', 165_000],
    ['IDR 165,000', 165_000],
    ['1,5 juta', 1_500_000],
    ['1.5jt', 1_500_000],
    ['1,25 jt', 1_250_000],
    ['2 JUTA', 2_000_000],
    ['1.250.000', 1_250_000],
    ['12,5rb', 12_500],
    ['0', 0],
    ['  95 k ', 95_000],
  ])('reads %s', (typed, amount) => expect(parseRupiah(typed)).toBe(amount))

  test.each([
    '',
    'Rp',
    'murah',
    '-5000',
    '1.2.3',
    '16.5000',
    '165,5',
    '10 20',
    '1e9',
    '99999999999999999999',
  ])('refuses %s', (typed) => expect(parseRupiah(typed)).toBeNull())

  test('reads back everything that formatRupiah writes', () => {
    for (const amount of [0, 500, 1_000, 285_000, 12_345_678, 999_999_999]) {
      expect(parseRupiah(formatRupiah(amount, 'id'))).toBe(amount)
      expect(parseRupiah(formatRupiah(amount, 'en'))).toBe(amount)
    }
  })
})

test('numbers, shares and weights follow the language', () => {
  expect(formatNumber(1250, 'id')).toBe('1.250')
  expect(formatNumber(1250, 'en')).toBe('1,250')
  expect(formatDecimal(4.75, 'id')).toBe('4,8')
  expect(formatDecimal(4.75, 'en')).toBe('4.8')
  expect(formatTenths(11, 'id')).toBe('11,0')
  expect(formatTenths(10.62, 'en')).toBe('10.6')
  expect(formatPercent(0.798, 'id')).toBe('80%')
  expect(formatSpan(14, 20)).toBe('14–\u206020')
  expect(formatSpan(7, 7)).toBe('7')
  expect(formatGrams(420, 'id')).toBe('420\u00a0gram')
  expect(formatGrams(420, 'en')).toBe('420\u00a0g')
  expect(formatGrams(1_250, 'id')).toBe('1,3\u00a0kg')
})

test('a country is called what the reader calls it', () => {
  expect(countryName('SG', 'id')).toBe('Singapura')
  expect(countryName('SG', 'en')).toBe('Singapore')
  expect(countryName('QZ', 'id')).toBe('QZ')
})

test('a first name keeps how the person is addressed', () => {
  expect(firstName('Rini Astuti')).toBe('Rini')
  expect(firstName('Pak Joni Saputra')).toBe('Pak Joni')
  expect(firstName('Hj. Siti Aminah')).toBe('Hj. Siti')
  expect(firstName('Ibu')).toBe('Ibu')
  expect(firstName('Pakdi Hartono')).toBe('Pakdi')
  expect(firstName('Drs. H. Muḥammad Āli, M.Pd.')).toBe('Drs. H. Muḥammad')
  expect(firstName('Ibu Hj. Siti Aminah')).toBe('Ibu Hj. Siti')
  expect(firstName('Ny Siti Zubaidah')).toBe('Ny Siti')
  expect(firstName('M. Rizki Pratama')).toBe('M. Rizki')
  expect(firstName('Prof. Dr. Ir. Hasan')).toBe('Prof. Dr. Ir. Hasan')
  expect(firstName('Mr. Tan Wei Ming')).toBe('Mr. Tan')
  expect(firstName('Bpk Hendra Gunawan')).toBe('Bpk Hendra')
  expect(firstName('Nn Rini Astuti')).toBe('Nn Rini')
  expect(firstName('Pak Cik Moh Yusuf Ali')).toBe('Pak Cik Moh Yusuf')
  expect(firstName('Budi, S.Pd.')).toBe('Budi')
  expect(firstName('H. M.')).toBe('H. M.')
  expect(firstName(', Budi')).toBe(',')
})

test('a telephone number is written for those who will dial it', () => {
  expect(formatPhone('+6281234567890')).toBe('0812-3456-7890')
  expect(formatPhone('+6281234567890', 'en')).toBe('+62 812-3456-7890')
  expect(formatPhone('+31201234567', 'en')).toBe('+31201234567')
})
