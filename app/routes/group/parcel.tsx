import { parseWithZod } from '@conform-to/zod/v4'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptParcel } from '#app/domain/fulfilment/accept-parcel.server.ts'
import { dispatchParcel, undispatchParcel } from '#app/domain/fulfilment/dispatch-parcel.server.ts'
import type { Moved, StepRefusal } from '#app/domain/fulfilment/move-parcel.server.ts'
import { packParcel, unpackParcel } from '#app/domain/fulfilment/pack-parcel.server.ts'
import { canBeDeclined, FETCHED, waysToSend } from '#app/domain/fulfilment/parcel.ts'
import { findProblem, listParcelGoods } from '#app/domain/fulfilment/parcel-goods.queries.server.ts'
import { findOwnGroup } from '#app/domain/groups/own-group.queries.server.ts'
import { confirmShipping } from '#app/domain/payments/confirm-shipping.server.ts'
import { localDayOf } from '#app/lib/day.ts'
import { localePath } from '#app/lib/locale.ts'
import type { Result } from '#app/lib/result.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import type { GroupCtx } from '#app/platform/context.server.ts'
import { writePhone } from '#app/platform/phone.server.ts'
import { readSettings } from '#app/platform/settings.server.ts'
import { notFound } from '#app/routes/context.server.ts'
import { stillHere } from '#app/routes/dispatch-words.ts'
import { readNews } from '#app/routes/flash.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { operatorOf } from '#app/routes/operator.server.ts'
import { PackedSize } from '#app/routes/packed-size.tsx'
import { SHIPPING_REFUSED_WORDS, shippingForm } from '#app/routes/parcel-forms.server.ts'
import { pictureOf } from '#app/routes/pictures.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ContactWays } from '#app/ui/contact.tsx'
import { HeldCodes } from '#app/ui/held-codes.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { GroupFrame, OrderTitle } from './frame.tsx'
import { ownParcel, type ParcelNews, parcelPath, toMovedParcel, toParcel } from './own-parcel.server.ts'
import { packing, tickBefore } from './packing-words.ts'
import { BuyerOf, GoodsOf, HowItEnded, LabelOf, MoneyOf, ProblemOf, SaidShipping } from './parcel-parts.tsx'
import {
  canCorrectShipping,
  dueWords,
  type NextStep,
  nextStep,
  progressOf,
  stateTitle,
  whatNow,
} from './parcel-words.ts'
import { SHIPPING_FORM_ID, ShippingForm, WhereTo } from './shipping-form.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, parcel } = await ownParcel(args)
  const [goods, problem, group, settings, { news, forgets }] = await Promise.all([
    listParcelGoods(ctx, [parcel.id]),
    findProblem(ctx, parcel.id),
    findOwnGroup(ctx),
    readSettings(ctx.db),
    readNews<ParcelNews>(args),
  ])
  const page = {
    parcel,
    goods: goods.map(({ photo, ...good }) => ({
      ...good,
      picture: photo && pictureOf(args.context.app.images, photo),
    })),
    problem,
    group,
    library: operatorOf(settings, 'id'),
    // the buyer's page, in the buyer's language
    page: args.context.app.env.origin + localePath(`/pesanan/${parcel.orderCode}`, parcel.locale),
    phoneText: parcel.buyerPhone && writePhone(parcel.buyerPhone, 'id'),
    today: localDayOf(ctx.now),
    news,
  }
  return data(page, forgets)
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, parcel } = await ownParcel(args)
  const { id } = parcel
  const form = await formOf(args.request)
  const intent = String(form.get('intent'))
  const tick = tickBefore(intent, parcel.delivery)
  if (tick && form.get('ticked') !== 'yes') return data({ error: tick.missing() }, { status: 422 })
  switch (intent) {
    case 'accept':
      return answer(args, 'accepted', await acceptParcel(ctx, id))
    case 'pack':
      return answer(args, 'packed', await packParcel(ctx, id))
    case 'unpack':
      return answer(args, 'unpacked', await unpackParcel(ctx, id))
    case 'undispatch':
      return answer(args, 'undispatched', await undispatchParcel(ctx, id))
    case 'collected':
      return answer(args, 'collected', await dispatchParcel(ctx, { parcelId: id, ...FETCHED }))
    case 'price':
      if (parcel.country !== 'ID') throw notFound()
      return price(args, ctx, form)
    default:
      throw new Response(null, { status: 400 })
  }
}

