import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findProductByCode } from '#app/domain/catalogue/product.queries.server.ts'
import { parseOrderCode, trackPath } from '#app/domain/orders/order-code.ts'
import { localePath } from '#app/lib/locale.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { shopContext } from '#app/routes/context.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'

const LONGEST_CODE = 12

/** A trace code typed by hand, or an order's; one that leads nowhere comes back with what to check. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = shopContext(args)
  const typed = new URL(args.request.url).searchParams.get('kode')
  const code = typed?.trim().slice(0, LONGEST_CODE)
  if (!code) return data({ code: typed === null ? null : '' })
  const product = await findProductByCode(ctx, code)
  if (product) throw redirect(`${localePath(`/barang/${product.slug}`, ctx.locale)}#jejak`)
  const orderCode = parseOrderCode(code)
  if (orderCode) throw redirect(localePath(trackPath(orderCode), ctx.locale))
  return data({ code: code.toUpperCase() }, { status: 404 })
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.catalogue_code_title(), description: m.catalogue_code_lead() })

export default function FindTrace() {
  const { code } = useLoaderData<typeof loader>()
  return (
    <div className="wrap narrow">
      <PageTitle title={m.catalogue_code_title()} lead={m.catalogue_code_lead()} />
      <form method="get" action={shopHref('/j')} className="stack" noValidate>
        <TextField
          field={{
            name: 'kode',
            id: 'kode',
            initialValue: code ?? '',
            errors: errorsOf(code),
            required: true,
            maxLength: LONGEST_CODE,
          }}
          label={m.catalogue_code_label()}
          autoCapitalize="characters"
          autoComplete="off"
          hideNeed
        />
        <Button kind="main" type="submit">
          {m.catalogue_code_find()}
        </Button>
      </form>
    </div>
  )
}

/** null: nothing was sent yet. */
function errorsOf(code: string | null): string[] {
  if (code === null) return []
  return [code === '' ? m.catalogue_code_missing() : m.catalogue_code_unknown({ code })]
}
