import type { ReactNode } from 'react'
import { renderToReadableStream } from 'react-dom/server.browser'

export interface PageOptions {
  nonce: string
  /** After so many milliseconds what is not ready is given up. */
  timeout: number
  onError: (error: unknown) => void
}

/**
 * A page as bytes, ready to be sent whole: on a slow line half a page with a spinner is worse than the page a moment later.
 * It is React's renderer for web streams, because React 18's for Node leaves NUL bytes where a letter of more than one
 * byte falls on the end of its buffer.
 * @throws what the page throws outside of every boundary
 */
export async function renderPage(
  page: ReactNode,
  { nonce, timeout, onError }: PageOptions,
): Promise<ReadableStream<Uint8Array>> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), timeout)
  try {
    const body = await renderToReadableStream(page, { nonce, signal: late.signal, onError })
    await body.allReady
    return body
  } finally {
    clearTimeout(timer)
  }
}
