import { formatList } from '#app/lib/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Notice } from '#app/ui/notice.tsx'
import type { DeliveryNews } from './delivery-page.server.ts'

/** Why payment led back here; nothing once every parcel has a way that is open. */
export function DeliveryNotice({ news: { closed, unchosen } }: { news: DeliveryNews }) {
  if (closed.length + unchosen.length === 0) return null
  const listed = (names: string[]) => ({ groups: formatList(names, getLocale()) })
  const said = [
    closed.length > 0 && m.checkout_flash_way_closed(listed(closed)),
    unchosen.length > 0 && m.checkout_flash_way_unchosen(listed(unchosen)),
    m.checkout_flash_way_uncharged(),
  ]
  return (
    <Notice tone="warning" announced>
      {said.filter(Boolean).join(' ')}
    </Notice>
  )
}