/** On to the parcel as it now is; a step out of turn is said, and the page shows where it really stands. */
function answer(
  { context, params }: ActionFunctionArgs,
  news: ParcelNews,
  moved: Result<Moved, StepRefusal>,
) {
  const id = String(params['parcelId'])
  if (moved.ok) return toParcel(context.app, id, news)
  switch (moved.error.code) {
    case 'unknown-parcel':
      throw notFound()
    case 'wrong-state':
      return toMovedParcel(context.app, id, moved.error.state)
    case 'collected-at-library':
    case 'wrong-way':
    case 'carrier-needless':
    case 'too-far-to-bring':
      return data({ error: m.console_group_error_moved() }, { status: 409 })
    case 'carrier-missing':
      return redirect(`${parcelPath(id)}/kirim`)
  }
}

async function price({ context, params }: ActionFunctionArgs, ctx: GroupCtx, form: FormData) {
  const parcelId = String(params['parcelId'])
  const given = parseWithZod(form, { schema: shippingForm })
  if (given.status !== 'success') return data({ reply: given.reply() }, { status: 422 })
  const { shipping: shippingRupiah, ...rest } = given.value
  const priced = await confirmShipping(ctx, { parcelId, shippingRupiah, ...rest })
  if (priced.ok) return toParcel(context.app, parcelId, priced.value.isPriced ? 'priced' : 'quoted')
  const refused = (words: string) => data({ reply: given.reply({ formErrors: [words] }) }, { status: 409 })
  switch (priced.error.code) {
    case 'unknown-parcel':
      throw notFound()
    case 'nothing-to-confirm':
      return data({ error: m.console_group_error_priced() }, { status: 409 })
    case 'priced-by-staff':
      return data({ error: m.console_group_wait_abroad() }, { status: 409 })
    default:
      return refused(SHIPPING_REFUSED_WORDS[priced.error.code]())
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: m.console_group_order({ code: args.data?.parcel.orderCode ?? '' }),
    description: m.console_group_description(),
    isPrivate: true,
  })

const NEWS: Record<Exclude<ParcelNews, 'packed' | 'called-off'>, () => string> = {
  accepted: m.console_group_news_accepted,
  sent: m.console_group_news_sent,
  left: m.console_group_news_left,
  corrected: m.console_group_news_corrected,
  uncorrected: m.console_group_news_uncorrected,
  collected: m.console_group_news_collected,
  unpacked: m.console_group_news_unpacked,
  undispatched: m.console_group_news_undispatched,
  priced: m.console_group_news_priced,
  quoted: m.console_group_news_quoted,
  'price-stands': m.console_price_over,
  declined: m.console_group_news_declined,
  moved: m.console_group_error_moved,
}
const WARNINGS: readonly ParcelNews[] = ['uncorrected', 'price-stands', 'moved']

