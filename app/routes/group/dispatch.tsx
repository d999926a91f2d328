import { type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dispatchParcel } from '#app/domain/fulfilment/dispatch-parcel.server.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { notFound } from '#app/routes/context.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { type BigChoice, BigChoices } from '#app/ui/group-shell.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import { RadioCards } from '#app/ui/radio-cards.tsx'
import { boatForm, courierForm } from './dispatch-forms.server.ts'
import { GroupFrame } from './frame.tsx'
import { ownParcel, parcelPath, toParcel } from './own-parcel.server.ts'
import { buyerWords, nextStep } from './parcel-words.ts'

const WAYS = ['kurir', 'kapal', 'antar'] as const
type Way = (typeof WAYS)[number]
const WAY_OF_DELIVERY: Record<string, Way> = { courier: 'kurir', boat: 'kapal', local: 'antar' }
/** The couriers with a counter in Sukadana, Teluk Melano or Ketapang. */
const COURIERS = ['JNE', 'J&T', 'Pos Indonesia', 'TIKI']
const OTHER = 'other'

const wayOf = (text: unknown): Way | null => WAYS.find((way) => way === text) ?? null

export async function loader(args: LoaderFunctionArgs) {
  const { parcel } = await ownParcel(args)
  if (nextStep(parcel) !== 'send') throw redirect(parcelPath(parcel.id))
  const way = wayOf(new URL(args.request.url).searchParams.get('cara'))
  return { parcel, way, agreed: WAY_OF_DELIVERY[parcel.delivery] ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, parcel } = await ownParcel(args)
  const given = read(await formOf(args.request))
  if (!given.ok) return data(given.error.reply, { status: 422 })
  const sent = await dispatchParcel(ctx, { parcelId: parcel.id, ...given.value })
  if (sent.ok) return toParcel(args.context.app, parcel.id, 'sent')
  switch (sent.error.code) {
    case 'unknown-parcel':
      throw notFound()
    case 'wrong-state':
    case 'collected-at-library':
      return redirect(parcelPath(parcel.id))
    case 'carrier-missing':
      throw new Response(null, { status: 400 })
  }
}

interface Sent {
  carrier: string
  trackingNumber: string | null
}
type Read = Result<Sent, { code: 'unclear'; reply: SubmissionResult }>

function read(form: FormData): Read {
  switch (wayOf(form.get('cara'))) {
    case 'antar':
      return ok({ carrier: m.console_group_carrier_own(), trackingNumber: null })
    case 'kapal': {
      const given = parseWithZod(form, { schema: boatForm })
      if (given.status !== 'success') return refuse({ code: 'unclear', reply: given.reply() })
      return ok({ carrier: given.value.boat, trackingNumber: null })
    }
    default: {
      const given = parseWithZod(form, { schema: courierForm })
      if (given.status !== 'success') return refuse({ code: 'unclear', reply: given.reply() })
      const { courier, other, trackingNumber } = given.value
      return ok({ carrier: other && courier === OTHER ? other : courier, trackingNumber })
    }
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: m.console_dispatch_title(),
    description: m.console_group_description(),
    isPrivate: true,
  })

export default function Dispatch() {
  const { parcel, way } = useLoaderData<typeof loader>()
  const back = parcelPathOf(parcel.id)
  if (way === null) return <ChooseWay back={back} />
  return (
    <GroupFrame
      title={m.console_dispatch_title()}
      backHref={`${back}/kirim`}
      action={
        <Button kind="main" form="kirim" icon="check">
          {m.console_dispatch_button()}
        </Button>
      }
    >
      <HowItWent way={way} />
    </GroupFrame>
  )
}

const parcelPathOf = (id: string) => `/kelompok-saya/pesanan/${id}`

const CHOICES: Record<Way, Pick<BigChoice, 'icon'> & { words: () => string }> = {
  kurir: { icon: 'truck', words: m.console_delivery_courier },
  kapal: { icon: 'boat', words: m.console_delivery_boat },
  antar: { icon: 'person', words: m.console_delivery_local },
}

/** One question a screen: first how, then the little that has to be known about it. */
function ChooseWay({ back }: { back: string }) {
  const { agreed } = useLoaderData<typeof loader>()
  const ways = [...WAYS].sort((a, b) => Number(b === agreed) - Number(a === agreed))
  return (
    <GroupFrame title={m.console_dispatch_title()} backHref={back}>
      <h1>{m.console_dispatch_how()}</h1>
      <BigChoices
        choices={ways.map((way) => ({
          href: `${back}/kirim?cara=${way}`,
          icon: CHOICES[way].icon,
          title: CHOICES[way].words(),
          note: way === agreed ? m.console_dispatch_agreed() : undefined,
        }))}
      />
    </GroupFrame>
  )
}

function HowItWent({ way }: { way: Way }) {
  const reply = useActionData<typeof action>() ?? null
  return (
    <>
      <h1>{TITLES[way]()}</h1>
      {way === 'kurir' && <ByCourier reply={reply} />}
      {way === 'kapal' && <ByBoat reply={reply} />}
      {way === 'antar' && <ByHand />}
      <p className="muted">{m.console_dispatch_then()}</p>
    </>
  )
}

const TITLES: Record<Way, () => string> = {
  kurir: m.console_dispatch_courier_title,
  kapal: m.console_dispatch_boat_title,
  antar: m.console_dispatch_own_title,
}

function ByCourier({ reply }: { reply: SubmissionResult | null }) {
  const [form, fields] = useForm<{ courier: string; other: string; trackingNumber: string }>({
    id: 'kirim',
    lastResult: reply,
    constraint: {
      courier: { required: true },
      other: { maxLength: 60, required: true },
      trackingNumber: { maxLength: 60 },
    },
  })
  return (
    <form method="post" id="kirim" className="form" noValidate>
      <ErrorSummary fields={[fields.courier, fields.other]} errors={form.errors} />
      <input type="hidden" name="cara" value="kurir" />
      <RadioCards
        field={fields.courier}
        label={<span className="sr">{m.console_dispatch_courier_title()}</span>}
        hideNeed
        cards={[
          ...COURIERS.map((courier) => ({ value: courier, title: courier })),
          { value: OTHER, title: m.console_dispatch_courier_other() },
        ]}
      />
      <div className="other-courier">
        <TextField field={fields.other} label={m.console_dispatch_courier()} hideNeed autoComplete="off" />
      </div>
      <TextField
        field={fields.trackingNumber}
        label={m.console_dispatch_number()}
        hint={m.console_dispatch_number_hint()}
        autoComplete="off"
      />
    </form>
  )
}

function ByBoat({ reply }: { reply: SubmissionResult | null }) {
  const { parcel } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ boat: string }>({
    id: 'kirim',
    lastResult: reply,
    constraint: { boat: { required: true, maxLength: 60 } },
    defaultValue: { boat: parcel.delivery === 'boat' ? (parcel.carrier ?? '') : '' },
  })
  return (
    <form method="post" id="kirim" className="form" noValidate>
      <ErrorSummary fields={[fields.boat]} errors={form.errors} />
      <input type="hidden" name="cara" value="kapal" />
      <TextField field={fields.boat} label={m.console_dispatch_boat()} hideNeed autoComplete="off" />
    </form>
  )
}

function ByHand() {
  const { parcel } = useLoaderData<typeof loader>()
  return (
    <form method="post" id="kirim">
      <input type="hidden" name="cara" value="antar" />
      <p>{m.console_dispatch_own({ to: buyerWords(parcel) })}</p>
    </form>
  )
}
