/** Randomness that a seed decides wholly, so that the same piece is drawn the same way on any machine. */
export interface Random {
  (): number
  range(from: number, to: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
}

export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x7feb352d)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}

export function randomFrom(seed: string): Random {
  let state = hash32(seed) || 1
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return Object.assign(next, {
    range: (from: number, to: number) => from + (to - from) * next(),
    pick: <Item>(items: readonly [Item, ...Item[]]): Item =>
      items[Math.floor(next() * items.length)] ?? items[0],
  })
}

/** A number in -1..1 for one place of a seed; unlike `Random` it does not depend on the drawing order. */
export const jitter = (seed: string, place: string): number =>
  (hash32(`${seed}:${place}`) / 4294967295) * 2 - 1
