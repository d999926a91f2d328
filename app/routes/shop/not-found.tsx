import { data } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/react'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { ErrorContent } from '#app/ui/error-page.tsx'

/** Answers every address nobody else knows. */
export const loader = () => data(null, { status: 404 })

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.shop_page_error_404_title(),
    description: m.shop_page_error_404_what(),
    isPrivate: true,
  })

export default function NotFound() {
  return <ErrorContent status={404} />
}
