import { useId } from 'react'
import { classNames } from '../class-names.ts'
import { dyedPaths, strawPaths } from './cloth.ts'
import { DYES } from './tiles.ts'

type Props = {
  /** A motif's slug; one that nobody has drawn yet stays plain straw. */
  motif: string
  /** The dye of the motif's body and of its heart: names of dyes, or colours. */
  dye?: string
  heart?: string
  width?: number
  height?: number
  /** Half a lattice cell's diagonal in user units: larger means fewer, broader strips. */
  cell?: number
  className?: string
}

const BED = '#0b1f17'

/**
 * A woven field in a group's own pattern. The straw is one repeating pattern and only dyed strips are drawn,
 * so a field costs under a kilobyte in the page.
 */
export function WeaveField({
  motif,
  dye = 'kesumba',
  heart = 'kunyit',
  width = 72,
  height = 88,
  cell = 5,
  className,
}: Props) {
  const id = `straw${useId().replaceAll(':', '')}`
  const straw = strawPaths(cell)
  const { first, second } = dyedPaths({ motif, width, height, cell })
  return (
    <svg
      className={classNames('weave-field', className)}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <pattern id={id} width={cell * 4} height={cell * 4} patternUnits="userSpaceOnUse">
        <path fill="#e6d3a6" d={straw.a} />
        <path fill="#d6bd88" d={straw.b} />
        <path fill="none" stroke={BED} strokeWidth="1" d={straw.a + straw.b} />
      </pattern>
      <path fill={`url(#${id})`} d={`M0 0h${width}v${height}H0z`} />
      <g stroke={BED}>
        <path fill={colourOf(dye)} d={first} />
        <path fill={colourOf(heart)} d={second} />
      </g>
    </svg>
  )
}

const colourOf = (dye: string): string => (Object.hasOwn(DYES, dye) ? DYES[dye as keyof typeof DYES] : dye)
