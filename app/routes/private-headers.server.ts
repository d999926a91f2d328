import type { HeadersFunction } from '@remix-run/node'

/**
 * For pages that show what somebody typed or may see alone. Kept by nobody, and told to no other site. Not
 * `no-referrer`: browsers would then send these pages' own forms without saying where they come from, and those are
 * refused. A refusal still says when to come back.
 */
export const privateHeaders: HeadersFunction = ({ actionHeaders }) => {
  const wait = actionHeaders.get('Retry-After')
  return {
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    ...(wait && { 'Retry-After': wait }),
  }
}
