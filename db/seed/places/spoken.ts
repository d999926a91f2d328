/** Words that official names join to the next one, though everybody writes them apart. */
const JOINED = /^(Gunung|Muara|Pulau|Sungai|Tanjung|Teluk|Ujung)([a-z]{3,})/

/** How people write a place whose official name joins two words, or null: `Telukbatang` is spoken `Teluk Batang`. */
export function spokenForm(name: string): string | null {
  const spoken = name.replace(JOINED, (_, first: string, second: string) => `${first} ${capital(second)}`)
  return spoken === name ? null : spoken
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
