import type { Insertable } from 'kysely'
import type { DB } from '#db/schema.ts'
import { seedId } from '../rows.ts'

type Tariff = [scope: string, firstKg: number, nextKg: number, days: [min: number, max: number]]

const SAMPLE: Bilingual = [
  'Tarif contoh, bukan tarif kurir mana pun.',
  'A sample tariff, not that of any courier.',
]
const CALM_SEA: Bilingual = [
  'Tarif contoh. Perahu berangkat bila gelombang tenang.',
  'A sample tariff. The boat leaves when the sea is calm.',
]
const FORTNIGHTLY: Bilingual = [
  'Tarif contoh. Satu pelayaran dalam dua pekan; kiriman ikut pelayaran berikutnya.',
  'A sample tariff. One sailing a fortnight; the parcel goes with the next one.',
]
const BY_BOAT_FIRST: Bilingual = [
  'Tarif contoh. Menyeberang dulu ke Teluk Batang, lalu kurir; kalau gelombang tinggi, menunggu.',
  'A sample tariff. Across to Teluk Batang first, then by courier; when the waves are high, it waits.',
]
type Bilingual = [id: string, en: string]

/** By road inside the regency, carried by the group itself. */
const LOCAL: Tariff[] = [
  ['61.11.01', 10_000, 2_000, [1, 2]],
  ['61.11.02', 15_000, 3_000, [1, 3]],
  ['61.11.03', 20_000, 4_000, [2, 4]],
  ['61.11.05', 25_000, 5_000, [2, 5]],
]

/** Papua has none on purpose: there the group confirms the cost first, and so to Karimata from Pulau Maya. */
const COURIER: Tariff[] = [
  ['61.11', 18_000, 14_000, [2, 4]],
  ['61.04', 22_000, 18_000, [2, 4]],
  ['61.71', 28_000, 24_000, [3, 5]],
  ['61.12', 29_000, 25_000, [3, 5]],
  ['61', 34_000, 30_000, [3, 6]],
  ['31', 52_000, 46_000, [4, 7]],
  ['32', 55_000, 49_000, [4, 8]],
  ['33', 58_000, 52_000, [5, 8]],
  ['34', 58_000, 52_000, [5, 8]],
  ['35', 58_000, 52_000, [5, 8]],
  ['36', 54_000, 48_000, [4, 8]],
  ['51', 64_000, 58_000, [5, 9]],
  ['52', 78_000, 72_000, [6, 11]],
  ['53', 94_000, 88_000, [7, 14]],
  ['62', 62_000, 56_000, [5, 9]],
  ['63', 60_000, 54_000, [5, 9]],
  ['64', 64_000, 58_000, [5, 10]],
  ['65', 76_000, 70_000, [6, 12]],
  ...['11', '12', '13', '14', '15', '16', '17', '18', '19', '21'].map(
    (scope): Tariff => [scope, 68_000, 62_000, [5, 10]],
  ),
  ...['71', '72', '73', '74', '75', '76'].map((scope): Tariff => [scope, 82_000, 76_000, [6, 12]]),
  ...['81', '82'].map((scope): Tariff => [scope, 112_000, 104_000, [8, 16]]),
]

/** Ombak Kemboja weaves there: what it sends crosses the water before a courier takes it. */
const PULAU_MAYA = '61.11.04'
const acrossTheWater = ([scope, firstKg, nextKg, [min, max]]: Tariff): Tariff => [
  scope,
  firstKg + 10_000,
  nextKg + 4_000,
  [min + 1, max + 4],
]

const row =
  (method: string, carrier: string, [id, en]: Bilingual, from: string | null = null) =>
  ([scope, firstKg, nextKg, [min, max]]: Tariff): Insertable<DB['shipping_tariff']> => ({
    id: seedId(`tariff:${method}:${scope}:${carrier}${from ? `:${from}` : ''}`),
    method,
    scope,
    from_district: from,
    carrier,
    first_kg_rupiah: firstKg,
    next_kg_rupiah: nextKg,
    days_min: min,
    days_max: max,
    note_id: id,
    note_en: en,
    is_demo: true,
  })

export const tariffs: Insertable<DB['shipping_tariff']>[] = [
  ...LOCAL.map(row('local', 'Antar kelompok', SAMPLE)),
  ...COURIER.map(row('courier', 'Kurir Contoh', SAMPLE)),
  row('boat', 'Perahu Teluk Batang–Pulau Maya', CALM_SEA)(['61.11.04', 15_000, 5_000, [1, 5]]),
  row('boat', 'Kapal Sukadana–Kepulauan Karimata', FORTNIGHTLY)(['61.11.06', 30_000, 10_000, [2, 18]]),
  row('boat', 'Speedboat Sukadana–Pontianak', SAMPLE)(['61.71', 25_000, 10_000, [1, 2]]),
  row('local', 'Antar kelompok', SAMPLE, PULAU_MAYA)([PULAU_MAYA, 8_000, 2_000, [1, 2]]),
  row('boat', 'Perahu Pulau Maya–Teluk Batang', CALM_SEA, PULAU_MAYA)(['61.11.03', 15_000, 5_000, [1, 5]]),
  ...COURIER.map(acrossTheWater).map(row('courier', 'Kurir Contoh', BY_BOAT_FIRST, PULAU_MAYA)),
]

/** Says on its face that nobody should pay into it. */
export const receivingAccount: Insertable<DB['receiving_account']> = {
  id: seedId('receiving-account:demo'),
  bank: 'Bank Contoh',
  number: '000-000-0000',
  holder: 'Rekening contoh, jangan ditransfer',
  is_demo: true,
}
