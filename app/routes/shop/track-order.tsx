import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findProductByCode } from '#app/domain/catalogue/product.queries.server.ts'
import { parseTraceCode } from '#app/domain/catalogue/trace-code.ts'
import { findOrderByCode } from '#app/domain/orders/find-order.queries.server.ts'
import { localePath } from '#app/lib/locale.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#app/platform/context.server.ts'
import { limit } from '#app/platform/rate-limit.server.ts'
import { shopContext } from '#app/routes/context.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { grantOrder } from './order/access.server.ts'
import { type OpenFormState, OpenOrderForm } from './order/open-form.tsx'
import { openOrders } from './order/open-orders.server.ts'
import { OpenOrders } from './order/open-orders.tsx'

const LONGEST_CODE = 12

export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.order_track_title(),
    description: m.order_track_description(),
    isPrivate: true,
  })

/** A code that was told elsewhere, such as in the search, need not be typed again. */
export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  return {
    code: searchParams.get('kode')?.trim().slice(0, LONGEST_CODE) ?? '',
    orders: await openOrders(args),
  }
}

export async function action(args: ActionFunctionArgs) {
  const form = await formOf(args.request)
  const typed = { code: textOf(form, 'kode', LONGEST_CODE), digits: textOf(form, 'angka', 20) }
  const ctx = shopContext(args)
  if (!typed.code || !typed.digits)
    return again({ ...typed, problem: (await tracedBy(ctx, typed.code)) ?? 'missing' }, 422)
  const verdict = await limit(args.context.app, 'tracking', args.context.ip)
  if (!verdict.ok) {
    const waitMinutes = Math.ceil(verdict.retryAfterSeconds / 60)
    const headers = { 'Retry-After': String(verdict.retryAfterSeconds) }
    return again({ ...typed, problem: { waitMinutes } }, 429, headers)
  }
  const order = await findOrderByCode(ctx, { code: typed.code, phoneTail: typed.digits })
  if (!order) return again({ ...typed, problem: (await tracedBy(ctx, typed.code)) ?? 'no-match' }, 422)
  return redirect(localePath(`/pesanan/${order.code}`, ctx.locale), {
    status: 303,
    headers: { 'Set-Cookie': await grantOrder(args, order) },
  })
}

/** The code on a piece's tag, where that is what was typed. */
async function tracedBy(ctx: Ctx, typed: string): Promise<{ traceCode: string } | null> {
  const traceCode = parseTraceCode(typed)
  return traceCode && (await findProductByCode(ctx, traceCode)) ? { traceCode } : null
}

const again = (state: OpenFormState, status: number, headers?: Record<string, string>) =>
  data({ state }, { status, headers })

function textOf(form: FormData, name: string, longest: number): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim().slice(0, longest) : ''
}

export default function TrackOrder() {
  const { code, orders } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state ?? { code, digits: '', problem: null }
  return (
    <OpenOrderForm title={m.order_track_title()} lead={m.order_track_lead()} state={state}>
      <OpenOrders orders={orders} />
    </OpenOrderForm>
  )
}
