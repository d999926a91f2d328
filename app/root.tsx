import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react'
import { useContext } from 'react'
import { localeOf } from '#app/lib/locale.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { AnswerContext } from '#app/ui/answer.tsx'
import { ErrorPage, errorMeta } from '#app/ui/error-page.tsx'
import { NonceContext } from '#app/ui/nonce.tsx'
import { SaveData } from '#app/ui/picture.tsx'
import type { RouteHandle } from '#app/ui/route-handle.ts'

export const meta = errorMeta

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

export function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url)
  return {
    origin: context.app.env.origin,
    locale: localeOf(pathname),
    saveData: request.headers.get('save-data') === 'on',
  }
}

/** Small extras for pages that are plain HTML. */
const ENHANCE = import.meta.env.DEV ? '/app/enhance/shop.ts' : `/assets/enhance.js?${__BUILD_ID__}`

const FONTS = ['andika-400', 'andika-700', 'eczar-600']

export function Layout({ children }: { children: React.ReactNode }) {
  const nonce = useContext(NonceContext)
  const data = useRouteLoaderData<typeof loader>('root')
  const { isDatabaseAway } = useContext(AnswerContext)
  const hydrates = useMatches().some((match) => (match.handle as RouteHandle | undefined)?.hydrate)
  return (
    <html
      lang={getLocale()}
      data-save-data={data?.saveData ? '' : undefined}
      data-database-away={isDatabaseAway ? '' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="theme-color" content="#0f3528" />
        <Meta />
        {!data?.saveData &&
          FONTS.map((font) => (
            <link
              key={font}
              rel="preload"
              as="font"
              type="font/woff2"
              href={`/fonts/${font}.woff2`}
              crossOrigin="anonymous"
            />
          ))}
        <Links />
      </head>
      <body>
        <SaveData.Provider value={data?.saveData ?? false}>{children}</SaveData.Provider>
        {hydrates ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : (
          <script type="module" src={ENHANCE} nonce={nonce} />
        )}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage />
}
