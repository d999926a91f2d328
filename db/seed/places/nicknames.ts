/** What people type for a province besides its full name. */
export const PROVINCE_NICKNAMES: Record<string, string> = {
  '12': 'Sumut',
  '13': 'Sumbar',
  '16': 'Sumsel',
  '19': 'Babel',
  '21': 'Kepri',
  '31': 'DKI Jakarta',
  '32': 'Jabar',
  '33': 'Jateng',
  '34': 'DIY Jogja',
  '35': 'Jatim',
  '52': 'NTB',
  '53': 'NTT',
  '61': 'Kalbar',
  '62': 'Kalteng',
  '63': 'Kalsel',
  '64': 'Kaltim',
  '65': 'Kaltara',
  '71': 'Sulut',
  '72': 'Sulteng',
  '73': 'Sulsel',
  '74': 'Sultra',
  '76': 'Sulbar',
  '82': 'Malut',
}

/** As many write the name of a city. Makasar, of all spellings, is a kecamatan of Jakarta too. */
export const CITY_SPELLINGS: Record<string, string> = {
  '73.71': 'Makasar',
}

/** A kecamatan that was divided, by the codes of its parts: people still say, and have on paper, the name of the whole. */
export const FORMER_DISTRICTS: Record<string, string> = {
  '61.11.04': 'Pulau Maya Karimata',
  '61.11.06': 'Pulau Maya Karimata',
}
