import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { SITE_NAME } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { LinkButton } from '#app/ui/button.tsx'
import { errorMeta, useErrorStatus } from '#app/ui/error-page.tsx'
import { errorWords } from '#app/ui/error-words.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import type { NotYours } from './context.server.ts'

type Console = NotYours['own']

const HOMES: Record<Console, { href: string; label: () => string; notYours: () => string }> = {
  group: {
    href: '/kelompok-saya/pesanan',
    label: m.console_group_home,
    notYours: m.console_not_for_groups,
  },
  staff: { href: '/petugas', label: m.console_staff_home, notYours: m.console_not_for_staff },
}

/** The console of whoever came to the other one by mistake; null for anybody else. */
export function useOwnConsole() {
  const { own, demo } = saidBy(useRouteError())
  return own ? { ...HOMES[own], demo } : null
}

function saidBy(error: unknown): Partial<NotYours> {
  return isRouteErrorResponse(error) && error.data ? error.data : {}
}

/** The title of an error page inside a console: whoever has a console of their own reads that this is another's. */
export function consoleErrorMeta(args: { error?: unknown }) {
  if (!saidBy(args.error).own) return errorMeta(args)
  return [{ title: `${m.console_not_yours_title()} · ${SITE_NAME}` }, { name: 'robots', content: 'noindex' }]
}

/** An error inside a console: what happened, that nothing was changed by it, and the way back to work. */
export function ConsoleError({ of }: { of: Console }) {
  const own = useOwnConsole()
  const status = useErrorStatus()
  const { pathname, search } = useLocation()
  const { title, what, isOurs } = errorWords(status)
  const home = own ?? HOMES[of]
  return (
    <div className="stack">
      <PageTitle title={own ? m.console_not_yours_title() : title} lead={own ? own.notYours() : what} />
      <p className="flush">{m.console_error_safe()}</p>
      <div className="cluster">
        {isOurs && (
          <LinkButton href={pathname + search} kind="main">
            {m.console_error_again()}
          </LinkButton>
        )}
        <LinkButton href={home.href} kind={isOurs ? 'second' : 'main'}>
          {home.label()}
        </LinkButton>
      </div>
    </div>
  )
}
