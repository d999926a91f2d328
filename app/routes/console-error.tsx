import { useLocation } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { LinkButton } from '#app/ui/button.tsx'
import { useErrorStatus } from '#app/ui/error-page.tsx'
import { errorWords } from '#app/ui/error-words.ts'
import { PageTitle } from '#app/ui/page-title.tsx'

/** An error inside a console: what happened, that nothing was changed by it, and the way back to work. */
export function ConsoleError({ home }: { home: { href: string; label: string } }) {
  const status = useErrorStatus()
  const { pathname, search } = useLocation()
  const { title, what, isOurs } = errorWords(status)
  return (
    <div className="stack">
      <PageTitle title={title} lead={what} />
      <p className="flush">{m.console_error_safe()}</p>
      <div className="cluster">
        {isOurs && (
          <LinkButton href={pathname + search} kind="main">
            {m.console_error_again()}
          </LinkButton>
        )}
        <LinkButton href={home.href} kind={isOurs ? 'second' : 'main'}>
          {home.label}
        </LinkButton>
      </div>
    </div>
  )
}
