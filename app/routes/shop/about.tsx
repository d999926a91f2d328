import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/lib/seo.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { WordsPage, wordsLinks } from '#app/ui/prose.tsx'
import { useShopData } from '#app/ui/shop-data.ts'
import { aboutEn } from './about/about.en.tsx'
import { aboutId } from './about/about.id.tsx'

const about = { id: aboutId, en: aboutEn }

export const links = wordsLinks

export const meta: MetaFunction = (args) => {
  const { title, description } = about[getLocale()]({ isDemo: false })
  return pageMeta(args, { title, description })
}

export default function About() {
  const isDemo = useShopData()?.demo ?? false
  return <WordsPage words={about[getLocale()]({ isDemo })} />
}
