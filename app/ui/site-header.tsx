import { useRouteLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Brand } from './brand.tsx'
import { Icon } from './icon.tsx'
import { shopHref } from './shop-href.ts'

type Props = {
  /** The path being read, without /en, to mark its place in the navigation. */
  path: string
  /** The same page in the other language. */
  otherLanguageHref: string
  basketCount: number
  /** What was searched, kept in the field. */
  query?: string
  /** Shows the strip that says the data is invented. */
  demo?: boolean
}

export function SiteHeader({ path, otherLanguageHref, basketCount, query, demo }: Props) {
  const otherLocale = getLocale() === 'en' ? 'id' : 'en'
  return (
    <>
      <PrintedHead />
      <header className="site-head">
        <div className="wrap site-bar">
          <Brand href={shopHref('/')} />
          <search className="search">
            <form action={shopHref('/barang')}>
              <label className="sr" htmlFor="search">
                {m.common_search_label()}
              </label>
              <input
                id="search"
                name="q"
                type="search"
                defaultValue={query}
                placeholder={m.common_search_placeholder()}
                autoComplete="off"
                enterKeyHint="search"
                maxLength={80}
              />
              <button type="submit">
                <Icon name="search" />
                <span className="sr">{m.common_search()}</span>
              </button>
            </form>
          </search>
          <a
            className="site-action language"
            href={otherLanguageHref}
            lang={otherLocale}
            hrefLang={otherLocale}
            aria-label={m.common_other_language_label()}
          >
            {m.common_other_language()}
          </a>
          <BasketLink count={basketCount} />
          <SiteNav path={path} />
        </div>
      </header>
      <div className="edge" />
      {demo && <DemoStrip />}
    </>
  )
}

/** On paper, instead of the head: whose page it is and where to find it. */
function PrintedHead() {
  const root = useRouteLoaderData<{ origin: string }>('root')
  return (
    <p className="wrap printed-head">
      <b>{m.common_site_name()}</b>
      {root && <span>{new URL(root.origin).host}</span>}
    </p>
  )
}

function BasketLink({ count }: { count: number }) {
  return (
    <a className="site-action to-basket" href={shopHref('/keranjang')}>
      <Icon name="basket" size={28} />
      {count > 0 && (
        <span className="count" aria-hidden="true">
          {count}
        </span>
      )}
      <span className="sr">{m.common_basket_count({ count })}</span>
    </a>
  )
}

function SiteNav({ path }: { path: string }) {
  const places = [
    { to: '/barang', label: m.common_nav_products() },
    { to: '/kelompok', label: m.common_nav_groups() },
    { to: '/pelatihan', label: m.common_nav_trainings() },
    { to: '/dampak', label: m.common_nav_impact() },
  ]
  return (
    <nav className="site-nav" aria-label={m.common_main_navigation()}>
      {places.map(({ to, label }) => (
        <a key={to} href={shopHref(to)} aria-current={currentFor(to, path)}>
          {label}
        </a>
      ))}
    </nav>
  )
}

const currentFor = (place: string, path: string) =>
  path === place ? 'page' : path.startsWith(`${place}/`) ? 'true' : undefined

/** Said on every page that shows invented people and orders. */
export function DemoStrip() {
  return (
    <aside className="demo-strip" aria-label={m.common_demo_label()}>
      <p className="wrap">
        {m.common_demo_strip()} <a href={`${shopHref('/tentang')}#nyata`}>{m.common_demo_strip_link()}</a>
      </p>
    </aside>
  )
}