export default function Parcel() {
  const { parcel, goods, today } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const error = answered && 'error' in answered ? answered.error : null
  const step = nextStep(parcel)
  const due = dueWords(parcel, today)
  return (
    <GroupFrame
      title={<OrderTitle code={parcel.orderCode} />}
      backHref="/kelompok-saya/pesanan"
      action={step && <StepButton step={step} />}
    >
      <Progress />
      <h1>{stateTitle(parcel)}</h1>
      <div className="stack">
        {error && <Notice tone="error" title={error} announced foremost />}
        <NewsOf />
        {due && <p className={parcel.isLate ? 'due late big' : 'due big'}>{due}</p>}
        <p className="flush">{whatNow(parcel, goods)}</p>
        <HowItEnded />
        <ProblemOf />
        <GoodsOf />
        {step === 'price' && (
          <ShippingForm
            reply={answered && 'reply' in answered ? answered.reply : null}
            ways={waysToSend(parcel)}
          >
            <WhereTo {...parcel} />
            <PackedSize billableGrams={parcel.billableGrams} pieces={goods} />
          </ShippingForm>
        )}
        <MoneyOf />
        <SaidShipping />
        <BuyerOf />
        <LabelOf />
        {parcel.state === 'packed' && (
          <TakeBack
            step="unpack"
            words={packing(parcel.delivery).notYet()}
            note={m.console_group_unpack_note()}
          />
        )}
        {parcel.state === 'dispatched' && (
          <TakeBack
            step="undispatch"
            words={stillHere(parcel.dispatchWay ?? parcel.delivery)}
            note={m.console_group_undispatch_note()}
          />
        )}
        {canCorrectShipping(parcel) && (
          <p className="group-foot">
            <a href={`/kelompok-saya/pesanan/${parcel.id}/ongkos`}>{m.console_price_wrong()}</a>
          </p>
        )}
        {canBeDeclined(parcel.state, parcel.paymentState) && (
          <p className="group-foot">
            <a href={`/kelompok-saya/pesanan/${parcel.id}/tidak-bisa`}>{m.console_group_decline_link()}</a>
          </p>
        )}
      </div>
    </GroupFrame>
  )
}

/** What was just done, or why it was not. */
function NewsOf() {
  const { parcel, library, news } = useLoaderData<typeof loader>()
  if (!news) return null
  if (news === 'called-off') {
    return (
      <Notice tone="error" title={m.console_group_called_off()} announced>
        <p>
          <HeldCodes>{m.console_group_called_off_sent({ code: parcel.orderCode })}</HeldCodes>
        </p>
        <ContactWays operator={library} />
      </Notice>
    )
  }
  return (
    <Notice
      tone={WARNINGS.includes(news) ? 'warning' : 'success'}
      title={news === 'packed' ? packing(parcel.delivery).news() : NEWS[news]()}
      announced
    />
  )
}

function Progress() {
  const { parcel } = useLoaderData<typeof loader>()
  const progress = progressOf(parcel)
  return progress && <Steps steps={progress.steps.map((label) => ({ label }))} current={progress.current} />
}

function StepButton({ step }: { step: NextStep }) {
  const { parcel } = useLoaderData<typeof loader>()
  switch (step) {
    case 'send':
      return (
        <LinkButton href={`/kelompok-saya/pesanan/${parcel.id}/kirim`} kind="main" iconAfter="right">
          {m.console_group_button_send()}
        </LinkButton>
      )
    case 'price':
      return (
        <Button kind="main" form={SHIPPING_FORM_ID} name="intent" value="price" iconAfter="right">
          {m.console_group_button_price()}
        </Button>
      )
    default: {
      const tick = tickBefore(step, parcel.delivery)
      return (
        <form method="post" className="stack" noValidate>
          {tick && (
            <label className="choice">
              <input type="checkbox" name="ticked" value="yes" required />
              <span>{tick.label()}</span>
            </label>
          )}
          <Button kind="main" name="intent" value={step} icon="check">
            {{
              accept: m.console_group_button_accept,
              pack: packing(parcel.delivery).button,
              collected: m.console_group_button_collected,
            }[step]()}
          </Button>
        </form>
      )
    }
  }
}

interface Back {
  step: 'unpack' | 'undispatch'
  words: string
  note: string
}

/** Said by a slip of the thumb: folded away, so that a second slip does not take back what is so. */
const TakeBack = ({ step, words, note }: Back) => (
  <details className="group-foot">
    <summary>{words}</summary>
    <form method="post" className="stack">
      <p className="flush">{note}</p>
      <Button name="intent" value={step} full>
        {words}
      </Button>
    </form>
  </details>
)
