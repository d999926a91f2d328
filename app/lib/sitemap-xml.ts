import { localePath } from './locale.ts'
import { alternates } from './seo.ts'

export interface SitemapPage {
  /** In Indonesian, without /en. */
  path: string
  changedAt?: Date | null
}

/** A sitemap in which every page stands in both languages, each naming the other. */
export function sitemapXml(origin: string, pages: readonly SitemapPage[]): string {
  const entries = pages.flatMap((page) =>
    (['id', 'en'] as const).map((locale) => entry(origin, page, locale)),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
}

function entry(origin: string, { path, changedAt }: SitemapPage, locale: 'id' | 'en'): string {
  const links = alternates(origin, path).map(
    ({ hrefLang, href }) => `<xhtml:link rel="alternate" hreflang="${hrefLang}" href="${escapeXml(href)}"/>`,
  )
  const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''
  return `<url><loc>${escapeXml(origin + localePath(path, locale))}</loc>${changed}${links.join('')}</url>`
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark)
