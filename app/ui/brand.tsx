import { m } from '#app/paraglide/messages.js'
import { classNames } from './class-names.ts'

/** The mark: a three-by-three plait standing on its corner. Path data drawn once from the weave. */
const STRIPS = [
  [
    '#eef4e4',
    'M18.7 3.4l4 4-5.3 5.3-4-4zM8.7 13.4l4 4-5.3 5.3-4-4zM22.4 8.4l-4 4 5.3 5.3 4-4zM12.4 18.4l-4 4 5.3 5.3 4-4zM28.7 13.4l4 4-5.3 5.3-4-4zM18.7 23.4l4 4-5.3 5.3-4-4z',
  ],
  ['#f4b81e', 'M18.7 13.4l4 4-5.3 5.3-4-4z'],
  ['#d2316f', 'M12.4 8.4l-4 4 5.3 5.3 4-4zM22.4 18.4l-4 4 5.3 5.3 4-4z'],
]

export function BrandMark({ size = 36 }: { size?: number }) {
  return (
    <svg viewBox="0 0 36 36" width={size} height={size} aria-hidden="true" focusable="false">
      {STRIPS.map(([colour, path]) => (
        <path key={colour} fill={colour} d={path} />
      ))}
    </svg>
  )
}

export function Brand({ href, className }: { href: string; className?: string }) {
  return (
    <a className={classNames('brand', className)} href={href}>
      <BrandMark />
      <span>{m.common_site_name()}</span>
    </a>
  )
}
