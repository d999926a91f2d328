import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { useContext } from 'react'
import { localeOf, localePath } from '#app/lib/locale.ts'
import { SITE_NAME } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { AnswerContext, useAskedFor } from './answer.tsx'
import { Brand } from './brand.tsx'
import { Button, LinkButton } from './button.tsx'
import { ContactWays } from './contact.tsx'
import { errorWords } from './error-words.ts'
import { TextField } from './field.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { useShopData } from './shop-data.ts'
import { ShopFrame, SkipLink } from './shop-frame.tsx'
import { shopHref } from './shop-href.ts'
import shopCss from './styles/shop.css?url'

/** The status an error boundary caught: a thrown response's own, and 500 for a bug. */
export function useErrorStatus(): number {
  const error = useRouteError()
  const { isDatabaseAway } = useContext(AnswerContext)
  if (isRouteErrorResponse(error)) return error.status
  return isDatabaseAway ? 503 : 500
}

/**
 * The title of an error page, for the `meta` of any route with a boundary.
 * Nothing when there is no error, so that the pages inside say their own.
 */
export function errorMeta({ error }: { error?: unknown }) {
  if (!error) return []
  const title = isRouteErrorResponse(error) ? errorWords(error.status).title : m.shop_page_error_unopened()
  return [{ title: `${title} · ${SITE_NAME}` }, { name: 'robots', content: 'noindex' }]
}

/** A whole page for an error boundary; asks for no data, and uses the shop's own when it is there. */
export function ErrorPage() {
  const status = useErrorStatus()
  const { pathname } = useLocation()
  const shop = useShopData()
  if (!shop) return <BareFrame status={status} />
  return (
    <ShopFrame
      path={localePath(pathname, 'id')}
      otherLanguageHref={localePath(pathname, localeOf(pathname) === 'en' ? 'id' : 'en')}
      {...shop}
    >
      <ErrorContent status={status} />
    </ShopFrame>
  )
}

/** What stands inside a page's own frame: what happened, what is safe, one way on. */
export function ErrorContent({ status }: { status: Parameters<typeof errorWords>[0] }) {
  const words = errorWords(status)
  const { pathname, search } = useAskedFor()
  const { href } = words.action
  return (
    <div className="wrap narrow">
      <div className="stack section">
        <CutThread />
        <PageTitle title={words.title} lead={words.what} />
        {status === 404 && <FindInstead />}
        <Notice tone="success" title={m.shop_page_error_safe_title()}>
          <p>{words.safe}</p>
        </Notice>
        <div className="cluster">
          <LinkButton
            kind={status === 404 ? 'second' : 'main'}
            href={href ? shopHref(href) : pathname + search}
          >
            {words.action.label}
          </LinkButton>
        </div>
        {words.isOurs && <TellUs />}
      </div>
    </div>
  )
}

/** The thread of a trace whose last link is missing. */
function CutThread() {
  const weaves = ['library', 'training', 'group', 'maker']
  return (
    <div style={{ display: 'flex', height: 24 }} aria-hidden="true">
      {weaves.map((weave) => (
        <span key={weave} style={{ flex: 1, background: `var(--weave-${weave}) 0 0 / 24px` }} />
      ))}
      <span style={{ flex: 1, border: '2px dashed var(--line-strong)', borderLeft: 0 }} />
    </div>
  )
}

function FindInstead() {
  return (
    <>
      <form action={shopHref('/barang')} className="form">
        <TextField
          field={{ name: 'q', id: 'cari-lagi', maxLength: 80 }}
          label={m.shop_page_error_search()}
          hint={m.shop_page_error_search_hint()}
          hideNeed
          type="search"
          enterKeyHint="search"
        />
        <div>
          <Button kind="main" icon="search">
            {m.shop_page_error_search_button()}
          </Button>
        </div>
      </form>
      <nav aria-label={m.shop_page_error_kinds()}>
        <p className="label">{m.shop_page_error_kinds()}</p>
        <div className="chips">
          {KINDS[getLocale()].map((kind) => (
            <a
              key={kind}
              className="chip"
              href={`${shopHref('/barang')}?${new URLSearchParams({ q: kind })}`}
            >
              {kind}
            </a>
          ))}
        </div>
      </nav>
    </>
  )
}

/** Words to search by, not addresses: they lead somewhere whatever kinds the data holds. */
const KINDS = {
  id: ['Tikar', 'Tas', 'Bakul', 'Dompet', 'Topi', 'Tempat tisu', 'Tudung saji', 'Sandal'],
  en: ['Mats', 'Bags', 'Baskets', 'Clutches', 'Hats', 'Tissue boxes', 'Food covers', 'Sandals'],
}

function TellUs() {
  const { requestId } = useContext(AnswerContext)
  return (
    <section>
      <p>
        {m.shop_page_error_still()} {requestId && <b>{m.shop_page_error_code({ code: requestId })}</b>}
      </p>
      <ContactWays />
    </section>
  )
}

/** Without any data, and perhaps without the stylesheet a layout would have brought. */
function BareFrame({ status }: { status: number }) {
  return (
    <>
      <link rel="stylesheet" href={shopCss} />
      <SkipLink />
      <header className="site-head">
        <div className="wrap">
          <Brand href={shopHref('/')} />
        </div>
      </header>
      <div className="edge" />
      <main id="isi">
        <ErrorContent status={status} />
      </main>
    </>
  )
}
