import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { readSettings } from '#app/platform/settings.server.ts'
import { Brand } from '#app/ui/brand.tsx'
import { ErrorContent, useErrorStatus } from '#app/ui/error-page.tsx'
import { HelpLink } from '#app/ui/help-link.tsx'
import { SkipLink } from '#app/ui/shop-frame.tsx'
import { DemoStrip } from '#app/ui/site-header.tsx'
import consoleCss from '#app/ui/styles/console.css?url'
import accountCss from './account.css?url'
import type { loader as accountLoader } from './sessions.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: consoleCss },
  { rel: 'stylesheet', href: accountCss },
]

export async function loader({ context }: LoaderFunctionArgs) {
  const { operator, demo } = await readSettings(context.app.db)
  return { demo: demo.isLoaded, phone: operator.phone }
}

/** Around everything before and beside the consoles: only the mark, so that nothing distracts from the one thing asked. */
export default function AccountLayout() {
  return (
    <Frame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  )
}

const GROUP_HELP = '/kelompok-saya/bantuan'

type FrameProps = { demo?: boolean; phone?: string | null; children: React.ReactNode }

function Frame({ demo, phone, children }: FrameProps) {
  const account = useRouteLoaderData<typeof accountLoader>('routes/account/sessions')
  return (
    <div className="door">
      <SkipLink />
      <header className="site-head">
        <div className="wrap door-bar">
          <Brand href="/" />
          <HelpLink phone={phone} page={account?.isGroup ? GROUP_HELP : undefined} />
        </div>
      </header>
      <div className="edge" />
      {demo && <DemoStrip />}
      <main id="isi" className="wrap">
        {children}
      </main>
    </div>
  )
}

export function ErrorBoundary() {
  return (
    <Frame>
      <ErrorContent status={useErrorStatus()} />
    </Frame>
  )
}
