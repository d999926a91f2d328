import { useContext } from 'react'
import { jsonLd, type Thing } from '#app/lib/structured-data.ts'
import { NonceContext } from './nonce.tsx'

/** What the page is about, for search engines. Remix's own `script:ld+json` meta is not used: it has had an escaping hole. */
export function JsonLd({ things }: { things: readonly Thing[] }) {
  const nonce = useContext(NonceContext)
  return (
    <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: jsonLd(things) }} />
  )
}
