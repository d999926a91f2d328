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
import { canCorrectDispatch, waysToSend } from '#app/domain/fulfilment/parcel.ts'
import type { DispatchWay } from '#app/domain/orders/order-status.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { notFound } from '#app/routes/context.server.ts'
import { WAY_WORDS } from '#app/routes/dispatch-words.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { Button } from '#app/ui/button.tsx'
import { type BigChoice, BigChoices } from '#app/ui/group-shell.tsx'
import { DISPATCH_FORM_ID, HowItWent } from './dispatch-fields.tsx'
import { SENT_FORMS } from './dispatch-forms.server.ts'
import { WAY_NAMES, wayNamed } from './dispatch-ways.ts'
import { GroupFrame } from './frame.tsx'
import { ownParcel, parcelPath, toMovedParcel, toParcel } from './own-parcel.server.ts'
import { nextStep } from './parcel-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { parcel } = await ownParcel(args)
  const corrects = canCorrectDispatch(parcel)
  if (nextStep(parcel) !== 'send' && !corrects) throw redirect(parcelPath(parcel.id))
  const { dispatchWay, dispatchCarrier: carrier, trackingNumber } = parcel
  const written = corrects ? { way: dispatchWay, carrier, trackingNumber } : null
  const named = wayNamed(new URL(args.request.url).searchParams.get('cara'))
  const way = waysToSend(parcel).find((one) => one === named) ?? null
  return { parcel, way, corrects, written }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, parcel } = await ownParcel(args)
  const form = await formOf(args.request)
  const given = parseWithZod(form, { schema: SENT_FORMS[wayNamed(form.get('cara')) ?? 'courier'] })
  if (given.status !== 'success') return data(given.reply(), { status: 422 })
  const corrects = form.get('corrects') === 'yes'
  const write = corrects ? correctDispatch : dispatchParcel
  const sent = await write(ctx, { parcelId: parcel.id, ...given.value })
  if (sent.ok)
    return toParcel(args.context.app, parcel.id, corrects ? 'corrected' : SAID[given.value.way ?? 'courier'])
  switch (sent.error.code) {
    case 'unknown-parcel':
      throw notFound()
    case 'wrong-state':
      return toMovedParcel(args.context.app, parcel.id, sent.error.state)
    case 'collected-at-library':
    case 'wrong-way':
      return redirect(parcelPath(parcel.id))
    case 'nothing-to-correct':
      return toParcel(args.context.app, parcel.id, 'uncorrected')
    case 'unchanged':
      return data(given.reply({ formErrors: [m.console_dispatch_unchanged()] }), { status: 422 })
    case 'too-far-to-bring':
      return data(given.reply({ formErrors: [m.console_too_far_to_bring()] }), { status: 422 })
    case 'carrier-missing':
    case 'carrier-needless':
      throw new Response(null, { status: 400 })
  }
}

const SAID = { courier: 'sent', boat: 'sent', local: 'left' } as const

const titleOf = (corrects = false): string =>
  corrects ? m.console_dispatch_correct_title() : m.console_dispatch_title()

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: titleOf(args.data?.corrects),
    description: m.console_group_description(),
    isPrivate: true,
  })

export default function Dispatch() {
  const { parcel, way, corrects, written } = useLoaderData<typeof loader>()
  const back = parcelPathOf(parcel.id)
  if (way === null) return <ChooseWay back={back} />
  return (
    <GroupFrame
      title={titleOf(corrects)}
      backHref={way === written?.way ? back : `${back}/kirim`}
      action={
        <Button kind="main" form={DISPATCH_FORM_ID} icon="check">
          {corrects ? m.console_dispatch_correct() : buttonWords(way)}
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

const buttonWords = (way: DispatchWay): string =>
  way === 'local' ? m.console_dispatch_button_own() : m.console_dispatch_button()

const parcelPathOf = (id: string) => `/kelompok-saya/pesanan/${id}`

const ICONS: Record<DispatchWay, BigChoice['icon']> = { courier: 'truck', boat: 'boat', local: 'person' }

/** One question a screen: first how, then the little that has to be known about it. */
function ChooseWay({ back }: { back: string }) {
  const { parcel, corrects, written } = useLoaderData<typeof loader>()
  const agreed = parcel.delivery
  // by own hand has nothing else to it: written once more it would only be refused
  const offered = waysToSend(parcel).filter((way) => way !== 'local' || written?.way !== 'local')
  const ways = offered.sort((a, b) => Number(b === agreed) - Number(a === agreed))
  return (
    <GroupFrame title={titleOf(corrects)} backHref={back}>
      <h1>{m.console_dispatch_how()}</h1>
      <BigChoices
        choices={ways.map((way) => ({
          href: `${back}/kirim?cara=${WAY_NAMES[way]}`,
          icon: ICONS[way],
          title: WAY_WORDS[way](),
          note: way === agreed ? m.console_dispatch_agreed() : undefined,
        }))}
      />
    </GroupFrame>
  )
}
