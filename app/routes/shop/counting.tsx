import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { WordsPage, wordsLinks } from '#app/ui/prose.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { Definitions } from './counting/definitions.tsx'
import { rulesEn } from './counting/rules.en.tsx'
import { rulesId } from './counting/rules.id.tsx'

const rules = { id: rulesId, en: rulesEn }

export const links = wordsLinks

export const meta: MetaFunction = (args) => {
  const { title, description } = rules[getLocale()]
  return pageMeta(args, { title, description })
}

export default function Counting() {
  const locale = getLocale()
  const { sections, ...words } = rules[locale]
  const figures = {
    id: 'angka',
    title: m.shop_page_counting_figures(),
    body: <Definitions locale={locale} />,
  }
  return (
    <WordsPage
      words={{ ...words, sections: [figures, ...sections] }}
      crumbs={[{ href: shopHref('/dampak'), label: m.common_nav_impact() }]}
    />
  )
}
