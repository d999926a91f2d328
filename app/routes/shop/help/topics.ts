import { entryOf } from '#app/lib/entry-of.ts'
import type { Locale } from '#app/lib/locale.ts'
import type { IconName } from '#app/ui/icon.tsx'
import type { Words } from '#app/ui/prose.tsx'
import { abroadEn } from './abroad.en.tsx'
import { abroadId } from './abroad.id.tsx'
import { paymentEn } from './payment.en.tsx'
import { paymentId } from './payment.id.tsx'
import { returnsEn } from './returns.en.tsx'
import { returnsId } from './returns.id.tsx'
import { shippingEn } from './shipping.en.tsx'
import { shippingId } from './shipping.id.tsx'

type Topic = Record<Locale, Words> & { icon: IconName }

const TOPICS: Record<string, Topic> = {
  kirim: { icon: 'truck', id: shippingId, en: shippingEn },
  bayar: { icon: 'wallet', id: paymentId, en: paymentEn },
  kembali: { icon: 'undo', id: returnsId, en: returnsEn },
  'luar-negeri': { icon: 'boat', id: abroadId, en: abroadEn },
}

/** The help under an address, or undefined where there is none. */
export const findTopic = (slug: string, locale: Locale): Words | undefined => entryOf(TOPICS, slug)?.[locale]

export const listTopics = (locale: Locale): { slug: string; icon: IconName; words: Words }[] =>
  Object.entries(TOPICS).map(([slug, topic]) => ({ slug, icon: topic.icon, words: topic[locale] }))
