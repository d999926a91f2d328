import { describe, expect, test } from 'vitest'
import { localePath } from '#app/lib/locale.ts'
import { robotsTxt } from '#app/lib/robots-txt.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { sitemapXml } from '#app/lib/sitemap-xml.ts'
import { breadcrumbThing, jsonLd, organizationThing, productThing } from '#app/lib/structured-data.ts'
import { listMeta } from '#app/routes/shop/product-list-meta.ts'

const ORIGIN = 'https://anyam.example'
const at = (pathname: string) => ({
  matches: [{ id: 'root', data: { origin: ORIGIN } }],
  location: { pathname },
})

describe('the head of a page', () => {
  test('names itself in its own language and points to the other', () => {
    const tags = pageMeta(at('/en/barang/tas-pucuk-rebung'), { title: 'Bag', description: 'A bag.' })
    expect(tags).toContainEqual({ title: 'Bag · Anyam Kayong' })
    expect(tags).toContainEqual({
      tagName: 'link',
      rel: 'canonical',
      href: `${ORIGIN}/en/barang/tas-pucuk-rebung`,
    })
    const pairs = tags.flatMap((tag) => ('hrefLang' in tag ? [[tag.hrefLang, tag.href]] : []))
    expect(pairs).toEqual([
      ['id', `${ORIGIN}/barang/tas-pucuk-rebung`],
      ['en', `${ORIGIN}/en/barang/tas-pucuk-rebung`],
      ['x-default', `${ORIGIN}/barang/tas-pucuk-rebung`],
    ])
  })

  test('the home pages pair without a trailing slash in English', () => {
    const tags = pageMeta(at('/en'), { title: 'Anyam Kayong', isWholeTitle: true, description: '-' })
    expect(tags).toContainEqual({ title: 'Anyam Kayong' })
    expect(tags).toContainEqual({ tagName: 'link', rel: 'alternate', hrefLang: 'id', href: `${ORIGIN}/` })
    expect(tags).toContainEqual({ tagName: 'link', rel: 'canonical', href: `${ORIGIN}/en` })
  })

  test('the second page of any list is a page of its own, the first is the list', () => {
    const page = (number: number) =>
      listMeta(at('/barang/jenis/tas'), { title: 'Tas', description: '-', page: number })
    expect(page(1)).toContainEqual({ title: 'Tas · Anyam Kayong' })
    expect(page(2)).toContainEqual({ title: 'Tas, halaman 2 · Anyam Kayong' })
    const canonical = { tagName: 'link', rel: 'canonical', href: `${ORIGIN}/barang/jenis/tas?hal=2` }
    expect(page(2)).toContainEqual(canonical)
  })

  test('an address in capitals is the same page in the same language', () => {
    const tags = pageMeta(at('/EN/Barang/'), { title: 'Crafts', description: '-' })
    expect(tags).toContainEqual({ tagName: 'link', rel: 'canonical', href: `${ORIGIN}/en/barang` })
    expect(tags).toContainEqual({
      tagName: 'link',
      rel: 'alternate',
      hrefLang: 'id',
      href: `${ORIGIN}/barang`,
    })
    expect(localePath('/EN/Barang', 'id')).toBe('/Barang')
  })

  test('a page number is another page, sorting is not', () => {
    const tags = pageMeta(at('/barang'), { title: 'Barang', description: '-', search: 'hal=2' })
    expect(tags).toContainEqual({ tagName: 'link', rel: 'canonical', href: `${ORIGIN}/barang?hal=2` })
  })

  test('a shopper’s own page stays out of search engines and names no address', () => {
    const tags = pageMeta(at('/pesanan/P-ABCDEF'), { title: 'Pesanan', description: '-', isPrivate: true })
    expect(tags).toContainEqual({ name: 'robots', content: 'noindex' })
    expect(JSON.stringify(tags)).not.toContain('canonical')
    expect(JSON.stringify(tags)).not.toContain('P-ABCDEF')
  })

  test('without root data there are no half addresses', () => {
    const image = { url: '/gambar/a.webp', width: 640, height: 640, alt: 'Tas' }
    const tags = pageMeta(
      { matches: [], location: { pathname: '/barang' } },
      { title: 'T', description: '-', image },
    )
    expect(JSON.stringify(tags)).not.toMatch(/canonical|alternate|og:url|og:image/)
  })

  test('a long description ends with a whole word, and a page without a picture shows the shop’s card', () => {
    const tags = pageMeta(at('/motif'), { title: 'T', description: 'bilah pandan, '.repeat(20) })
    const content = tags.flatMap((tag) => ('name' in tag && tag.name === 'description' ? [tag.content] : []))
    expect(content).toEqual([`${'bilah pandan, '.repeat(11).trim().slice(0, -1)}…`])
    const card = { property: 'og:image', content: `${ORIGIN}/ilustrasi/anyam-og.jpg` }
    expect(tags).toContainEqual(card)
    expect(pageMeta(at('/keranjang'), { title: 'T', description: '-', isPrivate: true })).not.toContainEqual(
      card,
    )
  })

  test('a shared picture is an absolute address', () => {
    const image = { url: '/gambar/a.webp', width: 640, height: 640, alt: 'Tas' }
    const tags = pageMeta(at('/barang/a'), { title: 'T', description: '-', image })
    expect(tags).toContainEqual({ property: 'og:image', content: `${ORIGIN}/gambar/a.webp` })
  })
})

