import { type QrMatrix } from '#app/domain/accounts/qr-code.ts'

/** Four light modules around the code, as readers need them. */
const QUIET = 4

/** A QR code as one path; black on white in both themes, because cameras expect it so. */
export function QrCode({ matrix, label, size = 240 }: { matrix: QrMatrix; label: string; size?: number }) {
  const side = matrix.length + 2 * QUIET
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={matrix.map(rowPath).join('')} />
    </svg>
  )
}

/** A row's dark stretches, each a rectangle one module high. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x++
    path += `M${from + QUIET} ${y + QUIET}h${x - from + 1}v1h-${x - from + 1}z`
  }
  return path
}
