import type { LoaderFunctionArgs } from '@remix-run/node'

/** Ready: the database answers and the process is not on its way out. A balancer sends shoppers elsewhere on 503. */
export async function loader({ context }: LoaderFunctionArgs) {
  const ready = await context.app.isReady()
  return new Response(ready ? 'siap\n' : 'belum siap\n', {
    status: ready ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
