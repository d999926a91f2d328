import type { LinksFunction } from '@remix-run/node'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { ContactWays } from './contact.tsx'
import { DateText } from './date-text.tsx'
import { PageTitle } from './page-title.tsx'
import wordsCss from './styles/words.css?url'

/** A page of words in one language; the same ids in both, so that a link survives the language switch. */
export interface Words {
  title: string
  /** For search engines and shared links: one or two sentences. */
  description: string
  lead: ReactNode
  sections: readonly { id: string; title: string; body: ReactNode }[]
  /** The day the words were last changed, where readers need to know. */
  updatedOn?: string
}

/** The styles of pages with words; other pages do not fetch them. */
export const wordsLinks: LinksFunction = () => [{ rel: 'stylesheet', href: wordsCss }]

/** Title, way back, contents, sections, and whom to ask. */
export function WordsPage({
  words,
  crumbs = [],
  more,
  children,
}: {
  words: Words
  crumbs?: readonly Crumb[]
  /** Links to related pages, above the ways to ask. */
  more?: ReactNode
  /** Stands between the title and the sections. */
  children?: ReactNode
}) {
  return (
    <div className="wrap">
      {crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
      <PageTitle title={words.title} lead={words.lead} />
      {children}
      <div className="words">
        <Contents words={words} />
        <div className="prose">
          {words.sections.map(({ id, title, body }) => (
            <section key={id} id={id}>
              <h2>{title}</h2>
              {body}
            </section>
          ))}
          {words.updatedOn && (
            <p className="small muted">
              {m.shop_page_updated()} <DateText day={words.updatedOn} />
            </p>
          )}
        </div>
        <aside className="words-help stack" aria-label={m.shop_page_contact_title()}>
          {more}
          <div>
            <p className="label">{m.shop_page_contact_title()}</p>
            <ContactWays />
          </div>
        </aside>
      </div>
    </div>
  )
}

function Contents({ words }: { words: Words }) {
  return (
    <nav className="toc cut" aria-label={m.shop_page_on_this_page()}>
      <p className="label">{m.shop_page_on_this_page()}</p>
      <ul>
        {words.sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
