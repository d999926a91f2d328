import type { Cell, Direction } from './drafts.ts'

/** A piece of plaited cloth: which strip lies on top at each cell, and the colour it shows there. */
export type Cloth = {
  width: number
  height: number
  /** Half the diagonal of one lattice cell, in user units. */
  cell: number
  /** The dark gap on either side of a strip, as a share of the cell. */
  gap: number
  over: (cell: Cell) => Direction
  /** The colour key of the strip on top, or null to leave the cell bare. */
  colour: (cell: Cell, direction: Direction) => string | null
}

/** One visible stretch of one strip. `dives` marks the ends that go under another strip. */
export type Run = {
  direction: Direction
  colour: string
  start: Cell
  cells: number
  dives: { start: boolean; end: boolean }
}

/** Every visible stretch of strip in the cloth; neighbouring cells of one strip and colour become one stretch. */
export function runsOf(cloth: Cloth): Run[] {
  const reach = Math.ceil((cloth.width + cloth.height) / (2 * cloth.cell)) + 3
  const runs: Run[] = []
  for (const direction of ['A', 'B'] as const) {
    for (let strip = -reach; strip < reach * 2; strip++)
      runs.push(...runsOfStrip(cloth, direction, strip, reach))
  }
  return runs
}

function runsOfStrip(cloth: Cloth, direction: Direction, strip: number, reach: number): Run[] {
  const runs: Run[] = []
  const cellAt = (place: number): Cell =>
    direction === 'A' ? { i: strip, j: place } : { i: place, j: strip }
  const colourAt = (place: number) => {
    const cell = cellAt(place)
    return isInside(cloth, cell) && cloth.over(cell) === direction ? cloth.colour(cell, direction) : null
  }
  const isCovered = (place: number) => cloth.over(cellAt(place)) !== direction
  for (let place = -reach; place < reach * 2; ) {
    const colour = colourAt(place)
    if (colour === null) {
      place++
      continue
    }
    let cells = 1
    while (place + cells < reach * 2 && colourAt(place + cells) === colour) cells++
    const dives = { start: isCovered(place - 1), end: isCovered(place + cells) }
    runs.push({ direction, colour, start: cellAt(place), cells, dives })
    place += cells
  }
  return runs
}

function isInside({ width, height, cell }: Cloth, { i, j }: Cell): boolean {
  const x = (i - j) * cell
  const y = (i + j + 1) * cell
  return x >= -cell && x <= width + cell && y >= -cell && y <= height + cell
}

/** Strip outlines as relative path data, one string per colour: short enough to sit inside HTML and CSS. */
export function pathsByColour({ cell, gap }: Cloth, runs: readonly Run[]): Map<string, string> {
  const inset = Math.round(gap * cell * 2) / 2
  const width = cell - 2 * inset
  const paths = new Map<string, string>()
  for (const { direction, colour, start, cells } of runs) {
    const length = cells * cell
    const y = (start.i + start.j) * cell + inset
    const x = (start.i - start.j) * cell + (direction === 'A' ? inset : -inset)
    const outline =
      direction === 'A'
        ? `M${x} ${y}l${width} ${width} ${-length} ${length} ${-width} ${-width}z`
        : `M${x} ${y}l${length} ${length} ${-width} ${width} ${-length} ${-length}z`
    paths.set(colour, (paths.get(colour) ?? '') + tight(outline))
  }
  return paths
}

/** The short shadows where strips go under, as one path. */
export function shadowPath({ cell, gap }: Cloth, runs: readonly Run[]): string {
  const inset = Math.round(gap * cell * 2) / 2
  const width = cell - 2 * inset
  const depth = Math.max(1, Math.round(cell * 0.18))
  let path = ''
  for (const { direction, start, cells, dives } of runs) {
    const length = cells * cell
    const y = (start.i + start.j) * cell + inset
    const x = (start.i - start.j) * cell + (direction === 'A' ? inset : -inset)
    const towards = direction === 'A' ? -1 : 1
    const shadow =
      direction === 'A'
        ? `l${width} ${width} ${-depth} ${depth} ${-width} ${-width}z`
        : `l${depth} ${depth} ${-width} ${width} ${-depth} ${-depth}z`
    if (dives.start) path += `M${x} ${y}${shadow}`
    if (dives.end) path += `M${x + towards * (length - depth)} ${y + length - depth}${shadow}`
  }
  return tight(path)
}

const tight = (path: string) => path.replaceAll(' -', '-')
