import { addDays, type Day, formatWeekday } from '#app/lib/day.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { travelWords, type Way } from '#app/ui/way-words.ts'

interface When extends Way {
  daysMin: number | null
  daysMax: number | null
  /** By when the parcel leaves, or is ready to be collected; null where that is told elsewhere. */
  promiseOn: Day | null
  villageName: string
  note?: string | null
}

/** What to know about a way before choosing it, each in words of its own: where to go or when it arrives, and what the sea allows. */
export function wayNotes({ delivery, daysMin, daysMax, promiseOn, villageName, note }: When): string[] {
  const ready = promiseOn && m.checkout_way_ready_by({ date: formatWeekday(promiseOn, getLocale()) })
  switch (delivery) {
    case 'pickup-library':
      return said(m.checkout_way_pickup_library_note(), ready)
    case 'pickup-group':
      return said(m.checkout_way_pickup_group_note({ village: villageName }), ready)
    case 'quote':
      return [m.checkout_way_quote_note()]
    default:
      return said(...travel(daysMin, daysMax, promiseOn), note)
  }
}

function travel(daysMin: number | null, daysMax: number | null, promiseOn: Day | null) {
  const days = travelWords(daysMin, daysMax, getLocale())
  return [days && `${days}.`, promiseOn && leaves(promiseOn, daysMax)]
}

function leaves(promiseOn: Day, daysMax: number | null): string {
  const date = formatWeekday(promiseOn, getLocale())
  if (daysMax === null) return m.checkout_way_leaves({ date })
  return m.checkout_way_leaves_by({ date, arrives: formatWeekday(addDays(promiseOn, daysMax), getLocale()) })
}

const said = (...notes: (string | null | undefined)[]) => notes.filter((note) => !!note) as string[]
