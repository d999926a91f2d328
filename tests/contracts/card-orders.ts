import { newId } from '#app/lib/ids.ts'
import { rupiah } from '#app/lib/money.ts'
import type { CardOrder } from '#app/ports/payments/card-payments.ts'

export function anOrder(changes: Partial<CardOrder> = {}): CardOrder {
  return {
    id: newId(),
    code: 'AN-7F3K',
    attempt: 1,
    locale: 'id',
    email: 'pembeli@example.com',
    lines: [{ title: 'Tas pandan pucuk rebung', unitPrice: rupiah(150_000), quantity: 2 }],
    shipping: { title: 'Ongkos kirim', amount: rupiah(24_000) },
    total: rupiah(324_000),
    expiresAt: new Date(Date.now() + 60 * 60_000),
    successUrl: 'https://anyam.example/pesanan/AN-7F3K?sesi={CHECKOUT_SESSION_ID}',
    cancelUrl: 'https://anyam.example/pesanan/AN-7F3K',
    ...changes,
  }
}

export const forOne = (amount: number) =>
  anOrder({
    lines: [{ title: 'Lekar', unitPrice: rupiah(amount), quantity: 1 }],
    shipping: { title: 'Diambil sendiri', amount: rupiah(0) },
    total: rupiah(amount),
  })
