import { useRouteLoaderData } from '@remix-run/react'
import { useContext } from 'react'
import { jsonLd, type Thing } from '#app/lib/structured-data.ts'
import { NonceContext } from './nonce.tsx'

/**
 * What the page is about, for search engines. Remix's own `script:ld+json` meta is not used: it has had an escaping hole.
 * @param things given the site's origin, because schema.org addresses are whole
 */
export function JsonLd({ things }: { things: (origin: string) => readonly Thing[] }) {
  const nonce = useContext(NonceContext)
  const root = useRouteLoaderData<{ origin: string }>('root')
  if (!root) return null
  const text = jsonLd(things(root.origin))
  return <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: text }} />
}
