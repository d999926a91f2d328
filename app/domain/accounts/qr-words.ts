// What a QR code says, before it is drawn: the text's bytes, and others by which a reader repairs damage.

/** For each version: error correction bytes in a block, and how many blocks. */
const BLOCKS: readonly (readonly [ecc: number, blocks: number])[] = [
  [10, 1],
  [16, 1],
  [26, 1],
  [18, 2],
  [24, 2],
  [16, 4],
  [18, 4],
  [22, 4],
  [22, 5],
  [26, 5],
  [30, 5],
  [22, 8],
  [22, 9],
  [24, 9],
  [24, 10],
]

export interface Shape {
  version: number
  size: number
  ecc: number
  blocks: number
  dataBytes: number
}

/** Every byte to draw, in drawing order. */
export const codeWords = (bytes: Uint8Array, shape: Shape): number[] =>
  interleave(dataWords(bytes, shape), shape)

/**
 * The smallest code that holds so many bytes.
 * @throws RangeError above 412 bytes
 */
export function shapeFor(length: number): Shape {
  for (const [at, [ecc, blocks]] of BLOCKS.entries()) {
    const version = at + 1
    const dataBytes = Math.floor(rawModules(version) / 8) - ecc * blocks
    const head = version < 10 ? 12 : 20
    if (length * 8 + head <= dataBytes * 8) return { version, size: version * 4 + 17, ecc, blocks, dataBytes }
  }
  throw new RangeError(`Too long for a QR code: ${length} bytes`)
}

/** Modules left for data and error correction once everything fixed is drawn. */
function rawModules(version: number): number {
  const aligned = version === 1 ? 0 : Math.floor(version / 7) + 2
  const whole = (16 * version + 128) * version + 64
  const alignment = aligned === 0 ? 0 : (25 * aligned - 10) * aligned - 55
  return whole - alignment - (version >= 7 ? 36 : 0)
}

function dataWords(bytes: Uint8Array, { version, dataBytes }: Shape): number[] {
  const bits: number[] = []
  const put = (value: number, count: number) => {
    for (let at = count - 1; at >= 0; at--) bits.push((value >> at) & 1)
  }
  put(0b0100, 4)
  put(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) put(byte, 8)
  put(0, Math.min(4, dataBytes * 8 - bits.length))
  put(0, (8 - (bits.length % 8)) % 8)
  const words = Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((word, bit) => word * 2 + bit, 0),
  )
  for (let pad = 0xec; words.length < dataBytes; pad ^= 0xec ^ 0x11) words.push(pad)
  return words
}

/** Blocks side by side, so that one blot damages a little of each rather than all of one. */
function interleave(words: readonly number[], { ecc, blocks, dataBytes }: Shape): number[] {
  const short = Math.floor(dataBytes / blocks)
  const longFrom = blocks - (dataBytes % blocks)
  let start = 0
  const parts = Array.from({ length: blocks }, (_, at) => {
    const data = words.slice(start, start + short + (at >= longFrom ? 1 : 0))
    start += data.length
    return { data, check: remainder(data, ecc) }
  })
  const across = (pick: (part: (typeof parts)[number]) => readonly number[], length: number) =>
    Array.from({ length }, (_, at) => parts.flatMap((part) => pick(part)[at] ?? [])).flat()
  return [...across(({ data }) => data, short + 1), ...across(({ check }) => check, ecc)]
}

/** Reed-Solomon over GF(256). */
function remainder(data: readonly number[], degree: number): number[] {
  const divisor = divisorOf(degree)
  const rest = new Array<number>(degree).fill(0)
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0)
    rest.push(0)
    for (let at = 0; at < degree; at++) rest[at] = (rest[at] ?? 0) ^ multiply(divisor[at] ?? 0, factor)
  }
  return rest
}

function divisorOf(degree: number): number[] {
  const result = [...new Array<number>(degree - 1).fill(0), 1]
  let root = 1
  for (let round = 0; round < degree; round++) {
    for (let at = 0; at < degree; at++) {
      result[at] = multiply(result[at] ?? 0, root) ^ (result[at + 1] ?? 0)
    }
    root = multiply(root, 2)
  }
  return result
}

function multiply(x: number, y: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    product ^= ((y >> bit) & 1) * x
  }
  return product
}
