/** A schema.org thing. */
export type Thing = { '@type': string } & { [property: string]: unknown }

export interface ProductFacts {
  origin: string
  /** On this site, with /en where that is the page. */
  path: string
  name: string
  description: string
  /** The trace code on the paper tag. */
  code: string
  images: readonly string[]
  group: { name: string; path: string }
  materials?: readonly string[]
  /** One for each size or colour; `name` says which, where there is a choice. */
  offers: readonly { name?: string; priceRupiah: number; availability: keyof typeof AVAILABILITY }[]
}

const AVAILABILITY = {
  ready: 'https://schema.org/InStock',
  made: 'https://schema.org/MadeToOrder',
  // it may be free again in a moment
  taken: 'https://schema.org/OutOfStock',
  gone: 'https://schema.org/SoldOut',
}

/** A craft with its offers, the group as brand and seller. */
export function productThing(facts: ProductFacts): Thing {
  const { origin, path, group } = facts
  return {
    '@type': 'Product',
    '@id': `${origin}${path}#barang`,
    name: facts.name,
    description: facts.description,
    sku: facts.code,
    url: origin + path,
    image: facts.images.map((image) => new URL(image, origin).href),
    ...(facts.materials?.length && { material: facts.materials.join(', ') }),
    brand: { '@type': 'Brand', name: group.name },
    offers: offersOf(facts),
  }
}

/** All offers are one seller's, so they stand side by side: an AggregateOffer is for one thing that several shops sell. */
function offersOf({ origin, path, group, offers }: ProductFacts): Thing[] {
  const seller = { '@type': 'Organization', name: group.name, url: origin + group.path }
  return offers.map(({ name, priceRupiah, availability }) => ({
    '@type': 'Offer',
    ...(name && { name }),
    url: origin + path,
    price: priceRupiah,
    priceCurrency: 'IDR',
    availability: AVAILABILITY[availability],
    itemCondition: 'https://schema.org/NewCondition',
    seller,
  }))
}

/** An organisation behind a page: the library service, or a craft group with its village. */
export function organizationThing(about: {
  origin: string
  path: string
  name: string
  address?: { locality: string; region?: string } | null
  phone?: string | null
  kind?: 'Organization' | 'Library'
}): Thing {
  return {
    '@type': about.kind ?? 'Organization',
    '@id': `${about.origin}${about.path}#organisasi`,
    name: about.name,
    url: about.origin + about.path,
    ...(about.address && {
      address: {
        '@type': 'PostalAddress',
        addressLocality: about.address.locality,
        addressRegion: about.address.region ?? 'Kalimantan Barat',
        addressCountry: 'ID',
      },
    }),
    ...(about.phone && { telephone: about.phone }),
  }
}

/** The shop as a whole: whose it is, and where its search is. Paths are in the language of the page. */
export function siteThing(
  origin: string,
  { name, path, listPath, publisher }: { name: string; path: string; listPath: string; publisher: string },
): Thing {
  return {
    '@type': 'WebSite',
    '@id': `${origin}/#situs`,
    name,
    url: origin + path,
    publisher: { '@type': 'Library', name: publisher },
    potentialAction: {
      '@type': 'SearchAction',
      target: `${origin}${listPath}?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    },
  }
}

/** The way to a page, the page itself last. */
export function breadcrumbThing(origin: string, crumbs: readonly { href: string; label: string }[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ href, label }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name: label,
      item: origin + href,
    })),
  }
}

const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * JSON-LD that may stand inside a script element: whatever a group typed, it can neither close the element nor open a comment.
 * @returns the same JSON to every reader; only its spelling differs
 */
export function jsonLd(things: readonly Thing[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': things }
  return JSON.stringify(graph).replace(/[<>&\u2028\u2029]/g, (mark) => ESCAPES[mark] ?? mark)
}
