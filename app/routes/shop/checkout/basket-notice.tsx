import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { HeldCodes } from '#app/ui/held-codes.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { BASKET_FORM } from './basket-form.tsx'
import type { BasketNews, NamedRemoved } from './flash.ts'

/** What the last action did to the basket. */
export const BasketNotices = ({ said }: { said: readonly BasketNews[] }) =>
  said.map((flash) => <BasketNotice key={JSON.stringify(flash)} flash={flash} />)

function BasketNotice({ flash }: { flash: BasketNews }) {
  if (flash.code === 'order-changed') {
    return (
      <Notice tone="warning" title={m.checkout_flash_order_changed_title()} announced>
        <p>{m.checkout_flash_order_changed()}</p>
      </Notice>
    )
  }
  return (
    <Notice tone={toneOf(flash)} announced>
      <p>{flash.code === 'again' ? <HeldCodes>{again(flash)}</HeldCodes> : wordsOf(flash)}</p>
      {flash.code === 'removed' && flash.quantity > 0 && <PutBack flash={flash} />}
    </Notice>
  )
}

const PutBack = ({ flash: { variantId, quantity } }: { flash: NamedRemoved }) => (
  <Button form={BASKET_FORM} name="kembali" value={`${variantId} ${quantity}`} size="compact" icon="undo">
    {m.checkout_flash_undo()}
  </Button>
)

const GOOD: readonly BasketNews['code'][] = ['added', 'removed', 'changed', 'prices-accepted']

function toneOf(flash: BasketNews): 'success' | 'warning' {
  const isGood =
    flash.code === 'again' ? flash.isAdded && flash.titles.length === 0 : GOOD.includes(flash.code)
  return isGood ? 'success' : 'warning'
}

function wordsOf(flash: Exclude<BasketNews, { code: 'order-changed' | 'again' }>): string {
  switch (flash.code) {
    case 'added':
      return flash.isFirst ? m.checkout_flash_added(flash) : m.checkout_flash_added_more(flash)
    case 'added-fewer':
      return m.checkout_flash_added_fewer(flash)
    case 'removed':
      return flash.quantity > 0 ? m.checkout_flash_removed(flash) : m.checkout_flash_removed_none(flash)
    case 'changed':
      return m.checkout_flash_changed(flash)
    case 'changed-fewer':
      return m.checkout_flash_changed_fewer(flash)
    case 'not-enough':
      return notEnough(flash)
    case 'not-sold':
      return m.checkout_flash_not_sold()
    case 'not-in-basket':
      return m.checkout_flash_not_in_basket(flash)
    case 'too-many-lines':
      return m.checkout_flash_too_many()
    case 'count-unreadable':
      return m.checkout_flash_count(flash)
    case 'more':
      return m.checkout_flash_more()
    case 'prices-accepted':
      return m.checkout_flash_accepted()
  }
}

function notEnough({ title, left, inCart }: { title: string; left: number; inCart: number }): string {
  if (left === 0) return m.checkout_flash_none_left({ title })
  return inCart > 0
    ? m.checkout_flash_not_enough_have({ title, left, inCart })
    : m.checkout_flash_not_enough({ title, left })
}

function again(flash: Extract<BasketNews, { code: 'again' }>): string {
  const { orderCode: code, titles, isNone, isAdded } = flash
  if (isNone) return m.checkout_flash_again_none({ code })
  if (titles.length > 0) return m.checkout_flash_again_partly({ code, titles: titles.join(', ') })
  return isAdded ? m.checkout_flash_again({ code }) : m.checkout_flash_again_already({ code })
}