describe('structured data', () => {
  const nasty = 'Tas </script><script>alert(1)</script><!-- & \u2028'

  test('cannot leave its script element, and still says the same', () => {
    const text = jsonLd([{ '@type': 'Product', name: nasty }])
    expect(text).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(text)['@graph'][0].name).toBe(nasty)
  })

  const facts = {
    origin: ORIGIN,
    path: '/barang/tas',
    name: 'Tas',
    description: 'Tas anyam.',
    code: 'AK-7F3K',
    images: ['/gambar/tas-640.webp'],
    group: { name: 'Seroja', path: '/kelompok/seroja' },
    materials: ['pandan laut', 'kain belacu'],
  }

  test('one variant is one offer in whole rupiah', () => {
    const thing = productThing({ ...facts, offers: [{ priceRupiah: 285_000, availability: 'made' }] })
    expect(thing).toMatchObject({
      sku: 'AK-7F3K',
      image: [`${ORIGIN}/gambar/tas-640.webp`],
      offers: [
        {
          '@type': 'Offer',
          price: 285_000,
          priceCurrency: 'IDR',
          availability: 'https://schema.org/MadeToOrder',
          seller: { name: 'Seroja', url: `${ORIGIN}/kelompok/seroja` },
        },
      ],
    })
  })

  test('each variant is an offer of its own under its name', () => {
    const thing = productThing({
      ...facts,
      offers: [
        { name: 'Kecil', priceRupiah: 95_000, availability: 'gone' },
        { name: 'Besar', priceRupiah: 140_000, availability: 'taken' },
        { name: 'Sedang', priceRupiah: 120_000, availability: 'ready' },
      ],
    })
    expect(thing['offers']).toMatchObject([
      { name: 'Kecil', price: 95_000, availability: 'https://schema.org/SoldOut' },
      { name: 'Besar', price: 140_000, availability: 'https://schema.org/OutOfStock' },
      { name: 'Sedang', price: 120_000, availability: 'https://schema.org/InStock' },
    ])
  })

  test('a way and an organisation carry absolute addresses', () => {
    expect(breadcrumbThing(ORIGIN, [{ href: '/barang', label: 'Barang' }])['itemListElement']).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Barang', item: `${ORIGIN}/barang` },
    ])
    const library = organizationThing({
      origin: ORIGIN,
      path: '/tentang',
      name: 'Dinas Perpustakaan',
      kind: 'Library',
      address: { locality: 'Sukadana' },
      phone: null,
    })
    expect(library).toMatchObject({ '@type': 'Library', url: `${ORIGIN}/tentang` })
    expect(library).not.toHaveProperty('telephone')
  })
})

describe('files for crawlers', () => {
  test('every page stands in both languages with all three alternates', () => {
    const xml = sitemapXml(ORIGIN, [
      { path: '/' },
      { path: '/barang/tas', changedAt: new Date('2026-11-22T03:00:00Z') },
    ])
    expect(xml.match(/<loc>([^<]+)<\/loc>/g)).toEqual([
      `<loc>${ORIGIN}/</loc>`,
      `<loc>${ORIGIN}/en</loc>`,
      `<loc>${ORIGIN}/barang/tas</loc>`,
      `<loc>${ORIGIN}/en/barang/tas</loc>`,
    ])
    expect(xml.match(/<xhtml:link /g)).toHaveLength(12)
    expect(xml).toContain('<lastmod>2026-11-22T03:00:00.000Z</lastmod>')
  })

  test('marks that XML keeps for itself are written out', () => {
    const xml = sitemapXml(ORIGIN, [{ path: `/barang/a&b<c>"d'` }])
    expect(xml).toContain('/barang/a&amp;b&lt;c&gt;&quot;d&apos;</loc>')
  })

  test('robots keep out of consoles and shoppers’ pages, not out of group pages', () => {
    const lines = robotsTxt(ORIGIN).split('\n')
    expect(lines).toEqual(
      expect.arrayContaining(['Disallow: /petugas', 'Disallow: /en/checkout/', 'Disallow: /keranjang']),
    )
    expect(lines).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`)
    const closed = lines.flatMap((line) => line.match(/^Disallow: (.+)/)?.[1] ?? [])
    for (const open of ['/kelompok/seroja', '/barang', '/en/bantuan/kirim', '/pelatihan', '/j/AK-7F3K']) {
      expect(closed.some((prefix) => open.startsWith(prefix))).toBe(false)
    }
  })
})
