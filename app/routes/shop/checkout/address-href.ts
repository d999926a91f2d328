import { shopHref } from '#app/ui/shop-href.ts'

/** Where an order goes, as the address step is asked for it. */
export type Going = 'dalam-negeri' | 'luar-negeri' | 'ambil-sendiri'

export function goingOf({ isAbroad, isCollected }: { isAbroad: boolean; isCollected: boolean }): Going {
  if (isAbroad) return 'luar-negeri'
  return isCollected ? 'ambil-sendiri' : 'dalam-negeri'
}

/** The address step as it was asked for: its own address says so, and a change of language keeps it. */
export const addressHref = (going: Going, part = ''): string =>
  `${shopHref('/checkout/alamat')}?tujuan=${going}${part && `#${part}`}`
