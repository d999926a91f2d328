import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/lib/seo.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { WordsPage, wordsLinks } from '#app/ui/prose.tsx'
import { privacyEn } from './privacy/privacy.en.tsx'
import { privacyId } from './privacy/privacy.id.tsx'

const privacy = { id: privacyId, en: privacyEn }

export const links = wordsLinks

export const meta: MetaFunction = (args) => {
  const { title, description } = privacy[getLocale()]
  return pageMeta(args, { title, description })
}

export default function Privacy() {
  return <WordsPage words={privacy[getLocale()]} />
}
