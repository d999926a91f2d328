import type { BasketFlash, Removed } from './flash.ts'

/** A cookie has room for so many: a line that was taken out is short, everything else names its piece. */
const MOST_REMOVED = 16
const MOST_OTHERS = 8

export const isRemoved = (flash: BasketFlash): flash is Removed => flash.code === 'removed'

export const isAsTyped = ({ code }: BasketFlash): boolean => code === 'changed'

/**
 * Of all that came of one press, each thing once. What came out as it was typed is seen in its line, and said only where
 * there is nothing else to say; that something has no room is said, too.
 */
export function worthSaying(said: readonly BasketFlash[]): BasketFlash[] {
  const each = [...new Map(said.map((flash) => [JSON.stringify(flash), flash])).values()]
  const unlooked = each.filter((flash) => !isAsTyped(flash))
  if (unlooked.length === 0) return each.slice(-1)
  const others = unlooked.filter((flash) => !isRemoved(flash))
  const removed = unlooked.filter(isRemoved)
  const hasMore = others.length > MOST_OTHERS || removed.length > MOST_REMOVED
  return [
    ...others.slice(0, MOST_OTHERS),
    ...(hasMore ? [{ code: 'more' } as const] : []),
    ...removed.slice(0, MOST_REMOVED),
  ]
}
