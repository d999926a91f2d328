import { expect, test } from 'vitest'
import { editDistance } from '#app/lib/edit-distance.ts'

test.each([
  ['teluk', 'teluk', 0],
  ['telok', 'teluk', 1],
  ['sutra', 'sutera', 1],
  ['pontianka', 'pontianak', 1],
  ['jogjakarta', 'yogyakarta', 2],
  ['sutra', 'sumatra', 2],
  ['', 'abc', 3],
  ['abc', '', 3],
])('%j becomes %j in %i', (one, other, steps) => {
  expect(editDistance(one, other)).toBe(steps)
  expect(editDistance(other, one)).toBe(steps)
})
