import { m } from '#app/paraglide/messages.js'

export type Crumb = { href: string; label: string }

/** The way here; the page itself is not repeated, its title stands right below. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label={m.common_breadcrumbs()}>
      <ol>
        {crumbs.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
