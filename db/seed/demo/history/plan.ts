import { day } from '#app/lib/day.ts'
import { type Random, randomFrom } from '../../illustrations/random.ts'
import type { GroupSlug } from '../groups.ts'
import { type Buyer, type Buyers, inventBuyers } from './buyers.ts'
import { type Calendar, orderMoments, workdaysBefore } from './calendar.ts'
import { atHour, hoursAfter } from './clock.ts'
import { LAST_DAYS } from './last-days.ts'

/**
 * How an order's story goes. plain: paid, made, sent, received. unpaid: never paid. called-off: the buyer changed her
 * mind. declined: a group could not. proof-refused: the first proof could not be read. late-money: paid when the time
 * was over. wrong-amount: another sum came than was asked for. problem: something was wrong with what came.
 */
export type Course =
  | 'plain'
  | 'unpaid'
  | 'called-off'
  | 'declined'
  | 'proof-refused'
  | 'late-money'
  | 'wrong-amount'
  | 'problem'

/** Where a story that is still under way on the last day stands still. */
export type Stage = 'placed' | 'proof' | 'paid' | 'accepted' | 'packed' | 'dispatched'

export interface OrderPlan {
  /** Decides everything about the order that is left to chance. */
  seed: string
  at: Date
  buyer: Buyer
  payment: 'transfer' | 'pickup'
  course: Course
  stopsAfter?: Stage
  /** How many groups the basket is from. */
  groupCount?: number
  /** A government office or a fair orders many of a few things from one group, after a telephone call. */
  bulk?: { group: GroupSlug; lines: [slug: string, quantity: number][]; note: string }
}

/** Every order of the demo, first to last. */
export function orderPlans(calendar: Calendar): OrderPlan[] {
  const random = randomFrom('orders')
  const buyers = inventBuyers(240)
  const ordinary = ordinaryPlans(calendar, buyers, random)
  const scripted = [...LAST_DAYS, ...BULK].map((script, at) => fromScript(calendar, script, { at, buyers }))
  return [...ordinary, ...scripted].sort((a, b) => a.at.getTime() - b.at.getTime())
}

function ordinaryPlans(calendar: Calendar, buyers: Buyers, random: Random): OrderPlan[] {
  let known = 0
  return orderMoments(calendar, random).map((at, index) => {
    const returns = known > 12 && random() < 0.22
    const buyer = returns ? buyers.domestic[Math.floor(random() * known)] : buyers.domestic[known++]
    if (!buyer) throw new RangeError('No invented buyer is left: invent more')
    const isAbroad = random() < 0.015
    const chosen = isAbroad ? random.pick(buyers.abroad as [Buyer, ...Buyer[]]) : buyer
    return {
      seed: `order:${index}`,
      at,
      buyer: chosen,
      payment: paysAtLibrary(chosen, random) ? 'pickup' : 'transfer',
      course: courseBy(random()),
    }
  })
}

/** People of the regency like to pay when they hold the piece; a few travellers do too. */
const paysAtLibrary = ({ district, country }: Buyer, random: Random) =>
  country === 'ID' && random() < (district?.startsWith('61.11.0') ? 0.5 : 0.05)

const SHARES: [Course, number][] = [
  ['unpaid', 0.075],
  ['called-off', 0.03],
  ['declined', 0.025],
  ['proof-refused', 0.02],
  ['late-money', 0.012],
  ['problem', 0.02],
]
function courseBy(luck: number): Course {
  let left = luck
  return SHARES.find(([, share]) => (left -= share) < 0)?.[0] ?? 'plain'
}

/** A day of the story; or, for what still stands open, a time before the end of it. */
type When = { on: string; hour: number } | { workdaysBefore: number; hour: number } | { hoursBefore: number }

export type Script = When & {
  who: 'domestic' | 'remote' | 'abroad'
  payment: 'transfer' | 'pickup'
  course: Course
  stopsAfter?: Stage
  groupCount?: number
  bulk?: OrderPlan['bulk']
}

function fromScript(
  calendar: Calendar,
  script: Script,
  { at: index, buyers }: { at: number; buyers: Buyers },
): OrderPlan {
  const { who, payment, course, stopsAfter, groupCount, bulk } = script
  const fresh = buyers.domestic.at(-1 - index)
  const buyer = who === 'remote' ? buyers.remote : who === 'abroad' ? buyers.abroad[index % 5] : fresh
  if (!buyer) throw new RangeError('No invented buyer is left: invent more')
  const at = momentOf(calendar, script)
  return { seed: `script:${index}`, at, buyer, payment, course, stopsAfter, groupCount, bulk }
}

function momentOf(calendar: Calendar, when: When): Date {
  if ('hoursBefore' in when) return hoursAfter(calendar.end, -when.hoursBefore)
  if ('workdaysBefore' in when) return workdaysBefore(calendar, when.workdaysBefore, when.hour)
  return atHour(calendar.dayOf(day(when.on)), when.hour)
}

const BULK: Script[] = [
  {
    on: '2025-10-14',
    hour: 9.5,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    bulk: {
      group: 'mekar-pandan',
      lines: [['dompet-siku-keluang', 24]],
      note: 'Untuk peserta rapat kerja, 24 buah seperti pembicaraan telepon.',
    },
  },
  {
    on: '2026-06-08',
    hour: 10.2,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    bulk: {
      group: 'seroja',
      lines: [
        ['gantungan-kunci-belah-ketupat', 60],
        ['kipas-siku-keluang', 30],
      ],
      note: 'Cendera mata pameran kabupaten.',
    },
  },
  {
    on: '2026-09-03',
    hour: 13.4,
    who: 'domestic',
    payment: 'transfer',
    course: 'plain',
    bulk: {
      group: 'seroja',
      lines: [['alas-gelas-mata-punai', 20]],
      note: 'Untuk ruang rapat kantor kecamatan.',
    },
  },
]
