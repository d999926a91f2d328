import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { countCartPieces } from '#app/domain/carts/carts.queries.server.ts'
import { localePath } from '#app/lib/locale.ts'
import { readSettings } from '#app/platform/settings.server.ts'
import { shopContext } from '#app/routes/context.server.ts'
import { operatorOf } from '#app/routes/operator.server.ts'
import { readCartToken } from '#app/routes/shop/cart-cookie.server.ts'
import { useAskedFor } from '#app/ui/answer.tsx'
import { ErrorPage, errorMeta } from '#app/ui/error-page.tsx'
import { ShopFrame } from '#app/ui/shop-frame.tsx'
import shopCss from '#app/ui/styles/shop.css?url'
import { waysToPay } from './ways-to-pay.server.ts'

export const meta = errorMeta

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopCss }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = shopContext(args)
  const [settings, basketCount, payments] = await Promise.all([
    readSettings(ctx.db),
    readCartToken(args).then((token) => countCartPieces(ctx, token)),
    waysToPay(args.context.app, ctx),
  ])
  return {
    locale: ctx.locale,
    operator: operatorOf(settings, ctx.locale),
    demo: settings.demo.isLoaded,
    basketCount,
    payments,
  }
}

export default function ShopLayout() {
  const { locale, operator, demo, basketCount } = useLoaderData<typeof loader>()
  const { pathname, search } = useAskedFor()
  return (
    <ShopFrame
      path={localePath(pathname, 'id')}
      otherLanguageHref={localePath(pathname, locale === 'en' ? 'id' : 'en') + search}
      basketCount={basketCount}
      query={new URLSearchParams(search).get('q') ?? undefined}
      demo={demo}
      operator={operator}
    >
      <Outlet />
    </ShopFrame>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
