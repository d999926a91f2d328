import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DB_FOLDER } from '#db/folder.ts'
import { KAYONG_UTARA } from './kayong-utara.ts'
import { spokenForm } from './spoken.ts'

export interface Place {
  code: string
  parentCode: string
  name: string
  spoken: string | null
}
export interface Village extends Place {
  postalCode: string
}
export interface Places {
  provinces: Place[]
  regencies: Place[]
  districts: Place[]
  villages: Village[]
}

/** Every province, regency and kecamatan of Indonesia, and the villages of Kayong Utara. */
export function readPlaces(): Places {
  const levels: [Place[], Place[], Place[]] = [[], [], []]
  const path: string[] = []
  for (const line of readFileSync(join(DB_FOLDER, 'seed/places/indonesia.txt'), 'utf8').split('\n')) {
    const [, indent = '', part, name] = /^( *)(\d+) (.+)$/.exec(line) ?? []
    if (!part || !name) continue
    path.length = indent.length
    const parentCode = path.join('.')
    path.push(part)
    levels[indent.length as 0 | 1 | 2].push({
      code: path.join('.'),
      parentCode,
      name,
      spoken: spokenForm(name),
    })
  }
  const [provinces, regencies, districts] = levels
  return { provinces, regencies, districts, villages: villagesOfKayongUtara() }
}

const villagesOfKayongUtara = (): Village[] =>
  KAYONG_UTARA.flatMap(({ code, postalCode, villages }) =>
    villages.map(({ code: suffix, name }) => ({
      code: `${code}.${suffix}`,
      parentCode: code,
      name,
      spoken: spokenForm(name),
      postalCode,
    })),
  )
