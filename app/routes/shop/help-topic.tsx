import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useParams } from '@remix-run/react'
import { localeOf } from '#app/lib/locale.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { WordsPage, wordsLinks } from '#app/ui/prose.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { findTopic, listTopics } from './help/topics.ts'

export const links = wordsLinks

export function loader({ request, params }: LoaderFunctionArgs) {
  const topic = findTopic(params['topic'] ?? '', localeOf(new URL(request.url).pathname))
  if (!topic) throw new Response(null, { status: 404 })
  return null
}

export const meta: MetaFunction = (args) => {
  const topic = findTopic(args.params['topic'] ?? '', getLocale())
  return topic ? pageMeta(args, { title: topic.title, description: topic.description }) : []
}

export default function HelpTopic() {
  const slug = useParams()['topic'] ?? ''
  const words = findTopic(slug, getLocale())
  if (!words) return null
  return (
    <WordsPage
      words={words}
      crumbs={[{ href: shopHref('/bantuan'), label: m.shop_page_help() }]}
      more={<OtherTopics current={slug} />}
    />
  )
}

function OtherTopics({ current }: { current: string }) {
  const others = listTopics(getLocale()).filter(({ slug }) => slug !== current)
  return (
    <nav aria-label={m.shop_page_more_help()}>
      <p className="label">{m.shop_page_more_help()}</p>
      <ul>
        {others.map(({ slug, words }) => (
          <li key={slug}>
            <a href={shopHref(`/bantuan/${slug}`)}>{words.title}</a>
          </li>
        ))}
        <li>
          <a href={shopHref('/bantuan')}>{m.shop_page_all_help()}</a>
        </li>
      </ul>
    </nav>
  )
}
