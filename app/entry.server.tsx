import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import { isDatabaseAway } from '#app/platform/db.server.ts'
import { currentLocale } from '#app/platform/locale.server.ts'
import { renderPage } from '#app/platform/page.server.ts'
import { AnswerContext } from '#app/ui/answer.tsx'
import { NonceContext } from '#app/ui/nonce.tsx'

export const streamTimeout = 10_000

overwriteGetLocale(currentLocale)

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
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
  const body = await renderPage(page, {
    nonce: context.nonce,
    timeout: streamTimeout + 1_000,
    onError(error) {
      failed = true
      context.app.log.error({ err: error }, 'page failed to render')
    },
  })
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(body, { headers, status: failed ? 500 : status })
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
