import type { CartLine, LineNote } from '#app/domain/carts/cart.ts'
import { pieceName } from '#app/domain/catalogue/product.ts'
import { dotted } from '#app/lib/dotted.ts'
import { formatRupiah, formatSpan, holdSizes } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button } from '#app/ui/button.tsx'
import { LineItem } from '#app/ui/line-item.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { PictureData } from '#app/ui/picture.tsx'
import { QuantityStepper } from '#app/ui/quantity.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { BASKET_FORM, countName } from './basket-form.tsx'

export type BasketLineData = CartLine & { picture: PictureData | null }

const MOST = 99

/** One choice in the basket: what it is, what has changed about it, how many, and out. */
export function BasketLine({ line }: { line: BasketLineData }) {
  const isGone = line.notes.some(({ code }) => code === 'gone')
  return (
    <LineItem
      title={line.title}
      href={shopHref(`/barang/${line.productSlug}`)}
      picture={line.picture}
      note={dotted(chosenText(line), !isGone && line.quantity === line.left && leftText(line))}
      amountRupiah={isGone || line.left === 0 ? undefined : line.lineRupiah}
    >
      {line.notes.map((note) => (
        <LineNotice key={note.code} note={note} line={line} />
      ))}
      <div className="cluster">
        {!isGone && line.left > 0 && <Count line={line} />}
        <Remove line={line} />
      </div>
    </LineItem>
  )
}

const Count = ({ line }: { line: BasketLineData }) => (
  <QuantityStepper
    name={countName(line.variantId)}
    form={BASKET_FORM}
    value={line.quantity}
    max={Math.min(line.left, MOST)}
    of={pieceName(line)}
  />
)

const Remove = ({ line }: { line: BasketLineData }) => (
  <Button
    form={BASKET_FORM}
    name="hapus"
    value={line.variantId}
    kind="plain"
    size="compact"
    icon="trash"
    aria-label={m.checkout_remove_of({ title: pieceName(line) })}
  >
    {m.checkout_remove()}
  </Button>
)

function LineNotice({ note, line }: { note: LineNote; line: BasketLineData }) {
  switch (note.code) {
    case 'gone':
      return <Notice tone="warning">{m.checkout_note_gone({ title: pieceName(line) })}</Notice>
    case 'price-changed':
      return (
        <Notice tone="warning">
          {m.checkout_note_price({ was: money(note.was), now: money(note.now) })}
        </Notice>
      )
    case 'out-of-stock':
      return (
        <Notice tone="warning">
          <p>{shortageText(line, note.left)}</p>
          {note.left > 0 && <TakeLeft variantId={line.variantId} left={note.left} />}
        </Notice>
      )
  }
}

const leftText = ({ mode, left: count }: BasketLineData): string =>
  mode === 'ready' ? m.checkout_line_left({ count }) : m.checkout_line_made_left({ count })

const TakeLeft = ({ variantId, left }: { variantId: string; left: number }) => (
  <Button form={BASKET_FORM} name="ambil" value={`${variantId} ${left}`} size="compact">
    {m.checkout_note_take_left({ left })}
  </Button>
)

const NOT_NOW = { held: m.checkout_note_held, full: m.checkout_note_full, gone: m.checkout_note_none }

function shortageText(line: BasketLineData, left: number): string {
  const title = pieceName(line)
  if (left === 0) return NOT_NOW[line.taken ?? 'gone']({ title })
  const say = line.mode === 'ready' ? m.checkout_note_fewer : m.checkout_note_made_fewer
  return say({ title, left, wanted: line.quantity })
}

/** `Merah, besar · Rp85.000 sebuah · Dibuat sesudah dipesan, 7–10 hari` */
function chosenText(line: BasketLineData): string {
  const { label, quantity, unit, unitPriceRupiah, mode, leadDaysMin, leadDaysMax } = line
  const sayEach = unit === 'pair' ? m.checkout_line_each_pair : m.checkout_line_each
  const days = formatSpan(leadDaysMin ?? 0, leadDaysMax ?? 0)
  return dotted(
    holdSizes(label),
    quantity > 1 && sayEach({ price: money(unitPriceRupiah) }),
    mode === 'made-to-order' && m.checkout_line_made({ days }),
  )
}

const money = (rupiah: number) => formatRupiah(rupiah, getLocale())
