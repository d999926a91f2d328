import { randomInt } from 'node:crypto'
import { expect, type Locator, type Page } from '@playwright/test'

export interface Buyer {
  name: string
  /** As people type it. */
  phone: string
  email: string
}

const SYLLABLES = ['da', 'ka', 'li', 'ma', 'na', 'ra', 'ti', 'wi']

/** Someone nobody else is: each journey finds its own order, its own letters and its own parcels. */
export function aBuyer(surname: string): Buyer {
  const number = String(randomInt(1e7, 1e8))
  const [initial = '', ...rest] = Array.from({ length: 4 }, () => SYLLABLES[randomInt(8)]).join('')
  return {
    name: `${initial.toUpperCase()}${rest.join('')} ${surname}`,
    phone: `0813 ${number.slice(0, 4)} ${number.slice(4)}`,
    email: `pembeli-${number}@contoh.id`,
  }
}

export const firstName = ({ name }: Buyer): string => name.split(' ')[0] ?? ''
export const phoneTail = ({ phone }: Buyer): string => phone.slice(-4)

/** The words on the way from a product to an order, in the two languages of the shop. */
const WORDS = {
  id: {
    toBasket: 'Masukkan keranjang',
    toAddress: 'Lanjut pesan',
    name: 'Nama lengkap',
    phone: 'Nomor WhatsApp',
    district: 'Kecamatan',
    search: 'Cari',
    village: 'Desa atau kelurahan',
    street: 'Jalan atau dusun',
    toDelivery: 'Lanjut ke cara kirim',
    parcel: 'Paket dari',
    toPayment: 'Lanjut ke pembayaran',
    order: /^Pesan/,
  },
  en: {
    toBasket: 'Add to basket',
    toAddress: 'Go on to order',
    name: 'Full name',
    phone: 'WhatsApp or phone number',
    district: 'District (kecamatan)',
    search: 'Search',
    village: 'Village or ward',
    street: 'Street or hamlet',
    toDelivery: 'Go on to delivery',
    parcel: 'Parcel from',
    toPayment: 'Go on to payment',
    order: /^Place the order/,
  },
}
export type Language = keyof typeof WORDS

/** Presses the button that stands in the page; on a phone the bar at the lower edge has the same one. */
export async function putInBasket(page: Page, language: Language = 'id'): Promise<void> {
  await page.getByRole('button', { name: WORDS[language].toBasket }).first().click()
  await expect(page).toHaveURL(/\/keranjang$/)
}

export async function goToAddress(page: Page, language: Language = 'id'): Promise<void> {
  await page.getByRole('button', { name: WORDS[language].toAddress }).first().click()
}

/** One piece in the basket, at the step that asks where it goes. */
export async function beginOrder(page: Page): Promise<void> {
  await page.goto('/barang/alas-gelas-polos')
  await putInBasket(page)
  await goToAddress(page)
}

/** Looks for a kecamatan as one does who types its name and presses Enter. */
export async function searchDistrict(page: Page, name: string): Promise<void> {
  const search = page.getByRole('textbox', { name: WORDS.id.district })
  await search.fill(name)
  await search.press('Enter')
}

/** A kecamatan as one types it, what tells it from the others found, and a village in it. */
interface Place {
  district: string
  choice: string
  village: string
}
const SUKADANA: Place = { district: 'Sukadana', choice: 'Kayong Utara', village: 'Sutera' }
/** Where nobody knows yet what sending costs. */
export const FAR_AWAY: Place = {
  district: 'Jayapura Selatan',
  choice: 'Jayapura Selatan Kota',
  village: 'Entrop',
}

/** Finds the kecamatan by name, chooses it out of all that bear it, and says who lives there. */
export async function fillAddress(
  page: Page,
  buyer: Buyer,
  language: Language = 'id',
  place: Place = SUKADANA,
): Promise<void> {
  const words = WORDS[language]
  const field = (label: string): Locator => page.getByRole('textbox', { name: label })
  await field(words.name).fill(buyer.name)
  await field(words.phone).fill(buyer.phone)
  await field('Email').fill(buyer.email)
  await field(words.district).fill(place.district)
  await page.getByRole('main').getByRole('button', { name: words.search, exact: true }).click()
  await page.getByRole('radio', { name: place.choice }).check()
  await expect(field(words.name)).toHaveValue(buyer.name)
  await field(words.village).fill(place.village)
  await field(words.street).fill('Jalan Bhayangkara 12, RT 03')
}

export async function goToDelivery(page: Page, language: Language = 'id'): Promise<void> {
  await page.getByRole('button', { name: WORDS[language].toDelivery, exact: true }).click()
}

/** Chooses how one group's parcel comes. */
export async function chooseWay(page: Page, group: string, way: string, language: Language = 'id') {
  const parcel = page.getByRole('region', { name: `${WORDS[language].parcel} ${group}` })
  await parcel.getByRole('radio', { name: way }).check()
}

export async function goToPayment(page: Page, language: Language = 'id'): Promise<void> {
  await page.getByRole('button', { name: WORDS[language].toPayment }).click()
}

/** Chooses how to pay and orders. */
export async function placeOrder(page: Page, payBy: string, language: Language = 'id'): Promise<void> {
  await page.getByRole('radio', { name: payBy }).check()
  await page.getByRole('button', { name: WORDS[language].order }).click()
}

/** The code of the order whose page this is. */
export async function orderCode(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/pesanan\/P-\w{6}$/)
  return page.url().split('/').at(-1) ?? ''
}

interface Wish {
  slug: string
  group: string
  way: string
  payBy: string
  place?: Place
}

/** The short way to an order, for journeys that begin with one. */
export async function order(page: Page, buyer: Buyer, wish: Wish): Promise<void> {
  const { slug, group, way, payBy, place } = wish
  await page.goto(`/barang/${slug}`)
  await putInBasket(page)
  await goToAddress(page)
  await fillAddress(page, buyer, 'id', place)
  await goToDelivery(page)
  await chooseWay(page, group, way)
  await goToPayment(page)
  await placeOrder(page, payBy)
}

/** What the page says about one thing in a list of facts or sums. */
export const factOf = (page: Page, term: string): Locator =>
  page
    .locator('dl > div')
    .filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${term}`) }) })
    .getByRole('definition')
    .first()

/** Reads `Rp285.000` or `IDR 285,000`. */
export async function rupiahIn(place: Locator): Promise<number> {
  const text = await place.innerText()
  return Number(/(?:Rp|IDR\s?)([\d.,]+)/.exec(text)?.[1]?.replace(/\D/g, ''))
}
