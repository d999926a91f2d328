import { parseWithZod } from '@conform-to/zod/v4'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { correctDispatch } from '#app/domain/fulfilment/correct-dispatch.server.ts'
import { dispatchParcel } from '#app/domain/fulfilment/dispatch-parcel.server.ts'
import { canCorrectDispatch } from '#app/domain/fulfilment/parcel.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { notFound } from '#app/routes/context.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { Button } from '#app/ui/button.tsx'
import { type BigChoice, BigChoices } from '#app/ui/group-shell.tsx'
import { DISPATCH_FORM_ID, HowItWent } from './dispatch-fields.tsx'
import { SENT_FORMS } from './dispatch-forms.server.ts'
import { WAY_OF_DELIVERY, WAYS, type Way, wayOf, wayOfSent } from './dispatch-ways.ts'
import { GroupFrame } from './frame.tsx'
import { ownParcel, parcelPath, toParcel } from './own-parcel.server.ts'
import { nextStep } from './parcel-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { parcel } = await ownParcel(args)
  const corrects = canCorrectDispatch(parcel)
  if (nextStep(parcel) !== 'send' && !corrects) throw redirect(parcelPath(parcel.id))
  const { dispatchCarrier: carrier, trackingNumber } = parcel
  const written = corrects ? { way: wayOfSent(parcel), carrier, trackingNumber } : null
  const way = wayOf(new URL(args.request.url).searchParams.get('cara'))
  return { parcel, way, agreed: WAY_OF_DELIVERY[parcel.delivery] ?? null, corrects, written }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, parcel } = await ownParcel(args)
  const form = await formOf(args.request)
  const given = parseWithZod(form, { schema: SENT_FORMS[wayOf(form.get('cara')) ?? 'kurir'] })
  if (given.status !== 'success') return data(given.reply(), { status: 422 })
  const corrects = form.get('corrects') === 'yes'
  const write = corrects ? correctDispatch : dispatchParcel
  const sent = await write(ctx, { parcelId: parcel.id, ...given.value })
  if (sent.ok) return toParcel(args.context.app, parcel.id, corrects ? 'corrected' : 'sent')
  switch (sent.error.code) {
    case 'unknown-parcel':
      throw notFound()
    case 'wrong-state':
    case 'collected-at-library':
      return redirect(parcelPath(parcel.id))
    case 'nothing-to-correct':
      return toParcel(args.context.app, parcel.id, 'uncorrected')
    case 'unchanged':
      return data(given.reply({ formErrors: [m.console_dispatch_unchanged()] }), { status: 422 })
    case 'carrier-missing':
      throw new Response(null, { status: 400 })
  }
}

const titleOf = (corrects = false): string =>
  corrects ? m.console_dispatch_correct_title() : m.console_dispatch_title()

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: titleOf(args.data?.corrects),
    description: m.console_group_description(),
    isPrivate: true,
  })

export default function Dispatch() {
  const { parcel, way, corrects } = useLoaderData<typeof loader>()
  const back = parcelPathOf(parcel.id)
  if (way === null) return <ChooseWay back={back} />
  return (
    <GroupFrame
      title={titleOf(corrects)}
      backHref={corrects ? back : `${back}/kirim`}
      action={
        <Button kind="main" form={DISPATCH_FORM_ID} icon="check">
          {corrects ? m.console_dispatch_correct() : m.console_dispatch_button()}
        </Button>
      }
    >
      <HowItWent way={way} />
      {corrects && (
        <p className="group-foot">
          <a href={`${back}/kirim`}>{m.console_dispatch_other_way()}</a>
        </p>
      )}
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
  const { agreed, corrects } = useLoaderData<typeof loader>()
  const ways = [...WAYS].sort((a, b) => Number(b === agreed) - Number(a === agreed))
  return (
    <GroupFrame title={titleOf(corrects)} backHref={back}>
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
