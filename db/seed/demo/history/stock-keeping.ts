import { setOnHand } from '#app/domain/stock/set-on-hand.server.ts'
import { type Day, day, localDayOf } from '#app/lib/day.ts'
import { variantId } from '../catalogue.ts'
import { groupId } from '../groups.ts'
import { demoProducts } from '../products.ts'
import { done, type Scene } from './scene.ts'
import type { ShelfItem } from './shelf.ts'

/** How many pieces of a choice lie there on the last day, and how many a group likes to keep until then. */
interface Goal {
  atEnd: number
  meanwhile: number
  groupId: string
}

/** The only piece of its kind is on show, not sold and woven again. */
const isOneOfAKind = ({ variants }: (typeof demoProducts)[number]) =>
  variants.length === 1 && variants[0]?.mode === 'ready' && variants[0].stock === 1

const GOALS = new Map<string, Goal>(
  demoProducts
    .filter((product) => product.group !== 'peramas-indah' && !isOneOfAKind(product))
    .flatMap((product) =>
      product.variants.flatMap((variant, position): [string, Goal][] =>
        variant.mode === 'made-to-order'
          ? []
          : [
              [
                variantId(product.slug, position),
                {
                  atEnd: variant.stock,
                  meanwhile: Math.max(2, variant.stock),
                  groupId: groupId(product.group),
                },
              ],
            ],
      ),
    ),
)

/** From this day of the story on, what is to be sold out at the end is not woven any more. */
const LAST_OF_IT = day('2026-10-01')

/** Whether the demo's buyers may choose it: not the only piece, and not what has just run out. */
export function isOnSale({ variantId: id, mode }: ShelfItem, season: Day): boolean {
  const goal = GOALS.get(id)
  if (mode === 'made-to-order') return true
  return goal !== undefined && (goal.atEnd > 0 || season < LAST_OF_IT)
}

/** The groups count their shelves and put out what they have woven since. */
export async function restock(scene: Scene): Promise<void> {
  const isOver = scene.calendar.storyDayOf(localDayOf(scene.ctx.now)) >= LAST_OF_IT
  for (const { id, goal, onHand } of await countAll(scene)) {
    const wanted = goal.atEnd === 0 && isOver ? 0 : goal.meanwhile
    if (onHand < wanted) await setCount(scene, { id, goal, onHand }, wanted)
  }
}

/** A big order was talked over on the telephone: the pieces are there when it is placed. */
export async function stockUp(scene: Scene, slug: string, quantity: number): Promise<void> {
  const shelf = (await countAll(scene)).find(({ id }) => id === variantId(slug, 0))
  if (!shelf) throw new Error(`Nobody keeps count of ${slug}`)
  await setCount(scene, shelf, shelf.onHand + quantity)
}

/** The last count of all: what the catalogue of the demo says is there. */
export async function settleCounts(scene: Scene): Promise<void> {
  for (const shelf of await countAll(scene)) {
    const wanted = Math.max(shelf.goal.atEnd, shelf.reserved)
    if (shelf.onHand !== wanted) await setCount(scene, shelf, wanted)
  }
}

interface Shelf {
  id: string
  goal: Goal
  onHand: number
}

async function countAll({ ctx }: Scene): Promise<(Shelf & { reserved: number })[]> {
  const rows = await ctx.db
    .selectFrom('stock')
    .orderBy('variant_id')
    .select(['variant_id as id', 'on_hand as onHand', 'reserved'])
    .execute()
  return rows.flatMap((row) => {
    const goal = GOALS.get(row.id)
    return goal ? [{ ...row, goal }] : []
  })
}

async function setCount(
  scene: Scene,
  { id, goal, onHand: seenOnHand }: Shelf,
  onHand: number,
): Promise<void> {
  done(await setOnHand(scene.asGroup(goal.groupId), { variantId: id, onHand, seenOnHand }))
}
