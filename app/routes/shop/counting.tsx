import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { WordsPage, wordsLinks } from '#app/ui/prose.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { rulesEn } from './counting/rules.en.tsx'
import { rulesId } from './counting/rules.id.tsx'

const rules = { id: rulesId, en: rulesEn }

export const links = wordsLinks

export const meta: MetaFunction = (args) => {
  const { title, description } = rules[getLocale()]
  return pageMeta(args, { title, description })
}

export default function Counting() {
  return (
    <WordsPage
      words={rules[getLocale()]}
      crumbs={[{ href: shopHref('/dampak'), label: m.common_nav_impact() }]}
    />
  )
}
