import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ContactWays } from '#app/ui/contact.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PageTitle, SectionHead } from '#app/ui/page-title.tsx'
import { wordsLinks } from '#app/ui/prose.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { listTopics } from './help/topics.ts'

export const links = wordsLinks

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: m.shop_page_help(), description: m.shop_page_help_description() })

export default function Help() {
  return (
    <div className="wrap">
      <PageTitle title={m.shop_page_help()} lead={m.shop_page_help_lead()}>
        <a className="button" href={shopHref('/pesanan/lacak')}>
          {m.shop_page_help_track()}
        </a>
      </PageTitle>
      <div className="topics">
        {listTopics(getLocale()).map(({ slug, icon, words }) => (
          <section key={slug}>
            <h2>
              <Icon name={icon} size={28} />
              <a href={shopHref(`/bantuan/${slug}`)}>{words.title}</a>
            </h2>
            <ul>
              {words.sections.map(({ id, title }) => (
                <li key={id}>
                  <a href={`${shopHref(`/bantuan/${slug}`)}#${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <section className="section narrow" id="tanya">
        <SectionHead title={m.shop_page_contact_title()} />
        <ContactWays />
      </section>
    </div>
  )
}
