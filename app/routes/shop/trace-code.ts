import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { findProductByCode } from '#app/domain/catalogue/product.queries.server.ts'
import { localePath } from '#app/lib/locale.ts'
import { shopContext } from '#app/routes/context.server.ts'

/** The short address on a paper tag or behind its QR code: it leads to the trace, also when the piece is sold. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = shopContext(args)
  const code = args.params['code'] ?? ''
  const product = await findProductByCode(ctx, code)
  if (product) return redirect(`${localePath(`/barang/${product.slug}`, ctx.locale)}#jejak`)
  return redirect(localePath(`/j?${new URLSearchParams({ kode: code.slice(0, 12) })}`, ctx.locale))
}

/** Never seen; but having a page, this address tells of trouble on the shop's own error page. */
export default function TraceCode() {
  return null
}
