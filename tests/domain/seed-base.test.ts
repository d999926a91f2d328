import { describe, expect } from 'vitest'
import type { Ctx } from '#app/platform/context.server.ts'
import { seedBase } from '#db/seed/base.ts'
import { readPlaces } from '#db/seed/places/places.ts'
import { test } from '#tests/support/test.ts'

/** Every table the base seed fills, whole. */
async function everything({ db }: Ctx) {
  return {
    provinces: await db.selectFrom('province').selectAll().orderBy('code').execute(),
    regencies: await db.selectFrom('regency').selectAll().orderBy('code').execute(),
    districts: await db.selectFrom('district').selectAll().orderBy('code').execute(),
    villages: await db.selectFrom('village').selectAll().orderBy('code').execute(),
    kinds: await db.selectFrom('kind').selectAll().orderBy('slug').execute(),
    motifs: await db.selectFrom('motif').selectAll().orderBy('slug').execute(),
    techniques: await db.selectFrom('technique').selectAll().orderBy('slug').execute(),
    materials: await db.selectFrom('material').selectAll().orderBy('slug').execute(),
    dyes: await db.selectFrom('dye').selectAll().orderBy('slug').execute(),
    libraries: await db.selectFrom('library').selectAll().orderBy('slug').execute(),
    groups: await db.selectFrom('craft_group').selectAll().orderBy('slug').execute(),
    supporters: await db.selectFrom('group_supporter').selectAll().orderBy('id').execute(),
    trainings: await db.selectFrom('training').selectAll().orderBy('slug').execute(),
    attended: await db.selectFrom('group_training').selectAll().execute(),
  }
}

describe('base seed', () => {
  test('running it a second time changes nothing', async ({ ctx }) => {
    await seedBase(ctx.db)
    const first = await everything(ctx)
    await seedBase(ctx.db)
    expect(await everything(ctx)).toEqual(first)
  })

  test('all provinces, regencies and districts, and the 43 villages of Kayong Utara', async ({ ctx }) => {
    await seedBase(ctx.db)
    const { provinces, regencies, districts, villages } = await everything(ctx)
    expect([provinces.length, regencies.length, districts.length, villages.length]).toEqual([
      38, 514, 7285, 43,
    ])
    const codesOfKayongUtara = districts.filter((d) => d.regency_code === '61.11').map((d) => d.name)
    expect(codesOfKayongUtara).toEqual([
      'Sukadana',
      'Simpang Hilir',
      'Teluk Batang',
      'Pulau Maya',
      'Seponti',
      'Kepulauan Karimata',
    ])
    expect(villages.find((village) => village.name === 'Telukbatang Selatan')).toMatchObject({
      spoken: 'Teluk Batang Selatan',
      postal_code: '78856',
    })
  })

  test('a district is found by its regency, its province, what people call them, and its villages', async ({
    ctx,
  }) => {
    await seedBase(ctx.db)
    const { words } = await ctx.db
      .selectFrom('district')
      .where('code', '=', '61.11.03')
      .select('words')
      .executeTakeFirstOrThrow()
    expect(words).toBe(
      'teluk batang kabupaten kayong utara kalimantan barat kalbar ' +
        'mas bangun alur bandung teluk batang sungai paduan banyu abang ' +
        'teluk batang selatan teluk batang utara',
    )
  })

  test('codes are unique and every place lies in the one above it', () => {
    const { provinces, regencies, districts, villages } = readPlaces()
    const all = [...provinces, ...regencies, ...districts, ...villages]
    const codes = new Set(all.map((place) => place.code))
    expect(codes.size).toBe(all.length)
    expect(all.filter((place) => place.parentCode && !codes.has(place.parentCode))).toEqual([])
  })

  test('what staff have corrected stays corrected', async ({ ctx }) => {
    await seedBase(ctx.db)
    await ctx.db.updateTable('library').set({ phone: '0534-000000' }).execute()
    await ctx.db
      .updateTable('motif')
      .where('slug', '=', 'pagar')
      .set({ meaning_id: 'Kata Mak Long' })
      .execute()
    await seedBase(ctx.db)
    const { libraries, motifs } = await everything(ctx)
    expect(libraries[0]?.phone).toBe('0534-000000')
    expect(motifs.find((motif) => motif.slug === 'pagar')?.meaning_id).toBe('Kata Mak Long')
  })

  test('nothing is invented: no demo row, no member, no telephone, no tariff, no account', async ({
    ctx,
  }) => {
    await seedBase(ctx.db)
    const { libraries, groups, trainings, supporters } = await everything(ctx)
    expect(libraries.map(({ phone, hours_id, is_demo }) => ({ phone, hours_id, is_demo }))).toEqual([
      { phone: null, hours_id: null, is_demo: false },
    ])
    expect(
      groups.map(({ slug, founded_year, shows_samples_only }) => ({
        slug,
        founded_year,
        shows_samples_only,
      })),
    ).toEqual([{ slug: 'peramas-indah', founded_year: null, shows_samples_only: true }])
    expect(
      trainings.map((training) => [
        training.slug,
        training.starts_on,
        training.district_code,
        training.reported_participant_count,
      ]),
    ).toEqual([
      ['anyaman-pandan-2020', '2020-08-18', '61.11.01', null],
      ['lekar-lidi-kelapa-2021', '2021-08-31', null, 15],
    ])
    expect(supporters.every((supporter) => supporter.source_url)).toBe(true)
    for (const table of [
      'app_user',
      'member',
      'participant',
      'training_facilitator',
      'shipping_tariff',
      'receiving_account',
      'product',
    ] as const) {
      const { count } = await ctx.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      expect({ table, count }).toEqual({ table, count: 0 })
    }
  })
})
