import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { readSettings } from '#app/platform/settings.server.ts'
import { ConsoleError, consoleErrorMeta, useOwnConsole } from '#app/routes/console-error.tsx'
import { groupContext } from '#app/routes/context.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import consoleCss from '#app/ui/styles/console.css?url'
import { GroupFrame } from './frame.tsx'
import groupCss from './group.css?url'

export const headers = privateHeaders
export const meta = consoleErrorMeta
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: consoleCss },
  { rel: 'stylesheet', href: groupCss },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await groupContext(args)
  const { operator, demo } = await readSettings(db)
  return { demo: demo.isLoaded, helpPhone: operator.phone }
}

/** Each page brings its own frame, for each has its own way back and its own button. */
export default function GroupLayout() {
  return <Outlet />
}

export function ErrorBoundary() {
  const own = useOwnConsole()
  return (
    <GroupFrame
      title={m.console_group_title()}
      backHref={own?.href ?? '/kelompok-saya/pesanan'}
      demo={own?.demo}
    >
      <ConsoleError of="group" />
    </GroupFrame>
  )
}
