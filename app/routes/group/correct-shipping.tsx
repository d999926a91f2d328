import { parseWithZod } from '@conform-to/zod/v4'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { waysToSend } from '#app/domain/fulfilment/parcel.ts'
import { listParcelGoods } from '#app/domain/fulfilment/parcel-goods.queries.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { notFound } from '#app/routes/context.server.ts'
import { correctSaidShipping } from '#app/routes/correct-shipping.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { PackedSize } from '#app/routes/packed-size.tsx'
import { correctShippingForm, SHIPPING_REFUSED_WORDS } from '#app/routes/parcel-forms.server.ts'
import { Button } from '#app/ui/button.tsx'
import { GroupFrame } from './frame.tsx'
import { ownParcel, parcelPath, toParcel } from './own-parcel.server.ts'
import { canCorrectShipping } from './parcel-words.ts'
import { SHIPPING_FORM_ID, ShippingForm, WhereTo } from './shipping-form.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, parcel } = await ownParcel(args)
  if (!canCorrectShipping(parcel)) throw redirect(parcelPath(parcel.id))
  return { parcel, goods: await listParcelGoods(ctx, [parcel.id]) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, parcel } = await ownParcel(args)
  const { app } = args.context
  const given = parseWithZod(await formOf(args.request), { schema: correctShippingForm })
  if (given.status !== 'success') return data(given.reply(), { status: 422 })
  const { shipping: shippingRupiah, ...rest } = given.value
  const corrected = await correctSaidShipping(app, ctx, { parcelId: parcel.id, shippingRupiah, ...rest })
  if (corrected.ok) return toParcel(app, parcel.id, corrected.value.isTold ? 'corrected' : 'quoted')
  const refused = (words: string) => data(given.reply({ formErrors: [words] }), { status: 409 })
  switch (corrected.error.code) {
    case 'unknown-parcel':
    case 'priced-by-staff':
      throw notFound()
    case 'nothing-to-correct':
      return toParcel(app, parcel.id, 'price-stands')
    case 'moved':
      return toParcel(app, parcel.id, 'moved')
    case 'unchanged':
      return refused(m.console_dispatch_unchanged())
    case 'card-page-open':
      return refused(m.console_error_card_open())
    case 'card-away':
      return refused(m.console_error_card_away())
    default:
      return refused(SHIPPING_REFUSED_WORDS[corrected.error.code]())
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: m.console_price_correct_title(),
    description: m.console_group_description(),
    isPrivate: true,
  })

export default function CorrectShipping() {
  const { parcel, goods } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() ?? null
  return (
    <GroupFrame
      title={m.console_price_correct_title()}
      backHref={`/kelompok-saya/pesanan/${parcel.id}`}
      action={
        <Button kind="main" form={SHIPPING_FORM_ID} icon="check">
          {m.console_dispatch_correct()}
        </Button>
      }
    >
      <h1>{m.console_price_correct_question()}</h1>
      <p>
        {parcel.paymentState === 'awaiting'
          ? m.console_price_correct_then()
          : m.console_price_correct_early()}
      </p>
      <ShippingForm reply={reply} ways={waysToSend(parcel)} said={parcel}>
        <input type="hidden" name="seenRupiah" value={parcel.shippingRupiah ?? ''} />
        <WhereTo {...parcel} />
        <PackedSize billableGrams={parcel.billableGrams} pieces={goods} />
      </ShippingForm>
    </GroupFrame>
  )
}
