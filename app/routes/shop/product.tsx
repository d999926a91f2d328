import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findProduct, findProductByOldSlug } from '#app/domain/catalogue/product.queries.server.ts'
import { listRelatedProducts } from '#app/domain/catalogue/product-list.queries.server.ts'
import { localePath } from '#app/lib/locale.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound, shopContext } from '#app/routes/context.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { cardOf, pictureOf } from '#app/routes/pictures.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Gallery } from '#app/ui/gallery.tsx'
import { SectionHead } from '#app/ui/page-title.tsx'
import { ProductGrid } from '#app/ui/product-card.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { Trace } from '#app/ui/trace.tsx'
import { choiceIn } from './buy-form.tsx'
import { changeBasket } from './checkout/basket-action.server.ts'
import { rememberDestination } from './destination-cookie.server.ts'
import { ProductBuy, StickyBuy } from './product-buy.tsx'
import { ProductDetails, SellerTerms } from './product-details.tsx'
import { galleryPictures, sizeData } from './product-gallery.ts'
import { ProductJsonLd } from './product-json-ld.tsx'
import { shippingTeaser, typedPlace } from './shipping-teaser.server.ts'
import { traceLinks } from './trace-links.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = shopContext(args)
  const slug = args.params['slug'] ?? ''
  const product = await findProduct(ctx, slug)
  if (!product) throw await movedOrMissing(ctx, slug)
  const { images } = args.context.app
  const choice = choiceIn(new URL(args.request.url).searchParams, product.variants)
  const [related, shipping] = await Promise.all([
    listRelatedProducts(ctx, product),
    shippingTeaser(args, ctx, { product, count: choice.count }),
  ])
  const headers = shipping.chosen
    ? { 'Set-Cookie': await rememberDestination(args, shipping.chosen) }
    : undefined
  const page = {
    product,
    choice,
    shipping,
    now: ctx.now,
    pictures: product.photos.map((photo) => pictureOf(images, photo)),
    related: related.map((card) => cardOf(ctx, images, card)),
  }
  return data(page, { headers })
}

/** A printed address never dies: an old one leads to the new one for good. */
async function movedOrMissing(ctx: Ctx, slug: string): Promise<Response> {
  const moved = await findProductByOldSlug(ctx, slug)
  return moved ? redirect(localePath(`/barang/${moved.slug}`, ctx.locale), 301) : notFound()
}

/** Into the basket; a size or colour that is still to be chosen is asked for here. */
export async function action(args: ActionFunctionArgs) {
  const form = await formOf(args.request)
  if (form.get('pilihan') !== '') return changeBasket(args, form)
  return data({ choice: { ...choiceIn(form, []), isMissing: true }, typed: typedPlace(form) }, 422)
}

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { product, pictures } = args.data
  const [picture] = pictures
  const largest = picture?.sources.at(-1)
  return pageMeta(args, {
    title: product.title,
    description: product.story,
    image:
      picture && largest
        ? { url: largest.webp, width: largest.width, height: largest.width, alt: picture.alt }
        : null,
  })
}

export default function ProductPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const asked = answer && 'choice' in answer ? answer : null
  const { product, pictures, related } = page
  const choice = asked?.choice ?? page.choice
  return (
    <>
      <div className="wrap">
        <Breadcrumbs
          here={product.title}
          crumbs={[
            { href: shopHref('/barang'), label: m.common_nav_products() },
            { href: shopHref(`/barang/jenis/${product.kind.slug}`), label: product.kind.name },
          ]}
        />
        <div className="columns piece">
          <Gallery pictures={galleryPictures(product, pictures)} size={sizeData(product, pictures)} />
          <ProductBuy
            {...page}
            choice={choice}
            shipping={{ ...page.shipping, typed: asked?.typed ?? page.shipping.typed }}
          />
        </div>
      </div>
      <section className="trace-band" id="jejak" aria-labelledby="judul-jejak">
        <div className="wrap">
          <SectionHead id="judul-jejak" title={m.catalogue_product_trace_title()}>
            {m.catalogue_product_trace_lead()}{' '}
            {product.isSample ? m.catalogue_product_trace_sample() : m.catalogue_product_trace_limits()}
          </SectionHead>
          <Trace links={traceLinks(product)} supporters={product.trace.group.supporters} />
        </div>
      </section>
      <div className="wrap section columns even">
        <ProductDetails product={product} choice={choice} />
        <SellerTerms product={product} />
      </div>
      {related.length > 0 && (
        <section className="wrap section">
          <SectionHead title={m.catalogue_product_related()} />
          <ProductGrid products={related} />
        </section>
      )}
      <StickyBuy product={product} choice={choice} />
      <ProductJsonLd product={product} picture={pictures[0]} />
    </>
  )
}
