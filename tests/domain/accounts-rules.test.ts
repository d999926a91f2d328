import { describe, expect, test } from 'vitest'
import { passwordFlaw } from '#app/domain/accounts/password-rules.ts'
import { parsePhone } from '#app/domain/accounts/phone.server.ts'

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
  ])('%s is refused', (password, flaw) => expect(passwordFlaw(password, own)).toBe(flaw))

  test.each([
    'perahu lambat di muara',
    'anyaman-pandan-2020',
    'korek hujan batu',
    'Tq7!vvLm02zR',
    'ßłąśćż kopi tubruk',
    'nurhayati suka kelapa muda',
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
  ])('%s is understood', (typed, phone) => expect(parsePhone(typed)).toBe(phone))

  test.each(['', '0812', 'seribu', '0812345678901234567', '+62 812', "'; drop table"])(
    '%s is refused',
    (typed) => expect(parsePhone(typed)).toBeNull(),
  )
})
