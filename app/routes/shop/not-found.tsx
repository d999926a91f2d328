import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { pageMeta } from '#app/lib/seo.ts'
import { ErrorContent } from '#app/ui/error-page.tsx'
import { errorWords } from '#app/ui/error-words.ts'

/** Answers every address nobody else knows, and what was refused before any page saw it. */
export function loader({ context }: LoaderFunctionArgs) {
  const status = context.refused?.status ?? 404
  return data({ about: status === 403 ? ('elsewhere' as const) : status }, { status })
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const { title, what } = errorWords(args.data?.about ?? 404)
  return pageMeta(args, { title, description: what, isPrivate: true })
}

export default function NotFound() {
  return <ErrorContent status={useLoaderData<typeof loader>().about} />
}
