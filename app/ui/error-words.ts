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

/** What an error page says for a status. */
export function errorWords(status: number): ErrorWords {
  const safe = m.shop_page_error_safe_nothing()
  const retry = { label: m.shop_page_error_retry() }
  const home = { label: m.shop_page_error_home(), href: '/' }
  switch (status) {
    case 404:
      return { title: m.shop_page_error_404_title(), what: m.shop_page_error_404_what(), safe, action: home }
    case 401:
    case 403:
      return {
        title: m.shop_page_error_403_title(),
        what: m.shop_page_error_403_what(),
        safe,
        action: { label: m.shop_page_error_403_action(), href: '/masuk' },
      }
    case 409:
      return {
        title: m.shop_page_error_409_title(),
        what: m.shop_page_error_409_what(),
        safe: m.shop_page_error_409_safe(),
        action: { label: m.shop_page_error_409_action() },
      }
    case 413:
      return {
        title: m.shop_page_error_413_title(),
        what: m.shop_page_error_413_what(),
        safe: m.shop_page_error_413_safe(),
        action: { label: m.shop_page_error_413_action() },
      }
    case 429:
      return {
        title: m.shop_page_error_429_title(),
        what: m.shop_page_error_429_what(),
        safe,
        action: retry,
      }
    default:
      return status >= 500 ? oursWords(status) : unreadWords(safe, home)
  }
}

function oursWords(status: number): ErrorWords {
  const isAway = status === 503
  return {
    title: isAway ? m.shop_page_error_503_title() : m.shop_page_error_500_title(),
    what: isAway ? m.shop_page_error_503_what() : m.shop_page_error_500_what(),
    safe: m.shop_page_error_safe_recorded(),
    action: { label: m.shop_page_error_retry() },
    isOurs: true,
  }
}

const unreadWords = (safe: string, action: ErrorWords['action']): ErrorWords => ({
  title: m.shop_page_error_other_title(),
  what: m.shop_page_error_other_what(),
  safe,
  action,
})
