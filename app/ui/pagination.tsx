import { m } from '#app/paraglide/messages.js'
import { LinkButton } from './button.tsx'

type Props = {
  page: number
  pages: number
  /** The address of a page. */
  hrefFor: (page: number) => string
}

/** Page by page with real addresses; the footer can always be reached. */
export function Pagination({ page, pages, hrefFor }: Props) {
  if (pages <= 1) return null
  return (
    <nav className="pagination" aria-label={m.common_pages()}>
      {page > 1 && (
        <LinkButton href={hrefFor(page - 1)} icon="left" rel="prev">
          {m.common_page_previous()}
        </LinkButton>
      )}
      <span>{m.common_page_of({ page, pages })}</span>
      {page < pages && (
        <LinkButton href={hrefFor(page + 1)} iconAfter="right" rel="next">
          {m.common_page_next()}
        </LinkButton>
      )}
    </nav>
  )
}

/** Under the first pieces of a longer list: the way to the whole of it. */
export function WholeList({ href, count }: { href: string; count: number }) {
  return (
    <p className="pagination">
      <LinkButton href={href} iconAfter="right">
        {m.catalogue_home_all({ count })}
      </LinkButton>
    </p>
  )
}
