/** Consoles and machine addresses: nothing a searcher could want. */
const CLOSED = ['/kelompok-saya', '/petugas', '/masuk', '/keluar', '/akun', '/lokal/', '/webhook/', '/sehat']
/** One shopper's own pages, in both languages. */
const PERSONAL = ['/keranjang', '/checkout/', '/pesanan/']

/** What crawlers may read. A courtesy, not a lock: every closed page also checks who asks. */
export function robotsTxt(origin: string): string {
  const closed = [...CLOSED, ...PERSONAL, ...PERSONAL.map((path) => `/en${path}`)]
  return `User-agent: *
${closed.map((path) => `Disallow: ${path}`).join('\n')}

Sitemap: ${origin}/sitemap.xml
`
}
