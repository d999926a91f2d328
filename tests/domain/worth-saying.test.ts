import { expect, test } from 'vitest'
import type { BasketFlash } from '#app/routes/shop/checkout/flash.ts'
import { worthSaying } from '#app/routes/shop/checkout/worth-saying.ts'

const changed = (title: string): BasketFlash => ({ code: 'changed', title, count: 2 })
const unreadable = (title: string): BasketFlash => ({ code: 'count-unreadable', title })
const removed = (variantId: string): BasketFlash => ({ code: 'removed', variantId, quantity: 1 })
const ofEach = (count: number, make: (name: string) => BasketFlash) =>
  Array.from({ length: count }, (_, index) => make(`${index}`))

test('what came out as it was typed is said only where there is nothing else', () => {
  expect(worthSaying([changed('A'), changed('B')])).toEqual([changed('B')])
  expect(worthSaying([changed('A'), removed('b')])).toEqual([removed('b')])
  expect(worthSaying([])).toEqual([])
})

test('each thing is said once', () => {
  expect(worthSaying([{ code: 'not-sold' }, { code: 'not-sold' }])).toEqual([{ code: 'not-sold' }])
})

test('a line that was taken out is said whatever else is wrong, and what has no room is not passed over', () => {
  const wrong = ofEach(9, unreadable)
  expect(worthSaying([...wrong, removed('x')])).toEqual([
    ...wrong.slice(0, 8),
    { code: 'more' },
    removed('x'),
  ])
  const out = ofEach(16, removed)
  expect(worthSaying(out)).toEqual(out)
  expect(worthSaying([...out, removed('x')])).toEqual([{ code: 'more' }, ...out])
})
