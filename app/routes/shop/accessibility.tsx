import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/lib/seo.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { WordsPage, wordsLinks } from '#app/ui/prose.tsx'
import { accessibilityEn } from './accessibility/accessibility.en.tsx'
import { accessibilityId } from './accessibility/accessibility.id.tsx'

const accessibility = { id: accessibilityId, en: accessibilityEn }

export const links = wordsLinks

export const meta: MetaFunction = (args) => {
  const { title, description } = accessibility[getLocale()]
  return pageMeta(args, { title, description })
}

export default function Accessibility() {
  return <WordsPage words={accessibility[getLocale()]} />
}
