import { type MetaSource, pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'

/** The head of a list of goods; from its second page on it is a page of its own. */
export function listMeta(
  source: MetaSource,
  { title, description, page }: { title: string; description: string; page: number },
) {
  if (page === 1) return pageMeta(source, { title, description })
  return pageMeta(source, {
    title: m.catalogue_page_title({ title, page }),
    description,
    search: `hal=${page}`,
  })
}
