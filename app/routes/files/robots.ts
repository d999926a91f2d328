import type { LoaderFunctionArgs } from '@remix-run/node'
import { robotsTxt } from '#app/lib/robots-txt.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return new Response(robotsTxt(context.app.env.origin), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  })
}
