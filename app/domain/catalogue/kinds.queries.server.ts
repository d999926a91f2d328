import { sql } from 'kysely'
import type { Ctx } from '#app/platform/context.server.ts'
import { forEnglish, words } from '#app/platform/words.server.ts'
import { photoJson } from './cards.queries.server.ts'
import type { Photo } from './photo.ts'
import type { MotifFacts } from './product.ts'

export interface KindWithCount {
  slug: string
  name: string
  blurb: string
  /** Published pieces of this kind. */
  count: number
  /** The newest piece's picture. */
  photo: Photo | null
}

export interface Motif extends MotifFacts {
  count: number
  photo: Photo | null
}

/** Every kind with how many pieces there are and a picture of the newest; kinds without any are listed too. */
export function countByKind(ctx: Ctx): Promise<KindWithCount[]> {
  return kindQuery(ctx).orderBy('k.position').execute()
}

/** A kind by its address, or null. */
export async function findKind(ctx: Ctx, slug: string): Promise<KindWithCount | null> {
  const kind = await kindQuery(ctx).where('k.slug', '=', slug).executeTakeFirst()
  return kind ?? null
}

/** Every motif: Kayong Utara's own first, then by how many pieces carry it. */
export function listMotifs(ctx: Ctx): Promise<Motif[]> {
  return motifQuery(ctx).orderBy('mo.scope').orderBy('count', 'desc').orderBy('mo.name').execute()
}

/** A motif by its address, or null. */
export async function findMotif(ctx: Ctx, slug: string): Promise<Motif | null> {
  const motif = await motifQuery(ctx).where('mo.slug', '=', slug).executeTakeFirst()
  return motif ?? null
}

const kindQuery = (ctx: Ctx) =>
  ctx.db
    .selectFrom('kind as k')
    .select([
      'k.slug',
      words(ctx, 'k.name').as('name'),
      words(ctx, 'k.blurb').as('blurb'),
      sql<number>`(select count(*)::int from product p where p.kind = k.slug and p.state = 'published')`.as(
        'count',
      ),
      newestPhoto(ctx, 'p.kind', 'k.slug').as('photo'),
    ])

const motifQuery = (ctx: Ctx) =>
  ctx.db
    .selectFrom('motif as mo')
    .select((eb) => [
      'mo.slug',
      'mo.name',
      forEnglish(ctx, 'mo.gloss_en').as('gloss'),
      words<string | null>(ctx, 'mo.meaning').as('meaning'),
      'mo.told_by as toldBy',
      'mo.place',
      eb.ref('mo.scope').$castTo<MotifFacts['scope']>().as('scope'),
      'mo.source_url as sourceUrl',
      sql<number>`(select count(*)::int from product p where p.motif = mo.slug and p.state = 'published')`.as(
        'count',
      ),
      newestPhoto(ctx, 'p.motif', 'mo.slug').as('photo'),
    ])

const newestPhoto = (ctx: Ctx, column: string, value: string) => sql<Photo | null>`(
  select ${photoJson(ctx)} from product p
    join product_photo ph on ph.product_id = p.id and ph.position = 0 join image i on i.key = ph.image_key
  where p.state = 'published' and ${sql.ref(column)} = ${sql.ref(value)}
  order by p.published_at desc limit 1)`
