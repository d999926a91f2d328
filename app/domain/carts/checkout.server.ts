import { sql } from 'kysely'
import { hashOfToken } from '#app/domain/accounts/hashes.server.ts'
import { newId } from '#app/lib/ids.ts'
import { hasNik } from '#app/lib/nik.ts'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { moment } from '#app/platform/db.server.ts'
import { normalisePhone } from '#app/platform/phone.server.ts'
import {
  type Address,
  type Deliveries,
  type PaymentMethod,
  type Typing,
  tidyAddress,
} from './checkout-form.ts'

export type AddressRefusal = { code: 'phone-invalid' } | { code: 'unknown-district' }

/**
 * Where the visitor lives, for shipping estimates, remembered in the basket where there is one. A search for a place that
 * stands unanswered in the address form is over: what was named last counts. Refuses a kecamatan that there is not.
 */
export async function setDestination(
  ctx: Ctx,
  { token, districtCode }: { token: string; districtCode: string },
): Promise<Result<undefined, { code: 'unknown-district' }>> {
  if (!(await isDistrict(ctx, districtCode))) return refuse({ code: 'unknown-district' })
  await ctx.db
    .updateTable('cart')
    .set({
      destination_district: districtCode,
      checkout: sql<string>`case when checkout #> '{typing,searched}' is null then checkout
        else jsonb_set(checkout, '{typing,searched}', '""') end`,
      updated_at: moment(),
    })
    .where('token_hash', '=', hashOfToken(token))
    .execute()
  return ok(undefined)
}

/** Keeps the address step: the phone in the one form numbers are kept in, the kecamatan also for estimates. */
export async function saveAddress(
  ctx: Ctx,
  token: string,
  address: Address,
): Promise<Result<Address, AddressRefusal>> {
  const phone = normalisePhone(address.phone, address.country)
  if (!phone) return refuse({ code: 'phone-invalid' })
  const kept = { ...tidyAddress(address), phone }
  const { districtCode } = kept
  if (districtCode && !(await isDistrict(ctx, districtCode))) return refuse({ code: 'unknown-district' })
  await ctx.db
    .updateTable('cart')
    .set({
      checkout: sql<string>`${merged({ address: kept, typing: null })} || ${waysLeft(kept)}`,
      updated_at: moment(),
      ...(districtCode && { destination_district: districtCode }),
    })
    .where('token_hash', '=', hashOfToken(token))
    .execute()
  return ok(kept)
}

/**
 * Keeps what is being typed into the address step, until it is told, so that the page can be opened again by its address.
 * Nothing is kept of a form in which something looks like a NIK (UU 27/2022). @returns whether it was kept
 */
export async function keepTyping(
  ctx: Ctx,
  token: string,
  { values, searched }: Omit<Typing, 'stamp'>,
): Promise<boolean> {
  if ([...Object.values(values), searched].some(hasNik)) return false
  await saveCheckout(ctx, token, { typing: { values, searched, stamp: newId() } })
  return true
}

/** Keeps the delivery or the payment step as it was answered. */
export async function saveCheckout(
  ctx: Ctx,
  token: string,
  step: { deliveries: Deliveries } | { paymentMethod: PaymentMethod } | { typing: Typing },
): Promise<void> {
  await ctx.db
    .updateTable('cart')
    .set({ checkout: merged(step), updated_at: moment() })
    .where('token_hash', '=', hashOfToken(token))
    .execute()
}

/**
 * The intent of the order that the basket will become, made when the last page is opened. A reload, a second tab and a
 * second try send the same one, as long as the page says the same (`review`); other content gets another.
 * @see docs/decisions/0097-what-was-looked-over-is-what-is-ordered.md
 */
export async function openIntent({ db }: Ctx, token: string, review: string): Promise<string> {
  const intent = JSON.stringify({ intentId: newId(), review })
  const { intentId } = await db
    .updateTable('cart')
    .set({
      checkout: sql<string>`case when checkout ->> 'review' = ${review} then checkout else checkout || ${intent}::jsonb end`,
      updated_at: moment(),
    })
    .where('token_hash', '=', hashOfToken(token))
    .returning(sql<string>`checkout ->> 'intentId'`.as('intentId'))
    .executeTakeFirstOrThrow()
  return intentId
}

/** Holds a basket until the transaction ends, so that two tabs cannot order it at once. */
export async function lockCart({ db }: Ctx, token: string): Promise<void> {
  await db.selectFrom('cart').where('token_hash', '=', hashOfToken(token)).forUpdate().select('id').execute()
}

/** Who collected everything and now has it sent chooses the ways anew; else those chosen stay. */
const waysLeft = ({ collects }: Address) =>
  sql`case when (checkout #>> '{address,collects}')::boolean and not ${collects}::boolean
    then '{"deliveries": {}}'::jsonb else '{}'::jsonb end`

const merged = (step: object) => sql<string>`checkout || ${JSON.stringify(step)}::jsonb`

const isDistrict = async ({ db }: Ctx, code: string): Promise<boolean> =>
  (await db.selectFrom('district').where('code', '=', code).select('code').executeTakeFirst()) !== undefined
