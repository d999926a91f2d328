import { expect, test } from 'vitest'
import { safeReturnTo } from '#app/lib/return-to.ts'

test.each([
  '/',
  '/petugas',
  '/petugas/pesanan?bagian=bayar&hal=2',
  '/barang?q=tas%20pandan',
  '/barang?q=%C3%A9',
])('%s is inside and kept as it is', (place) => expect(safeReturnTo(place, '/lain')).toBe(place))

test.each([
  '//jahat.example',
  '/\\jahat.example',
  '/%5cjahat.example',
  '/%2f%2fjahat.example',
  'https://jahat.example',
  'javascript:alert(1)',
  '\t//jahat.example',
  '/%09/jahat.example',
  '/petugas\r\nX: y',
  // a header could not carry it, and the answer would be an error of ours
  '/\u200b/jahat.example',
  '/%',
  `/${'a'.repeat(500)}`,
  '',
  null,
])('%j is not, and the fallback takes its place', (place) =>
  expect(safeReturnTo(place, '/lain')).toBe('/lain'),
)
