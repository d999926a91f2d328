import { formatRupiah, parseRupiah } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { hasError, textOf } from '#app/ui/field.tsx'
import type { DeskField } from './desk-form.tsx'
import { recordedOf } from './recorded.ts'
import { Tick } from './tick.tsx'
import type { ShownTransfer } from './transfers.tsx'

/**
 * Asked only of an amount that is not the order's, or that is less than was noted: a slip of the hand must not write to
 * the buyer. Each tick is for the amount alone that it names; of another it is asked anew, unticked.
 */
export function LookedTwice({ transfer, field }: { transfer: ShownTransfer; field: DeskField }) {
  const came = parseRupiah(textOf(field('amount')) ?? '') ?? 0
  const amount = formatRupiah(came, 'id')
  const { all: noted, fixed } = recordedOf(transfer)
  const [certain, slip] = [field('certain'), field('slip')]
  return (
    <>
      {hasError(certain) && (
        <Tick field={certain} value={`${came}`} words={m.console_transfer_certain({ amount })} />
      )}
      {hasError(slip) && (
        <Tick
          field={slip}
          // what paid or went back has come
          value={came >= fixed && noted > fixed ? `${noted}:${came}` : null}
          words={
            came === 0
              ? m.console_transfer_slip_nothing({ noted: formatRupiah(noted, 'id') })
              : m.console_transfer_slip({ noted: formatRupiah(noted, 'id'), amount })
          }
        />
      )}
    </>
  )
}
