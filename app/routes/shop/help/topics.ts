import type { Locale } from '#app/lib/locale.ts'
import type { Words } from '#app/ui/prose.tsx'
import { abroadEn } from './abroad.en.tsx'
import { abroadId } from './abroad.id.tsx'
import { paymentEn } from './payment.en.tsx'
import { paymentId } from './payment.id.tsx'
import { returnsEn } from './returns.en.tsx'
import { returnsId } from './returns.id.tsx'
import { shippingEn } from './shipping.en.tsx'
import { shippingId } from './shipping.id.tsx'

const TOPICS: Record<string, Record<Locale, Words>> = {
  kirim: { id: shippingId, en: shippingEn },
  bayar: { id: paymentId, en: paymentEn },
  kembali: { id: returnsId, en: returnsEn },
  'luar-negeri': { id: abroadId, en: abroadEn },
}

/** The help under an address, or undefined where there is none. */
export const findTopic = (slug: string, locale: Locale): Words | undefined =>
  Object.hasOwn(TOPICS, slug) ? TOPICS[slug]?.[locale] : undefined

export const listTopics = (locale: Locale): { slug: string; words: Words }[] =>
  Object.entries(TOPICS).map(([slug, words]) => ({ slug, words: words[locale] }))
