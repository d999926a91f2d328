import type { LoaderFunctionArgs } from '@remix-run/node'
import { listPublicPaths } from '#app/domain/catalogue/sitemap.queries.server.ts'
import { sitemapXml } from '#app/lib/sitemap-xml.ts'
import { shopContext } from '#app/routes/context.server.ts'

/** The pages that are there whatever the data holds. */
const PAGES = [
  '/',
  '/barang',
  '/motif',
  '/kelompok',
  '/pelatihan',
  '/dampak',
  '/dampak/cara-hitung',
  '/bantuan',
  '/bantuan/kirim',
  '/bantuan/bayar',
  '/bantuan/kembali',
  '/bantuan/luar-negeri',
  '/tentang',
  '/privasi',
  '/aksesibilitas',
].map((path) => ({ path }))

export async function loader(args: LoaderFunctionArgs) {
  const pages = [...PAGES, ...(await listPublicPaths(shopContext(args)))]
  return new Response(sitemapXml(args.context.app.env.origin, pages), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
