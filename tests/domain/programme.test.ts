import { expect } from 'vitest'
import { listSupporters } from '#app/domain/groups/all-supporters.queries.server.ts'
import { findGroup, listGroups } from '#app/domain/groups/groups.queries.server.ts'
import { findLibrary } from '#app/domain/trainings/libraries.queries.server.ts'
import { findTraining, listTrainings } from '#app/domain/trainings/trainings.queries.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup, aTraining } from '#tests/support/builders.ts'
import { aMember, aPiece, aTrainingOf, linkTraining, richVocabulary } from '#tests/support/catalogue.ts'
import { test } from '#tests/support/test.ts'

const slugOf = async (ctx: Ctx, table: 'training' | 'craft_group', id: string) =>
  (await ctx.db.selectFrom(table).select('slug').where('id', '=', id).executeTakeFirstOrThrow()).slug

async function aProgramme(ctx: Ctx) {
  await richVocabulary(ctx)
  const groupId = await aGroup(ctx, { name: 'Seroja' })
  const trainingId = await aTrainingOf(ctx, groupId, { learners: 7, endsOn: '2025-03-15' })
  const piece = await aPiece(ctx, { groupId })
  await linkTraining(ctx, piece, trainingId)
  return {
    groupId,
    trainingId,
    groupSlug: await slugOf(ctx, 'craft_group', groupId),
    trainingSlug: await slugOf(ctx, 'training', trainingId),
  }
}

test('a group page names the members who agreed and counts the others', async ({ ctx }) => {
  const { groupId, groupSlug } = await aProgramme(ctx)
  for (const name of ['Aminah', 'Baiti', 'Cik Ros', 'Dayang']) await aMember(ctx, groupId, { name })
  await aMember(ctx, groupId, { name: 'Halimah', isNamed: true })
  const left = await aMember(ctx, groupId, { name: 'Salmah', isNamed: true })
  await ctx.db.updateTable('member').set({ left_on: '2025-01-01' }).where('id', '=', left).execute()
  const group = await findGroup(ctx, groupSlug)
  expect(group).toMatchObject({
    name: 'Seroja',
    villageName: 'Pangkalan Buton',
    memberCount: 5,
    productCount: 1,
    trainingCount: 1,
    namedMembers: [{ name: 'Bu Halimah' }],
    trainings: [{ title: 'Menganyam', evidence: 'documented', library: { name: 'Perpustakaan Desa' } }],
    supporters: [],
  })
  expect(JSON.stringify(group)).not.toMatch(/Aminah|Salmah|"members"/)
})

test('groups with pieces come first, closed ones only by their own address', async ({ ctx }) => {
  const { groupId, groupSlug } = await aProgramme(ctx)
  await aGroup(ctx, { name: 'Anggrek' })
  expect((await listGroups(ctx)).map(({ name, memberCount }) => [name, memberCount])).toEqual([
    ['Seroja', null],
    ['Anggrek', null],
  ])
  await ctx.db.updateTable('craft_group').set({ state: 'closed' }).where('id', '=', groupId).execute()
  expect((await listGroups(ctx)).map(({ name }) => name)).toEqual(['Anggrek'])
  expect(await findGroup(ctx, groupSlug)).toMatchObject({ state: 'closed' })
  expect(await findGroup(ctx, 'tidak-ada')).toBeNull()
})

test('a training page has its sessions, the groups that came and what is linked to it', async ({ ctx }) => {
  const { trainingSlug } = await aProgramme(ctx)
  const training = await findTraining({ ...ctx, locale: 'en' }, trainingSlug)
  expect(training).toMatchObject({
    title: 'Weaving',
    people: { from: 'lists', people: 7 },
    sessions: [{ heldOn: '2025-03-15', minutes: 240, topic: 'Patterns', people: 7 }],
    groups: [{ name: 'Seroja', evidence: 'documented' }],
    groupCount: 1,
    productCount: 1,
  })
  expect(training).not.toHaveProperty('countedPeople')
})

test('a training whose venue nobody recorded claims no district', async ({ ctx }) => {
  const { trainingSlug } = await aProgramme(ctx)
  await ctx.db.updateTable('training').set({ district_code: null }).where('slug', '=', trainingSlug).execute()
  expect(await findTraining(ctx, trainingSlug)).toMatchObject({ districtName: null })
  expect((await listTrainings(ctx)).map(({ slug }) => slug)).toContain(trainingSlug)
})

test('guests, people listed as absent and people counted twice are not learners', async ({ ctx }) => {
  const { trainingId, trainingSlug } = await aProgramme(ctx)
  const session = await ctx.db
    .selectFrom('training_session')
    .selectAll()
    .where('training_id', '=', trainingId)
    .executeTakeFirstOrThrow()
  const people = await ctx.db
    .selectFrom('attendance')
    .select('participant_id')
    .where('session_id', '=', session.id)
    .execute()
  const set = (index: number, values: { role?: string; minutes_present?: number }) =>
    ctx.db
      .updateTable('attendance')
      .set(values)
      .where('participant_id', '=', people[index]?.participant_id ?? '')
      .execute()
  await set(0, { role: 'guest' })
  await set(1, { minutes_present: 0 })
  expect((await findTraining(ctx, trainingSlug))?.people).toEqual({ from: 'lists', people: 5 })
  await set(2, { minutes_present: 0 })
  expect((await findTraining(ctx, trainingSlug))?.people).toEqual({ from: 'lists', people: '<5' })
  expect((await findTraining(ctx, trainingSlug))?.sessions[0]?.people).toBe('<5')
})

test('trainings that were called off are not listed; the latest stands first', async ({ ctx }) => {
  const { trainingSlug } = await aProgramme(ctx)
  const planned = await aTraining(ctx, { state: 'planned', startsOn: '2026-12-01' })
  const off = await aTraining(ctx, { state: 'cancelled', startsOn: '2026-12-02' })
  expect((await listTrainings(ctx)).map(({ slug }) => slug)).toEqual([
    await slugOf(ctx, 'training', planned),
    trainingSlug,
  ])
  expect(await findTraining(ctx, await slugOf(ctx, 'training', off))).toBeNull()
})

test('a library page has its trainings and the groups that came', async ({ ctx }) => {
  const { trainingSlug } = await aProgramme(ctx)
  const { slug } = await ctx.db.selectFrom('library').select('slug').executeTakeFirstOrThrow()
  expect(await findLibrary(ctx, slug)).toMatchObject({
    name: 'Perpustakaan Desa',
    trainingCount: 1,
    villageName: null,
    groups: [{ name: 'Seroja', evidence: 'documented' }],
    trainings: [{ slug: trainingSlug, people: { people: 7 } }],
  })
  expect(await findLibrary(ctx, 'tidak-ada')).toBeNull()
})

test('whoever else helped is named once, however many groups they helped', async ({ ctx }) => {
  const { groupId } = await aProgramme(ctx)
  const other = await aGroup(ctx)
  const supporter = { name: 'Yayasan Contoh', note_id: '-', note_en: '-' }
  for (const group_id of [groupId, other]) {
    await ctx.db
      .insertInto('group_supporter')
      .values({ ...supporter, id: newId(), group_id })
      .execute()
  }
  expect((await listSupporters(ctx)).map(({ name, groups }) => [name, groups.length])).toEqual([
    ['Yayasan Contoh', 2],
  ])
})
