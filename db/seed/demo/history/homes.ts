/** Where the invented buyers live: real districts, invented streets and landmarks. */
export interface Home {
  district: string
  village: string | null
  postalCode: string | null
  /** How many buyers live there for every hundred or so. */
  weight: number
  /** Houses without a street number are found by what stands beside them. */
  isRural: boolean
}

const kayongUtara = (district: string, postalCode: string, villages: [string, number][]): Home[] =>
  villages.map(([village, weight]) => ({ district, village, postalCode, weight, isRural: true }))

const town = (district: string, weight: number): Home => ({
  district,
  village: null,
  postalCode: null,
  weight,
  isRural: false,
})

export const HOMES: Home[] = [
  ...kayongUtara('61.11.01', '78852', [
    ['Sutera', 7],
    ['Pangkalan Buton', 5],
    ['Sejahtera', 3],
    ['Harapan Mulia', 2],
    ['Simpang Tiga', 2],
    ['Benawai Agung', 1],
  ]),
  ...kayongUtara('61.11.02', '78853', [
    ['Teluk Melano', 4],
    ['Nipah Kuning', 1],
    ['Penjalaan', 1],
  ]),
  ...kayongUtara('61.11.03', '78856', [
    ['Teluk Batang', 3],
    ['Mas Bangun', 1],
  ]),
  ...kayongUtara('61.11.04', '78858', [['Tanjung Satai', 2]]),
  ...kayongUtara('61.11.05', '78857', [['Seponti Jaya', 1]]),
  ...kayongUtara('61.11.06', '78855', [['Pelapis', 1]]),
  town('61.04.16', 8),
  town('61.04.18', 4),
  town('61.71.05', 7),
  town('61.71.01', 6),
  town('61.71.06', 3),
  town('61.12.01', 4),
  town('61.72.01', 3),
  town('61.01.01', 2),
  town('61.05.01', 2),
  town('61.02.01', 1),
  town('31.74.01', 4),
  town('31.74.07', 3),
  town('31.71.06', 2),
  town('32.73.02', 3),
  town('32.71.03', 2),
  town('32.75.04', 2),
  town('36.74.01', 3),
  town('33.74.11', 2),
  town('34.71.13', 3),
  town('34.04.07', 2),
  town('35.78.08', 2),
  town('35.73.05', 1),
  town('51.71.01', 2),
  town('64.71.06', 2),
  town('63.71.05', 1),
  town('62.71.03', 1),
  town('12.71.17', 1),
  town('21.71.10', 1),
  town('73.71.09', 1),
]

/** Papua has no tariff in the demo data, so this buyer waits for the group to confirm the shipping. */
export const JAYAPURA = town('91.71.02', 1)
