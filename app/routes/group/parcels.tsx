import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type GroupParcel, listGroupParcels } from '#app/domain/fulfilment/group-parcels.queries.server.ts'
import { listParcelGoods, type ParcelGood } from '#app/domain/fulfilment/parcel-goods.queries.server.ts'
import { findOwnGroup } from '#app/domain/groups/own-group.queries.server.ts'
import { localDayOf } from '#app/lib/day.ts'
import { holdSizes } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import type { GroupCtx } from '#app/platform/context.server.ts'
import { groupContext } from '#app/routes/context.server.ts'
import { pictureOf } from '#app/routes/pictures.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { MoneyText } from '#app/ui/money-text.tsx'
import type { PictureData } from '#app/ui/picture.tsx'
import { GroupFrame } from './frame.tsx'
import { ParcelCard } from './parcel-card.tsx'
import { nextStep, SHELF_TITLES, SHELVES, type Shelf, shelfOf } from './parcel-words.ts'

/** What is over is looked at rarely: the latest are folded away, older ones behind a link. */
const OVER_SHOWN = 12
const FOLDED: readonly Shelf[] = ['quoting', 'unpaid', 'done', 'fallen']

export type ListedParcel = GroupParcel & {
  goods: Pick<ParcelGood, 'title' | 'quantity' | 'unit'>[]
  picture: PictureData | null
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await groupContext(args)
  const showsAll = new URL(args.request.url).searchParams.has('semua')
  const [group, parcels] = await Promise.all([findOwnGroup(ctx), listParcels(ctx, showsAll)])
  const goods = await listParcelGoods(
    ctx,
    parcels.shown.map(({ id }) => id),
  )
  const { images, env } = args.context.app
  const listed = parcels.shown.map((parcel): ListedParcel => {
    const inside = goods.filter(({ parcelId }) => parcelId === parcel.id)
    const photo = inside[0]?.photo
    return { ...parcel, goods: inside.map(named), picture: photo ? pictureOf(images, photo) : null }
  })
  return {
    group: group.name,
    earnedRupiah: group.earnedRupiah,
    shareHref: `https://wa.me/?text=${encodeURIComponent(`${env.origin}/kelompok/${group.slug}`)}`,
    today: localDayOf(ctx.now),
    parcels: listed,
    hidden: parcels.hidden,
    showsAll,
  }
}

const named = ({ title, label, quantity, unit }: ParcelGood) => ({
  title: label ? `${title}, ${holdSizes(label)}` : title,
  quantity,
  unit,
})

async function listParcels(ctx: GroupCtx, showsAll: boolean) {
  const [toDo, waiting, sent, closed] = await Promise.all([
    listGroupParcels(ctx, 'to-do'),
    listGroupParcels(ctx, 'waiting'),
    listGroupParcels(ctx, 'sent'),
    listGroupParcels(ctx, 'closed'),
  ])
  const isDone = (parcel: GroupParcel) => shelfOf(parcel) === 'done'
  const open = sent.filter((parcel) => !isDone(parcel))
  const done = latest(sent.filter(isDone), showsAll)
  const fallen = latest(closed, showsAll)
  return {
    shown: [...toDo, ...waiting, ...open, ...done.shown, ...fallen.shown],
    hidden: { done: done.hidden, fallen: fallen.hidden },
  }
}

function latest(parcels: readonly GroupParcel[], showsAll: boolean) {
  const sorted = parcels.toSorted((a, b) => b.placedAt.getTime() - a.placedAt.getTime())
  const shown = showsAll ? sorted : sorted.slice(0, OVER_SHOWN)
  return { shown, hidden: sorted.length - shown.length }
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.console_group_title(),
    description: m.console_group_description(),
    isPrivate: true,
  })

export default function Parcels() {
  const { group, earnedRupiah, parcels } = useLoaderData<typeof loader>()
  const toDo = parcels.filter((parcel) => nextStep(parcel) !== null).length
  return (
    <GroupFrame title={group}>
      <h1>{toDo > 0 ? m.console_group_to_do({ count: toDo }) : m.console_group_nothing_to_do()}</h1>
      {earnedRupiah !== 0 && (
        <p>
          {m.console_group_earned()}{' '}
          <b>
            <MoneyText amount={earnedRupiah} />
          </b>
        </p>
      )}
      {parcels.length === 0 ? <NoOrders /> : SHELVES.map((shelf) => <ShelfOf key={shelf} shelf={shelf} />)}
      <p className="group-foot">
        <a href="/akun">{m.console_group_account()}</a>
      </p>
      <p className="group-foot">
        <a href="/kelompok-saya/bantuan">{m.console_group_help_buttons()}</a>
      </p>
    </GroupFrame>
  )
}

function NoOrders() {
  const { shareHref } = useLoaderData<typeof loader>()
  return (
    <EmptyState
      title={m.console_group_empty_title()}
      action={
        <LinkButton href={shareHref} kind="main" icon="chat">
          {m.console_group_empty_share()}
        </LinkButton>
      }
    >
      <p>{m.console_group_empty()}</p>
    </EmptyState>
  )
}

/** Where the parcels begin that are shown only when they are asked for. */
const olderOf = (shelf: Shelf): string => `lama-${shelf}`

function ShelfOf({ shelf }: { shelf: Shelf }) {
  const { parcels, today, hidden, showsAll } = useLoaderData<typeof loader>()
  const here = parcels.filter((parcel) => shelfOf(parcel) === shelf)
  if (here.length === 0) return null
  const title = SHELF_TITLES[shelf]()
  const list = (
    <ul className="parcel-cards">
      {here.map((parcel, place) => (
        <ParcelCard
          key={parcel.id}
          parcel={parcel}
          today={today}
          anchor={place === OVER_SHOWN ? olderOf(shelf) : undefined}
        />
      ))}
    </ul>
  )
  const older = shelf === 'done' || shelf === 'fallen' ? hidden[shelf] : 0
  const count = here.length + older
  if (!FOLDED.includes(shelf)) {
    return (
      <section className="parcel-shelf">
        <h2>{m.console_group_shelf_count({ shelf: title, count })}</h2>
        {list}
      </section>
    )
  }
  return (
    <details
      className="parcel-shelf folded"
      open={shelf !== 'unpaid' && (showsAll || parcels.length === here.length)}
    >
      <summary>
        <h2>{m.console_group_shelf_count({ shelf: title, count })}</h2>
      </summary>
      {list}
      {older > 0 && <a href={`?semua#${olderOf(shelf)}`}>{m.console_group_older({ count: older })}</a>}
    </details>
  )
}
