import { m } from '#app/paraglide/messages.js'

export interface ErrorWords {
  title: string
  /** What happened. */
  what: string
  /** What has not been touched by it. */
  safe: string
  /** The one way on; without an address, back to the page that was asked for. */
  action: { label: string; href?: string }
  /** Worth telling someone about, with the answer's code. */
  isOurs?: boolean
}

/** What an error page says for a status, or for a request that came from elsewhere. */
export function errorWords(status: number | 'elsewhere'): ErrorWords {
  switch (status) {
    case 'elsewhere':
      return untouched(m.shop_page_error_elsewhere_title(), m.shop_page_error_elsewhere_what(), home())
    case 404:
      return untouched(m.shop_page_error_404_title(), m.shop_page_error_404_what(), home())
    case 403:
      return untouched(m.console_forbidden_title(), m.console_forbidden(), home())
    case 409:
      return conflict()
    case 413:
      return tooLarge()
    case 429:
      return untouched(m.shop_page_error_429_title(), m.shop_page_error_429_what(), retry())
    default:
      return status >= 500
        ? ours(status)
        : untouched(m.shop_page_error_other_title(), m.shop_page_error_other_what(), home())
  }
}

type Action = ErrorWords['action']
const home = (): Action => ({ label: m.shop_page_error_home(), href: '/' })
const retry = (): Action => ({ label: m.shop_page_error_retry() })

const untouched = (title: string, what: string, action: Action): ErrorWords => ({
  title,
  what,
  safe: m.shop_page_error_safe_nothing(),
  action,
})

const conflict = (): ErrorWords => ({
  title: m.shop_page_error_409_title(),
  what: m.shop_page_error_409_what(),
  safe: m.shop_page_error_409_safe(),
  action: { label: m.shop_page_error_409_action() },
})

const tooLarge = (): ErrorWords => ({
  title: m.shop_page_error_413_title(),
  what: m.shop_page_error_413_what(),
  safe: m.shop_page_error_413_safe(),
  action: { label: m.shop_page_error_413_action() },
})

const ours = (status: number): ErrorWords => ({
  title: status === 503 ? m.shop_page_error_503_title() : m.shop_page_error_500_title(),
  what: status === 503 ? m.shop_page_error_503_what() : m.shop_page_error_500_what(),
  safe: m.shop_page_error_safe_recorded(),
  action: retry(),
  isOurs: true,
})
