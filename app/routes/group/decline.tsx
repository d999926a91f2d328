import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { GroupParcel } from '#app/domain/fulfilment/group-parcels.queries.server.ts'
import { canBeDeclined, type DeclineReason, declineReasons } from '#app/domain/fulfilment/parcel.ts'
import { listParcelGoods, type ParcelGood } from '#app/domain/fulfilment/parcel-goods.queries.server.ts'
import { declineParcel } from '#app/domain/payments/decline-parcel.server.ts'
import { firstName } from '#app/lib/first-name.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { notFound } from '#app/routes/context.server.ts'
import { REASON_WORDS, soldAgainWords } from '#app/routes/decline-words.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { declineForm } from '#app/routes/parcel-forms.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextareaField } from '#app/ui/field.tsx'
import { ErrorSummary, Notice } from '#app/ui/notice.tsx'
import { RadioCards } from '#app/ui/radio-cards.tsx'
import { GroupFrame, OrderTitle } from './frame.tsx'
import { ownParcel, parcelPath, toMovedParcel, toParcel } from './own-parcel.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, parcel } = await ownParcel(args)
  if (!canBeDeclined(parcel.state, parcel.paymentState)) throw redirect(parcelPath(parcel.id))
  const goods = await listParcelGoods(ctx, [parcel.id])
  return { parcel, goods: goods.map(({ mode }) => ({ mode })) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, parcel } = await ownParcel(args)
  const given = parseWithZod(await formOf(args.request), { schema: declineForm })
  if (given.status !== 'success') return data(given.reply(), { status: 422 })
  const declined = await declineParcel(ctx, { parcelId: parcel.id, ...given.value })
  if (declined.ok) return toParcel(args.context.app, parcel.id, 'declined')
  switch (declined.error.code) {
    case 'unknown-parcel':
      throw notFound()
    case 'wrong-state':
      return toMovedParcel(args.context.app, parcel.id, declined.error.state)
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: m.console_decline_title(),
    description: m.console_group_description(),
    isPrivate: true,
  })

/** A card gets its money back by itself; anybody else is asked by staff where to. */
function moneyBack({ isPaid, paymentMethod }: Pick<GroupParcel, 'isPaid' | 'paymentMethod'>) {
  if (!isPaid) return m.console_decline_unpaid
  return paymentMethod === 'card' ? m.console_decline_paid_card : m.console_decline_paid
}

/** Whether the pieces are sold again, before that is decided: one that is lost must not be. */
function afterwards(reason: DeclineReason, goods: readonly Pick<ParcelGood, 'mode'>[]): string | null {
  const words = soldAgainWords(reason, goods)
  const isUntold = words && reason === 'other'
  return isUntold
    ? `${words} ${m.console_decline_if_lost({ reason: m.console_decline_out_of_stock() })}`
    : words
}

export default function Decline() {
  const { parcel, goods } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ reason: string; note: string }>({
    id: 'tidak-bisa',
    lastResult: useActionData<typeof action>() ?? null,
    constraint: { reason: { required: true }, note: { maxLength: 300 } },
  })
  return (
    <GroupFrame
      title={<OrderTitle code={parcel.orderCode} />}
      backHref={`/kelompok-saya/pesanan/${parcel.id}`}
      action={
        <Button kind="danger" form="tidak-bisa">
          {m.console_decline_button()}
        </Button>
      }
    >
      <h1>{m.console_decline_question()}</h1>
      <form method="post" id="tidak-bisa" className="form" noValidate>
        <ErrorSummary fields={[fields.reason, fields.note]} errors={form.errors} />
        <Notice tone="warning" title={m.console_decline_final()}>
          <p>{moneyBack(parcel)({ buyer: firstName(parcel.buyerName) })}</p>
        </Notice>
        <RadioCards
          field={fields.reason}
          label={<span className="sr">{m.console_decline_question()}</span>}
          hideNeed
          cards={declineReasons(parcel.delivery).map((value) => ({
            value,
            title: REASON_WORDS[value](),
            note: afterwards(value, goods),
          }))}
        />
        <TextareaField
          field={fields.note}
          label={m.console_decline_note()}
          hint={m.console_decline_note_hint()}
          hideNeed
        />
      </form>
    </GroupFrame>
  )
}
