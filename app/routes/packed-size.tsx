import type { Unit } from '#app/domain/catalogue/product.ts'
import { formatGrams } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { countWords } from '#app/ui/count-words.ts'

interface Packed {
  id: string
  title: string
  quantity: number
  unit: Unit
  weightGrams: number
  packedLengthCm: number
  packedWidthCm: number
  packedHeightCm: number
}

/** What whoever asks a courier or a boat for its price is asked back: how heavy, and how large each piece is packed. */
export function PackedSize({ billableGrams, pieces }: { billableGrams: number; pieces: readonly Packed[] }) {
  return (
    <div>
      <p className="flush">
        {m.console_packed_weight()} <b>{formatGrams(billableGrams, 'id')}</b>
      </p>
      <ul className="plain-facts">
        {pieces.map((piece) => (
          <li key={piece.id}>{sizeWords(piece)}</li>
        ))}
      </ul>
    </div>
  )
}

const sizeWords = (piece: Packed): string =>
  m.console_packed_piece({
    title: piece.title,
    pieces: countWords(piece),
    size: [piece.packedLengthCm, piece.packedWidthCm, piece.packedHeightCm].join(' × '),
    weight: formatGrams(piece.weightGrams, 'id'),
  })
