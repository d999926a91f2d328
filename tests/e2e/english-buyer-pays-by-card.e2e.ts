import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import {
  aBuyer,
  chooseWay,
  fillAddress,
  goToAddress,
  goToDelivery,
  goToPayment,
  orderCode,
  placeOrder,
  putInBasket,
} from './support/buyer.ts'
import { expectPaid, pressOnCardPage } from './support/card.ts'

test('an English buyer pays by card, after a card that was declined', async ({ page }) => {
  // many pages are looked at for barriers along the way
  test.slow()
  await page.goto('/en')
  await page.getByRole('searchbox').fill('field hatt')
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('link', { name: 'Plain field hat' }).click()
  await expect(page.getByRole('list', { name: 'Trace' }).getByRole('listitem')).toHaveCount(5)
  await putInBasket(page, 'en')
  await expectAccessible(page)
  await goToAddress(page, 'en')
  await fillAddress(page, aBuyer('Hale'), 'en')
  await expectAccessible(page)
  await goToDelivery(page, 'en')
  await chooseWay(page, 'Bakau Indah', 'Collect at the library', 'en')
  await expectAccessible(page)
  await goToPayment(page, 'en')
  await expectAccessible(page)
  await placeOrder(page, 'Credit or debit card', 'en')

  const status = page.getByRole('region', { name: 'Status' })
  await pressOnCardPage(page, 'Decline')
  await expect(page.getByRole('alert')).toContainText('declined')
  await pressOnCardPage(page, 'Close')
  const code = await orderCode(page)
  await expect(page).toHaveURL(`/en/pesanan/${code}`)
  await expect(status).toContainText('Waiting for your card payment')
  await expectAccessible(page)

  // where the provider sends those who have paid: opening it proves nothing
  await page.goto(`/en/pesanan/${code}/kartu`)
  await expect(page).toHaveURL(`/en/pesanan/${code}`)
  await expect(page.getByText('We have not received the card payment.')).toBeVisible()
  await expect(status).toContainText('Waiting for your card payment')

  await page.getByRole('button', { name: 'Pay by card' }).click()
  await pressOnCardPage(page, 'Pay')
  await expect(page).toHaveURL(`/en/pesanan/${code}`)
  await expectPaid(page, 'Your order is on the group’s list')
  await expect(page.getByText(/· Paid /)).toBeVisible()
  await expectAccessible(page)
})
