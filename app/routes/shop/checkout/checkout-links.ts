import type { LinksFunction } from '@remix-run/node'
import checkoutCss from '#app/ui/styles/checkout.css?url'

/** The styles of the way from the basket to the received order; other pages do not fetch them. */
export const checkoutLinks: LinksFunction = () => [{ rel: 'stylesheet', href: checkoutCss }]
