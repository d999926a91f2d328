import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { browserName } from '#app/domain/accounts/browser-name.ts'
import { passwordFlaw } from '#app/domain/accounts/password-rules.ts'
import { qrMatrix } from '#app/domain/accounts/qr-code.ts'
import { normalisePhone } from '#app/platform/phone.server.ts'

describe('a new password', () => {
  const own = ['Nurhayati Binti Saleh', 'nurhayati.saleh@kayongutara.go.id']
  test.each([
    ['pendek', 'too-short'],
    ['x'.repeat(129), 'too-long'],
    ['aaaaaaaaaaaaaa', 'repetitive'],
    ['abcabcabcabc', 'repetitive'],
    ['123456789012', 'repetitive'],
    ['abcdefghijklmnop', 'repetitive'],
    ['1q2w3e4r5t6y', 'common'],
    ['qwerty123456', 'common'],
    ['perpustakaan2026', 'common'],
    ['Perpustakaan!!', 'common'],
    ['***indonesia***', 'common'],
    ['sayang1122334', 'common'],
    ['19820817 3344', 'common'],
    ['nurhayati123', 'own-words'],
    ['Saleh-saleh-1', 'own-words'],
    ['nurhayati.saleh@kayongutara.go.id', 'own-words'],
    ['nurhayatisaleh1', 'own-words'],
  ])('%s is refused', (password, flaw) => expect(passwordFlaw(password, own)).toBe(flaw))

  test.each([
    'perahu lambat di muara',
    'anyaman-pandan-2020',
    'korek hujan batu',
    'Tq7!vvLm02zR',
    'ßłąśćż kopi tubruk',
    'nurhayati suka kelapa muda',
    'nurhayati saleh naik perahu',
  ])('%s is taken', (password) => expect(passwordFlaw(password, own)).toBeNull())
})

describe('a phone number', () => {
  test.each([
    ['0812-3456-7890', '+6281234567890'],
    ['081234567890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['62 812 3456 7890', '+6281234567890'],
    ['+62 812-3456-7890', '+6281234567890'],
    ['812 3456 7890', '+6281234567890'],
    ['(0812) 3456.7890', '+6281234567890'],
    ['0812 0000 0001', '+6281200000001'],
    ['+60 12-345 6789', '+60123456789'],
  ])('%s is understood', (typed, phone) => expect(normalisePhone(typed)).toBe(phone))

  test.each([
    '',
    '0812',
    'seribu',
    '0812345678901234567',
    '+62 812',
    "'; drop table",
    '0812 3456 7890 abc',
    '0812 3456 7890 atau 0813',
  ])('%s is refused', (typed) => expect(normalisePhone(typed)).toBeNull())
})

describe('a QR code', () => {
  // drawn by this code and read back by another (jsQR) once; what has not changed is still readable
  test.each([
    ['Anyam', 21, 'a3f5e2d82399a294'],
    [
      'https://anyam.example.go.id/masuk/tautan/abcdefghijklmnopqrstuvwxyz0123456789abcdefg',
      37,
      '9775df8d96fbc627',
    ],
  ])('%s', (text, size, hash) => {
    const matrix = qrMatrix(text)
    expect(matrix).toHaveLength(size)
    const drawn = matrix.map((row) => row.map(Number).join('')).join('\n')
    expect(createHash('sha256').update(drawn).digest('hex').slice(0, 16)).toBe(hash)
  })
  test('refuses what it could not hold', () => {
    expect(qrMatrix('x'.repeat(412))).toHaveLength(77)
    expect(() => qrMatrix('x'.repeat(413))).toThrow(RangeError)
  })
})

test.each([
  [
    'Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36',
    'Chrome',
    'Android',
  ],
  [
    'Mozilla/5.0 (Linux; Android 13; SM-A145F) SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36',
    'Samsung Internet',
    'Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari',
    'iPhone',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Safari/537.36 Edg/131.0', 'Edge', 'Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox', 'Linux'],
])('%s', (userAgent, browser, system) => expect(browserName(userAgent)).toEqual({ browser, system }))

test('an unknown browser has no name', () => expect(browserName('curl/8.5.0')).toBeNull())
