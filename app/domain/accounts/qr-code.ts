import { codeWords, type Shape, shapeFor } from './qr-words.ts'

/**
 * QR codes (ISO/IEC 18004), as much of them as a link needs: bytes, error correction M, versions 1 to 15.
 * M repairs 15 % of a sheet that was folded or smudged.
 */

/** Rows of modules; true is dark. */
export type QrMatrix = readonly (readonly boolean[])[]

/**
 * The modules of a text's QR code.
 * @throws RangeError when the text is longer than 412 bytes
 */
export function qrMatrix(text: string): QrMatrix {
  const bytes = new TextEncoder().encode(text)
  const shape = shapeFor(bytes.length)
  const frame = drawFrame(shape)
  fill(frame, codeWords(bytes, shape))
  const drawn = MASKS.map((mask, at) => finish(frame, mask, at)).map((dark) => ({
    dark,
    cost: penalty(dark),
  }))
  return drawn.reduce((best, next) => (next.cost < best.cost ? next : best)).dark
}

interface Frame {
  version: number
  size: number
  dark: boolean[][]
  /** drawn by the frame, so neither filled nor masked */
  fixed: boolean[][]
}

const grid = (size: number): boolean[][] =>
  Array.from({ length: size }, () => new Array<boolean>(size).fill(false))

function drawFrame({ version, size }: Shape): Frame {
  const frame: Frame = { version, size, dark: grid(size), fixed: grid(size) }
  for (let at = 0; at < size; at++) {
    set(frame, 6, at, at % 2 === 0)
    set(frame, at, 6, at % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    around(4, (dx, dy, ring) => set(frame, x + dx, y + dy, ring !== 2 && ring !== 4))
  }
  const centres = alignmentCentres(version, size)
  const last = centres.length - 1
  for (const [i, x] of centres.entries()) {
    for (const [j, y] of centres.entries()) {
      const isFinder = (i === 0 && (j === 0 || j === last)) || (i === last && j === 0)
      if (!isFinder) around(2, (dx, dy, ring) => set(frame, x + dx, y + dy, ring !== 1))
    }
  }
  drawFormat(frame, 0)
  drawVersion(frame)
  return frame
}

function set(frame: Frame, x: number, y: number, dark: boolean): void {
  const [row, fixed] = [frame.dark[y], frame.fixed[y]]
  if (!row || !fixed || x < 0 || x >= frame.size) return
  row[x] = dark
  fixed[x] = true
}

function around(reach: number, draw: (dx: number, dy: number, ring: number) => void): void {
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) draw(dx, dy, Math.max(Math.abs(dx), Math.abs(dy)))
  }
}

function alignmentCentres(version: number, size: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, at) => size - 7 - (count - 2 - at) * step)]
}

/** Which mask, and that error correction is M (00), in both places where readers look. */
function drawFormat(frame: Frame, mask: number): void {
  const bits = ((mask << 10) | bchRest(mask, 10, 0x537)) ^ 0x5412
  const bit = (at: number) => ((bits >> at) & 1) === 1
  const { size } = frame
  for (let at = 0; at <= 5; at++) set(frame, 8, at, bit(at))
  set(frame, 8, 7, bit(6))
  set(frame, 8, 8, bit(7))
  set(frame, 7, 8, bit(8))
  for (let at = 9; at < 15; at++) set(frame, 14 - at, 8, bit(at))
  for (let at = 0; at < 8; at++) set(frame, size - 1 - at, 8, bit(at))
  for (let at = 8; at < 15; at++) set(frame, 8, size - 15 + at, bit(at))
  set(frame, 8, size - 8, true)
}

function drawVersion(frame: Frame): void {
  if (frame.version < 7) return
  const bits = (frame.version << 12) | bchRest(frame.version, 12, 0x1f25)
  for (let at = 0; at < 18; at++) {
    const dark = ((bits >> at) & 1) === 1
    const [a, b] = [frame.size - 11 + (at % 3), Math.floor(at / 3)]
    set(frame, a, b, dark)
    set(frame, b, a, dark)
  }
}

function bchRest(value: number, degree: number, polynomial: number): number {
  let rest = value
  for (let at = 0; at < degree; at++) rest = (rest << 1) ^ ((rest >> (degree - 1)) * polynomial)
  return rest
}

/** Two columns at a time from the right, up and down in turn. */
function fill({ size, dark, fixed }: Frame, words: readonly number[]): void {
  let at = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        const row = dark[y]
        if (!row || fixed[y]?.[x] || at >= words.length * 8) continue
        row[x] = (((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) === 1
        at++
      }
    }
  }
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

function finish(frame: Frame, mask: (x: number, y: number) => boolean, at: number): boolean[][] {
  const dark = frame.dark.map((row, y) =>
    row.map((module, x) => (frame.fixed[y]?.[x] ? module : module !== mask(x, y))),
  )
  drawFormat({ ...frame, dark, fixed: grid(frame.size) }, at)
  return dark
}

/** How much a drawing could confuse a reader: long runs, blocks, false finders, too much of one colour. */
function penalty(dark: QrMatrix): number {
  const size = dark.length
  const columns = Array.from({ length: size }, (_, x) => dark.map((row) => row[x] ?? false))
  const lines = [...dark, ...columns].map((line) => line.map(Number).join(''))
  let total = 0
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) total += run.length - 2
    for (const finder of ['10111010000', '00001011101']) total += 40 * (line.split(finder).length - 1)
  }
  for (let y = 0; y + 1 < size; y++) {
    for (let x = 0; x + 1 < size; x++) {
      const corner = dark[y]?.[x]
      if (corner === dark[y]?.[x + 1] && corner === dark[y + 1]?.[x] && corner === dark[y + 1]?.[x + 1])
        total += 3
    }
  }
  const share = dark.flat().filter(Boolean).length / (size * size)
  return total + Math.floor(Math.abs(share - 0.5) * 20) * 10
}
