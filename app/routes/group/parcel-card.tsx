import { hasOpenProblem } from '#app/domain/fulfilment/parcel.ts'
import type { Day } from '#app/lib/day.ts'
import { m } from '#app/paraglide/messages.js'
import { Icon } from '#app/ui/icon.tsx'
import { MoneyText } from '#app/ui/money-text.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { packing } from './packing-words.ts'
import {
  buyerWords,
  dueWords,
  goodsWords,
  type NextStep,
  nextStep,
  receives,
  stateTitle,
} from './parcel-words.ts'
import type { ListedParcel } from './parcels.tsx'

const STEP_WORDS: Record<Exclude<NextStep, 'pack'>, () => string> = {
  price: m.console_group_step_price,
  accept: m.console_group_step_accept,
  send: m.console_group_step_send,
  collected: m.console_group_step_collected,
}

/** One parcel in the list: what, for whom, by when, what it brings, and what to do next. The whole of it is the link. */
export function ParcelCard({
  parcel,
  today,
  anchor,
}: {
  parcel: ListedParcel
  today: Day
  /** What a link to this card calls it. */
  anchor?: string
}) {
  const step = nextStep(parcel)
  const due = dueWords(parcel, today)
  const isOver = ['declined', 'cancelled', 'returned'].includes(parcel.state)
  return (
    <li id={anchor}>
      <a className="parcel-card" href={`/kelompok-saya/pesanan/${parcel.id}`}>
        {parcel.picture ? (
          <Picture picture={parcel.picture} sizes="96px" className="cut" alt="" />
        ) : (
          <span className="no-picture" />
        )}
        <span>
          <b>{goodsWords(parcel.goods)}</b>
          <span>{buyerWords(parcel)}</span>
        </span>
        <span className="below-picture">
          {due && (
            <span className={parcel.isLate ? 'due late' : 'due'}>
              <Icon name={parcel.isLate ? 'alert' : 'calendar'} size={22} />
              {due}
            </span>
          )}
          {hasOpenProblem(parcel) && !isOver && (
            <span className="due late">
              <Icon name="alert" size={22} />
              {m.console_group_problem()}
            </span>
          )}
          {isOver && <span className="muted">{stateTitle(parcel)}</span>}
          {!isOver && (
            <span className="muted">
              {m.console_group_receives()} <MoneyText amount={receives(parcel)} />
            </span>
          )}
        </span>
        {step && (
          <span className="to-do">
            {step === 'pack' ? packing(parcel.delivery).step() : STEP_WORDS[step]()}
            <Icon name="right" />
          </span>
        )}
      </a>
    </li>
  )
}
