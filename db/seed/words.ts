import type { Insertable } from 'kysely'
import type { DB } from '#db/schema.ts'
import { type Kind, kinds, type MotifEntry, type Term } from './vocabulary.ts'

// From the words as they are written down to rows of their tables.

export const kindRow = (kind: Kind): Insertable<DB['kind']> => ({
  slug: kind.slug,
  name_id: kind.nameId,
  name_en: kind.nameEn,
  blurb_id: kind.blurbId,
  blurb_en: kind.blurbEn,
  also_called: kind.alsoCalled,
  unit: kind.unit ?? 'piece',
  position: kinds.indexOf(kind) + 1,
})

export const motifRow = (motif: MotifEntry): Insertable<DB['motif']> => ({
  slug: motif.slug,
  name: motif.name,
  gloss_en: motif.glossEn,
  meaning_id: motif.meaningId,
  meaning_en: motif.meaningEn,
  told_by: motif.toldBy,
  place: motif.place,
  scope: motif.scope,
  source_url: motif.sourceUrl,
})

export const termRow = ({ slug, nameId, nameEn }: Term) => ({ slug, name_id: nameId, name_en: nameEn })
