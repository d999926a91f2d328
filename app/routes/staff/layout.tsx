import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLocation, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { findDeskWork } from '#app/domain/payments/desk-work.queries.server.ts'
import { m } from '#app/paraglide/messages.js'
import { readSettings } from '#app/platform/settings.server.ts'
import { ConsoleError, consoleErrorMeta, useOwnConsole } from '#app/routes/console-error.tsx'
import { staffContext } from '#app/routes/context.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { type RailItem, StaffShell } from '#app/ui/staff-shell.tsx'
import consoleCss from '#app/ui/styles/console.css?url'
import staffCss from './staff.css?url'

export const headers = privateHeaders
export const meta = consoleErrorMeta
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: consoleCss },
  { rel: 'stylesheet', href: staffCss },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staffContext(args)
  const [{ demo }, work] = await Promise.all([readSettings(ctx.db), findDeskWork(ctx)])
  const { name, role } = ctx.actor
  return { demo: demo.isLoaded, name, role, work }
}

export default function StaffLayout() {
  return (
    <Desk>
      <Outlet />
    </Desk>
  )
}

/** What an error leaves of the data stays on the page: whose desk it is, what waits, and the way out. */
function Desk({ children }: { children: ReactNode }) {
  const { demo, name, role, work } = useRouteLoaderData<typeof loader>('routes/staff/layout') ?? {}
  const { pathname } = useLocation()
  return (
    <StaffShell
      label={m.console_staff()}
      homeHref="/petugas"
      items={railItems(pathname, role, work)}
      demo={demo}
      person={
        name === undefined
          ? undefined
          : {
              name,
              role: role === 'head' ? m.console_role_head() : m.console_role_staff(),
              signOutAction: '/keluar',
              accountHref: '/akun',
            }
      }
    >
      {role === 'head' && <p className="small muted">{m.console_head_reads()}</p>}
      {children}
    </StaffShell>
  )
}

function railItems(
  pathname: string,
  role?: 'staff' | 'head',
  work = { proofs: 0, orders: 0, tasks: 0 },
): RailItem[] {
  const place = (path: string, label: string, icon: RailItem['icon'], waiting = 0): RailItem => ({
    href: path,
    label,
    icon,
    waiting,
    isCurrent: path === '/petugas' ? pathname === path : pathname.startsWith(path),
  })
  return [
    place('/petugas', m.console_rail_outcomes(), 'dashboard'),
    place('/petugas/transfer', m.console_rail_transfers(), 'bank', work.proofs),
    place('/petugas/pesanan', m.console_rail_orders(), 'basket', work.orders),
    place('/petugas/tugas', m.console_rail_tasks(), 'list', work.tasks),
    place('/petugas/kelompok', m.console_rail_groups(), 'people'),
    ...(role === 'head' ? [place('/petugas/akun', m.console_staff_title(), 'key')] : []),
    place('/petugas/definisi', m.console_rail_definitions(), 'question'),
  ]
}

export function ErrorBoundary() {
  const own = useOwnConsole()
  const error = <ConsoleError of="staff" />
  if (!own) return <Desk>{error}</Desk>
  return (
    <StaffShell label={m.console_staff()} homeHref={own.href} items={[]} demo={own.demo}>
      {error}
    </StaffShell>
  )
}
