import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { findGroup } from '#app/domain/groups/groups.queries.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { organizationThing } from '#app/lib/structured-data.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { shopContext } from '#app/routes/context.server.ts'
import { JsonLd } from '#app/ui/json-ld.tsx'
import { WordsPage, wordsLinks } from '#app/ui/prose.tsx'
import { useShopData } from '#app/ui/shop-data.ts'
import { shopHref } from '#app/ui/shop-href.ts'
import type { Operator } from '#app/ui/site-footer.tsx'
import { aboutEn } from './about/about.en.tsx'
import { aboutId } from './about/about.id.tsx'

/** Where the words about sample data stand; the strip on every page of the demo links to them. */
const WHAT_IS_REAL = 'nyata'
const about = { id: aboutId, en: aboutEn }

export const links = wordsLinks

/** The example trace names whom the group's own page names. */
export async function loader(args: LoaderFunctionArgs) {
  const group = await findGroup(shopContext(args), 'peramas-indah')
  return { supporters: group?.supporters ?? [] }
}

export const meta: MetaFunction = (args) => {
  const { title, description } = about[getLocale()]([])
  return pageMeta(args, { title, description })
}

export default function About() {
  const shop = useShopData()
  const { supporters } = useLoaderData<typeof loader>()
  const words = about[getLocale()](supporters)
  const sections = words.sections.filter(({ id }) => shop?.demo || id !== WHAT_IS_REAL)
  return (
    <>
      <WordsPage words={{ ...words, sections }} />
      {shop && <JsonLd things={(origin) => [operatorThing(origin, shop.operator)]} />}
    </>
  )
}

const operatorThing = (origin: string, { name, phone }: Operator) =>
  organizationThing({
    origin,
    path: shopHref('/tentang'),
    name,
    kind: 'Library',
    address: { locality: 'Sukadana' },
    phone: phone?.number,
  })
