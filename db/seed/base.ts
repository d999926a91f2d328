import { type Db, inTransaction } from '#app/platform/db.server.ts'
import { group, groupTraining, library, trainings } from './base/programme.ts'
import { supporters } from './base/supporters.ts'
import { writePlaces } from './places/write-places.ts'
import { insertMissing } from './rows.ts'
import { dyes, kinds, materials, motifs, techniques } from './vocabulary.ts'
import { kindRow, motifRow, termRow } from './words.ts'

/**
 * What every deployment begins with: the places, the words of the craft, and the sourced facts of the programme.
 * May run again at any time: places follow their files, everything else is only added where it is missing,
 * because the library's own corrections are better than ours. Adds no tariff and no bank account: nobody knows them but staff.
 */
export async function seedBase(db: Db): Promise<void> {
  await inTransaction(db, async (trx) => {
    await writePlaces(trx)
    await insertMissing(trx, 'kind', kinds.map(kindRow))
    await insertMissing(trx, 'motif', motifs.map(motifRow))
    await insertMissing(trx, 'technique', techniques.map(termRow))
    await insertMissing(trx, 'material', materials.map(termRow))
    await insertMissing(trx, 'dye', dyes.map(termRow))
    await insertMissing(trx, 'library', [library])
    await insertMissing(trx, 'craft_group', [group])
    await insertMissing(trx, 'group_supporter', supporters)
    await insertMissing(trx, 'training', trainings)
    await insertMissing(trx, 'group_training', [groupTraining])
  })
}
