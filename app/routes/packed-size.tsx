import { type Packed, packedText } from '#app/domain/catalogue/packed.ts'
import { pieceName, type Unit } from '#app/domain/catalogue/product.ts'
import { formatGrams } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { countWords } from '#app/ui/count-words.ts'

interface PackedLine extends Packed {
  id: string
  title: string
  label: string
  quantity: number
  unit: Unit
}

interface Props {
  billableGrams: number
  pieces: readonly PackedLine[]
}

/** What whoever asks a courier or a boat for its price is asked back: how heavy, and how large each piece is packed. */
export function PackedSize({ billableGrams, pieces }: Props) {
  return (
    <div className="packed-size">
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

const sizeWords = (piece: PackedLine): string =>
  m.console_packed_piece({
    title: pieceName(piece),
    pieces: countWords(piece),
    size: packedText(piece),
    weight: formatGrams(piece.weightGrams, 'id'),
  })
