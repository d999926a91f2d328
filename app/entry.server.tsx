import { PassThrough } from 'node:stream'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import { isDatabaseAway } from '#app/platform/db.server.ts'
import { currentLocale } from '#app/platform/locale.server.ts'
import { AnswerContext } from '#app/ui/answer.tsx'
import { NonceContext } from '#app/ui/nonce.tsx'

export const streamTimeout = 10_000

overwriteGetLocale(currentLocale)

/** Pages are sent whole: on a slow line half a page with a spinner is worse than the page a moment later. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false
    const page = (
      <NonceContext.Provider value={context.nonce}>
        <AnswerContext.Provider
          value={{
            requestId: context.requestId,
            isDatabaseAway: context.isDatabaseAway,
            refused: context.refused,
          }}
        >
          <RemixServer context={remix} url={request.url} nonce={context.nonce} />
        </AnswerContext.Provider>
      </NonceContext.Provider>
    )
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onAllReady() {
        const body = new PassThrough()
        headers.set('Content-Type', 'text/html; charset=utf-8')
        resolve(
          new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }),
        )
        pipe(body)
      },
      onShellError: reject,
      onError(error) {
        failed = true
        context.app.log.error({ err: error }, 'page failed to render')
      },
    })
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

/** Loader and action bugs: the reader gets an error page, the log gets the cause. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted) return
  // what the visitor got wrong is in the log of answers already
  if (isRouteErrorResponse(error) && error.status < 500) return
  context.isDatabaseAway ||= isDatabaseAway(error)
  context.app.log.error({ err: error, path: new URL(request.url).pathname }, 'request failed')
}
