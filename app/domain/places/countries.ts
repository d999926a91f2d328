import { countryName } from '#app/lib/format.ts'
import type { Locale } from '#app/lib/locale.ts'

/** ISO 3166-1 alpha-2 without Indonesia itself. */
const CODES =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  )

/** Where most parcels abroad would go from here, so that nobody scrolls to M for Malaysia. */
const NEAR = ['MY', 'SG', 'BN', 'AU']

export const isCountry = (code: string): boolean => code === 'ID' || CODES.includes(code)

/** Every country but Indonesia, by name, the neighbours apart. */
export function countryChoices(locale: Locale): { near: Country[]; all: Country[] } {
  const choice = (value: string): Country => ({ value, label: countryName(value, locale) })
  const all = CODES.map(choice).sort((a, b) => a.label.localeCompare(b.label, locale))
  return { near: NEAR.map(choice), all: all.filter(({ value }) => !NEAR.includes(value)) }
}

/** Whether somebody wrote a country, in either language, where a place in Indonesia was asked for. */
export function isCountryName(text: string): boolean {
  const typed = plain(text)
  return CODES.some((code) =>
    (['id', 'en'] as const).some((locale) => plain(countryName(code, locale)) === typed),
  )
}
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase()

interface Country {
  value: string
  label: string
}
