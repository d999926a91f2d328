import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { aGroup } from './builders.ts'
import { richVocabulary } from './catalogue.ts'

/** Thousands of published pieces in a dozen groups, one in a hundred a lantern. Needs a database of its own. */
export async function manyProducts(ctx: Ctx, count: number): Promise<void> {
  await richVocabulary(ctx)
  for (let group = 0; group < 12; group++) await aGroup(ctx, { name: `Kelompok ${group}` })
  await ctx.db.connection().execute(async (db) => {
    // the search triggers fire row by row; for so many the documents are written in one go afterwards
    await sql`set session_replication_role = replica`.execute(db)
    await insertProducts(count).execute(db)
    await insertVariants().execute(db)
    await sql`set session_replication_role = origin`.execute(db)
    await sql`select refresh_product_search(id) from product`.execute(db)
    await sql`vacuum analyze`.execute(db)
  })
}

const insertProducts = (count: number) => sql`
  with numbered_group as (select id, row_number() over (order by id) - 1 as n from craft_group)
  insert into product (id, code, slug, group_id, kind, technique, motif, dye, title_id, title_en, story_id, story_en,
    length_cm, width_cm, care_id, care_en, state, published_at)
  select gen_random_uuid(), 'AK-' || translate(upper(lpad(to_hex(i), 4, '0')), '01', 'XY'), 'barang-' || i, g.id,
    (array['tas', 'tikar', 'bakul', 'topi'])[i % 4 + 1], 'kelarai', (array['polos', 'pagar', 'pucuk-rebung'])[i % 3 + 1], 'alami',
    case when i % 100 = 0 then 'Lampion ' else '' end || (array['Tas jinjing', 'Tikar tidur', 'Bakul nasi', 'Topi lebar'])[i % 4 + 1] || ' ' || md5(i::text), 'Woven piece ' || md5(i::text),
    'Dianyam di teras.', 'Woven on the porch.', 30, 20, 'Lap.', 'Wipe.', 'published',
    now() - make_interval(mins => i)
  from generate_series(1, ${sql.lit(count)}::int) i join numbered_group g on g.n = i % 12`

const insertVariants = () => sql`
  with piece as (select id, row_number() over (order by slug) as n from product),
  variant_row as (
    insert into variant (id, product_id, label_id, label_en, weight_grams, packed_length_cm, packed_width_cm, packed_height_cm,
      price_rupiah, mode, lead_days_min, lead_days_max)
    select gen_random_uuid(), id, '', '', 400, 30, 20, 10, 20000 + n % 50 * 5000, case when n % 3 = 0 then 'made-to-order' else 'ready' end,
      case when n % 3 = 0 then 7 end, case when n % 3 = 0 then 10 end from piece
    returning id, mode
  ), material_row as (
    insert into product_material (product_id, material, position) select id, 'pandan-laut', 0 from piece
  )
  insert into stock (variant_id, on_hand, open_cap)
  select id, case mode when 'ready' then 4 else 0 end, case mode when 'ready' then 0 else 3 end from variant_row`
