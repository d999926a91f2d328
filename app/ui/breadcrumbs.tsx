import { useLocation } from '@remix-run/react'
import { breadcrumbThing } from '#app/lib/structured-data.ts'
import { m } from '#app/paraglide/messages.js'
import { JsonLd } from './json-ld.tsx'

export type Crumb = { href: string; label: string }

interface Props {
  crumbs: readonly Crumb[]
  /** The page's own name, where search engines may know the way to it. */
  here?: string
}

/** The way here; the page itself is not repeated, its title stands right below. */
export function Breadcrumbs({ crumbs, here }: Props) {
  const { pathname } = useLocation()
  return (
    <nav className="crumbs" aria-label={m.common_breadcrumbs()}>
      <ol>
        {crumbs.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
      {here && (
        <JsonLd
          things={(origin) => [breadcrumbThing(origin, [...crumbs, { href: pathname, label: here }])]}
        />
      )}
    </nav>
  )
}
