import { expect, type Locator, type Page, test } from '@playwright/test'
import {
  aBuyer,
  beginOrder,
  FAR_AWAY,
  fillAddress,
  goToAddress,
  goToDelivery,
  goToPayment,
  putInBasket,
  searchDistrict,
} from './support/buyer.ts'
import { findOrder, openOrder } from './support/demo.ts'
import { signInAsGroup } from './support/sign-in.ts'

test('a page that refused a form can be come back to', async ({ page }) => {
  await page.goto('/pesanan/lacak')
  await page.getByRole('button', { name: 'Lacak' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Kelompok' }).click()
  await expect(page).toHaveURL(/\/kelompok$/)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lacak pesanan')
  // the form is as it was before it was sent, and was not sent again
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('Enter in the search for a kecamatan searches, and leaves the rest of the address alone', async ({
  page,
}) => {
  await beginOrder(page)
  await searchDistrict(page, 'melawi')
  await expect(page.getByRole('group', { name: 'Pilih kecamatannya' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('the row of pictures stays where it is, whichever picture is chosen', async ({ page }) => {
  for (const piece of ['tas-laptop-pucuk-rebung', 'kopiah-mata-punai']) {
    await page.goto(`/barang/${piece}`)
    const row = page.locator('.gallery label').last()
    const place = () => row.evaluate((label: HTMLElement) => label.offsetTop)
    const before = await place()
    await row.click()
    await expect(page.locator('.size-drawing')).toBeVisible()
    expect(await place()).toBe(before)
  }
})

test('a button that is pressed twice sends its form once', async ({ page }) => {
  await page.goto('/barang/alas-gelas-polos')
  await page.getByRole('button', { name: 'Masukkan keranjang' }).first().dblclick()
  await expect(page).toHaveURL(/\/keranjang$/)
  await expect(page.getByText('Barang (1)')).toBeVisible()
})

test('a cost that is asked for twice keeps nobody waiting the second time', async ({ page }) => {
  await page.clock.install()
  await page.goto('/barang/tas-pucuk-rebung')
  await page.getByText('Dikirim ke mana?').click()
  await page
    .getByLabel(/[Kk]ecamatan/)
    .first()
    .fill('Jakarta')
  const ask = page.getByRole('button', { name: 'Lihat ongkos' })
  await ask.click()
  await expect(page).toHaveURL(/Jakarta.*#kirim$/)
  await ask.click()
  await page.clock.fastForward(1_000)
  await expect(page.locator('html[data-busy]')).toHaveCount(0)
})

test('a count that is typed into the basket goes along into the other language, until the basket is another', async ({
  page,
}) => {
  await page.goto('/barang/alas-gelas-polos')
  await page.getByRole('button', { name: 'Masukkan keranjang' }).first().click()
  const count = page.locator('.stepper input:not([type=hidden])')
  await count.fill('3')
  await page.getByRole('link', { name: 'EN, English version' }).click()
  await expect(page).toHaveURL(/\/en\/keranjang/)
  await expect(count).toHaveValue('3')
  await page.getByRole('button', { name: 'One more' }).click()
  await expect(page.getByText('Pieces (4)')).toBeVisible()
  await expect(count).toHaveValue('4')
  await page.getByRole('button', { name: 'One less' }).click()
  await expect(page.getByText('Pieces (3)')).toBeVisible()
  await expect(count).toHaveValue('3')
})

/** Presses a button while the data are away, and comes back to the page when they are there again. */
async function sendAndLose(page: Page, button: string): Promise<void> {
  await page.evaluate(() => {
    document.addEventListener('submit', (event) => event.preventDefault())
  })
  await page.getByRole('button', { name: button }).click()
  // as the page that says so leaves it
  await page.evaluate(() => {
    const sent = JSON.parse(sessionStorage.getItem('sent') ?? '')
    sessionStorage.setItem('sent', JSON.stringify({ ...sent, isLost: true }))
  })
  await page.goto(page.url())
}

test('what could not be taken stands again in its own form, not in the one above it', async ({ page }) => {
  await page.goto('/masuk')
  const email = page.getByRole('textbox', { name: 'Email' })
  await email.fill('petugas@contoh.id')
  await sendAndLose(page, 'Masuk')
  await expect(email).toHaveValue('petugas@contoh.id')
  await expect(page.getByRole('textbox', { name: 'Nomor HP kelompok' })).toHaveValue('')
})

test('a question that could not be taken stands again, though its form has got another number', async ({
  page,
}) => {
  await signInAsGroup(page, '0812 0000 0005')
  await page.goto('/kelompok-saya/bantuan')
  const question = page.getByRole('textbox')
  await question.fill('Kapan uangnya dibayar?')
  await sendAndLose(page, 'Kirim pertanyaan')
  await expect(question).toHaveValue('Kapan uangnya dibayar?')
})

test('what was chosen and could not be taken is chosen again once the data are back', async ({ page }) => {
  await page.goto('/barang/alas-gelas-polos')
  await putInBasket(page)
  await goToAddress(page)
  await fillAddress(page, aBuyer('Pilihan'))
  await goToDelivery(page)
  const choice = page.getByRole('radio').nth(1)
  await choice.check({ force: true })
  await sendAndLose(page, 'Lanjut ke pembayaran')
  await expect(choice).toBeChecked()
  await page.goto(page.url())
  await expect(choice).not.toBeChecked()
})

test('the size and the count that were chosen go along into the other language', async ({ page }) => {
  await page.goto('/barang/dompet-kisi')
  await page.locator('#pilihan').selectOption({ index: 1 })
  const chosen = await page.locator('#pilihan').inputValue()
  await page.locator('#jumlah').selectOption('2')
  await page.getByRole('link', { name: 'EN, English version' }).click()
  await expect(page).toHaveURL(/\/en\/barang\/dompet-kisi/)
  await expect(page.locator('#pilihan')).toHaveValue(chosen)
  await expect(page.locator('#jumlah')).toHaveValue('2')
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('that a size is missing is not said any more once it is chosen', async ({ page }) => {
  await page.goto('/barang/dompet-kisi')
  await page.getByRole('button', { name: 'Masukkan keranjang' }).first().click()
  await expect(page.locator('#pilihan-error')).toBeVisible()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.locator('#pilihan').selectOption({ index: 1 })
  await expect(page.locator('#pilihan-error')).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.locator('#pilihan')).not.toHaveAttribute('aria-invalid')
})

test('a size chosen before the script came counts as much', async ({ page }) => {
  let letScriptsCome = () => {}
  const held = new Promise<void>((resolve) => {
    letScriptsCome = resolve
  })
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/barang/tas-laptop-pucuk-rebung', { waitUntil: 'commit' })
  await page.getByRole('button', { name: 'Masukkan keranjang' }).first().click()
  await expect(page.locator('#pilihan-error')).toBeVisible()
  await page.locator('#pilihan').selectOption({ index: 2 })
  letScriptsCome()
  await expect(page.locator('#pilihan-error')).toHaveCount(0)
  await expect(page.locator('.offer > .price')).toHaveText('Rp250.000')
})

test('the price beside the button, and where it goes, are those of the size that is chosen', async ({
  page,
}) => {
  await page.goto('/barang/tas-laptop-pucuk-rebung')
  const [heading, bar] = [page.locator('.offer > .price'), page.locator('.buy-bar .price')]
  await expect(heading).toHaveText('mulai Rp225.000')
  await page.locator('#pilihan').selectOption({ index: 2 })
  for (const place of [heading, bar]) await expect(place).toHaveText('Rp250.000')
  await expect(page.locator('.price-split')).toContainText('Ke mana Rp250.000 ini pergi')
  await expect(page.locator('.price-split li')).toContainText(['Rp250.000'])
  await page.locator('#pilihan').selectOption({ index: 0 })
  for (const place of [heading, bar]) await expect(place).toHaveText('mulai Rp225.000')
})

test('the way to have it, the weight, the packed size and the cost of sending are those of the size that is chosen', async ({
  page,
}) => {
  await page.goto('/barang/tikar-polos-keluarga?kec=61.71.01')
  const details = page.locator('table.details').first()
  const sending = page.locator('#kirim > p').first()
  const having = page.locator('.facts li').first()
  await expect(having).toContainText('Ada yang siap kirim')
  await expect(details).toContainText('950–\u20601.730 gram, tergantung pilihannya')
  await expect(sending).toContainText('tergantung pilihannya')
  const [least] = /Rp[\d.]+/.exec(await sending.innerText()) ?? []
  const counts = page.locator('#jumlah option:enabled')
  await page.locator('#pilihan').selectOption({ index: 1 })
  await page.locator('#jumlah').selectOption('4')
  await expect(counts).toHaveCount(4)
  await page.locator('#pilihan').selectOption({ index: 2 })
  await expect(counts).not.toHaveCount(4)
  await expect(page.locator('#jumlah')).toHaveValue(String(await counts.count()))
  await expect(details).toContainText('1.730 gram untuk pilihan “200 × 150 cm”')
  await expect(details).toContainText('153\u00a0×\u00a015\u00a0×\u00a015 cm untuk pilihan “200 × 150 cm”')
  await expect(having).toContainText('Dibuat sesuai pesanan')
  await expect(sending).not.toContainText('tergantung')
  await expect(sending).not.toContainText(`${least},`)
  await page.locator('#pilihan').selectOption({ index: 1 })
  await expect(details).toContainText('950 gram untuk pilihan “150 × 110 cm”')
  await expect(sending).toContainText(`${least},`)
})

test('an address that is being typed outlives a reload and a change of language, until it has been taken', async ({
  page,
}) => {
  await beginOrder(page)
  await page.getByRole('textbox', { name: 'Nama lengkap' }).fill('Kartika Contoh')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Nama lengkap' })).toHaveValue('Kartika Contoh')
  const other = await page.context().newPage()
  await other.goto('/checkout/alamat')
  await expect(other.getByRole('textbox', { name: 'Nama lengkap' })).toHaveValue('')
  await searchDistrict(page, 'sukadana')
  await page.getByRole('radio', { name: 'Kabupaten Kayong Utara' }).check()
  // the search has kept the name before it was corrected
  await page.getByRole('textbox', { name: 'Nama lengkap' }).fill('Kartika Dua')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/checkout\/alamat/)
  await expect(page.getByRole('textbox', { name: 'Full name' })).toHaveValue('Kartika Dua')
  await expect(page.getByRole('radio', { name: 'Sukadana' })).toBeChecked()
})

test('what is typed before the script of a page has come is heard all the same', async ({ page }) => {
  await beginOrder(page)
  const name = page.getByRole('textbox', { name: 'Nama lengkap' })
  await name.fill('Kartika Contoh')
  let letCome = () => {}
  await page.route(/enhance\.js/, async (route) => {
    await new Promise<void>((resolve) => {
      letCome = resolve
    })
    await route.continue()
  })
  const arrivals = {
    'Kartika Dua': () => page.goto('/checkout/alamat', { waitUntil: 'commit' }),
    'Kartika Tiga': () => page.reload({ waitUntil: 'commit' }),
  }
  for (const [typed, arrive] of Object.entries(arrivals)) {
    const asked = page.waitForRequest(/enhance\.js/)
    await arrive()
    await asked
    await name.fill(typed)
    letCome()
    await page.waitForLoadState()
    await expect(name).toHaveValue(typed)
  }
  await page.unroute(/enhance\.js/)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('textbox', { name: 'Full name' })).toHaveValue('Kartika Tiga')
})

test('a village that was typed is chosen in the list of its kecamatan, and in no other', async ({ page }) => {
  await beginOrder(page)
  await searchDistrict(page, 'sukadana')
  const inSukadana = page.getByRole('radio', { name: 'Kabupaten Kayong Utara' })
  const village = page.getByRole('textbox', { name: 'Desa' })
  const list = page.getByRole('combobox', { name: 'Village' })
  await inSukadana.check()
  await village.fill('Seponti Jaya')
  // there is such a village, in another kecamatan
  await page.goto('/en/checkout/alamat?districtCode=61.11.05')
  await expect(list.getByRole('option', { name: 'Seponti Jaya' })).toBeAttached()
  await expect(list).toHaveValue('')
  await page.goto('/checkout/alamat')
  await village.fill('pangkalan buton')
  await inSukadana.check()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(list).toHaveValue('Pangkalan Buton')
})

test('what was chosen from a list stays while something else is wrong or changes, and in the other language', async ({
  page,
}) => {
  await beginOrder(page)
  await searchDistrict(page, 'sukadana')
  await page.getByRole('radio', { name: 'Kabupaten Kayong Utara' }).check()
  await page.getByRole('button', { name: 'Lanjut' }).click()
  const village = page.getByRole('combobox', { name: 'Desa' })
  await village.selectOption('Sutera')
  await page.getByRole('textbox', { name: 'Nomor WhatsApp' }).fill('0813')
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(village).toHaveValue('Sutera')
  await page.getByRole('textbox', { name: 'Patokan' }).fill('Dekat masjid')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('combobox', { name: 'Village' })).toHaveValue('Sutera')
  await page.goto('/en/checkout/alamat?tujuan=luar-negeri')
  const country = page.getByRole('combobox', { name: 'Country' })
  await country.selectOption('SE')
  for (const _ of ['once', 'twice']) {
    await page.getByRole('button', { name: 'Go on to delivery' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(country).toHaveValue('SE')
  }
})

test('a way that was ticked outlives a change of language, and gives way to the one that was sent', async ({
  page,
}) => {
  await beginOrder(page)
  await fillAddress(page, aBuyer('Contoh'))
  await goToDelivery(page)
  const ways = page.getByRole('radio')
  await ways.last().check()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/checkout\/kirim/)
  await expect(ways.last()).toBeChecked()
  await ways.first().check()
  await goToPayment(page, 'en')
  await expect(page).toHaveURL(/\/en\/checkout\/bayar/)
  await page.goBack()
  await expect(page).toHaveURL(/\/en\/checkout\/kirim$/)
  await expect(ways.first()).toBeChecked()
})

test('a way to pay that was ticked outlives a change of language', async ({ page }) => {
  await beginOrder(page)
  await fillAddress(page, aBuyer('Contoh'))
  await goToDelivery(page)
  await page.getByRole('radio').last().check()
  await goToPayment(page)
  await expect(page.getByRole('radio').first()).toBeChecked()
  await page.getByRole('radio', { name: 'Kartu' }).check()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/checkout\/bayar/)
  await expect(page.getByRole('radio', { name: 'card' })).toBeChecked()
})

/** Tells an address far away with all that may be told of it, and gives the fields of its page by their names. */
async function tellAddress(page: Page): Promise<(name: string) => Locator> {
  const field = (name: string) => page.getByRole('textbox', { name })
  await beginOrder(page)
  await fillAddress(page, aBuyer('Contoh'), 'id', FAR_AWAY)
  await field('Patokan').fill('Dekat masjid')
  await field('Catatan untuk kelompok').fill('Hati-hati')
  await goToDelivery(page)
  return field
}

test('an address that was told stands there on the way back, however far one goes', async ({ page }) => {
  const field = await tellAddress(page)
  await expect(page).toHaveURL(/\/checkout\/kirim$/)
  // what was typed and told otherwise since is not put back either
  await page.goBack()
  await searchDistrict(page, 'coblong')
  await field('Desa').fill('Dago')
  await field('Jalan').fill('Jalan Dago 2')
  await goToDelivery(page)
  await expect(page).toHaveURL(/\/checkout\/kirim$/)
  for (const _ of ['once', 'twice', 'three times']) {
    await page.goBack()
    await expect(page).toHaveURL(/\/checkout\/alamat/)
    await expect(page.getByRole('radio', { name: 'Coblong' })).toBeChecked()
    await expect(field('Desa')).toHaveValue('Dago')
    await expect(field('Jalan')).toHaveValue('Jalan Dago 2')
  }
  await goToDelivery(page)
  await expect(page).toHaveURL(/\/checkout\/kirim$/)
})

test('an address that was told stands there on the way back, to the page that was opened first', async ({
  page,
}) => {
  const field = await tellAddress(page)
  for (const _ of ['to where the place was found', 'to the page that was opened first']) {
    await page.goBack()
    await expect(page).toHaveURL(/\/checkout\/alamat/)
    await expect(field('Jalan')).toHaveValue('Jalan Bhayangkara 12, RT 03')
    await expect(field('Patokan')).toHaveValue('Dekat masjid')
    await expect(field('Catatan untuk kelompok')).toHaveValue('Hati-hati')
  }
})

test('what belonged to another kecamatan is not put back by what the browser held', async ({ page }) => {
  await beginOrder(page)
  await fillAddress(page, aBuyer('Contoh'), 'id', FAR_AWAY)
  await goToDelivery(page)
  await page.goto('/checkout/alamat')
  const village = page.getByRole('textbox', { name: 'Desa' })
  await expect(village).not.toHaveValue('')
  await page.getByRole('textbox', { name: 'Nama lengkap' }).fill('Kartika Contoh')
  await searchDistrict(page, 'sukadana')
  await expect(page.getByRole('radio', { name: 'Kabupaten Kayong Utara' })).toBeVisible()
  await expect(village).toHaveValue('')
  await page.getByRole('textbox', { name: 'Nama lengkap' }).fill('Kartika Dua')
  await page.reload()
  await expect(village).toHaveValue('')
})

test('a report that is being typed outlives a change of language, and is gone once it is sent', async ({
  page,
}) => {
  const order = await findOrder(`parcel.state = 'dispatched' and parcel.problem_at is null`)
  await openOrder(page, order)
  await page.getByText('Ada masalah').first().click()
  await page.getByRole('textbox').first().fill('Gagangnya lepas.')
  await page.getByRole('link', { name: 'EN, English version' }).click()
  await expect(page.getByRole('textbox', { name: 'What is damaged' }).first()).toHaveValue('Gagangnya lepas.')
  await page.getByRole('button', { name: 'Report it' }).first().click()
  await page.getByText('More to say about your report?').click()
  await expect(page.getByRole('textbox', { name: 'What else' })).toHaveValue('')
  await page.getByRole('textbox', { name: 'What else' }).fill('Talinya juga.')
  await page.getByRole('button', { name: 'Send it' }).click()
  await expect(page.getByText('We have added it to your report.')).toBeVisible()
  await expect(page.getByText('Gagangnya lepas.\nTalinya juga.')).toBeVisible()
})

test('a question that is being typed outlives a change of language, until it has been sent', async ({
  page,
}) => {
  await page.goto('/bantuan/tanya')
  await page.getByRole('textbox', { name: 'Pertanyaan' }).fill('Apakah bisa dicuci?')
  await page.getByRole('textbox', { name: 'Nama' }).fill('Kartika Contoh')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('textbox', { name: 'question' })).toHaveValue('Apakah bisa dicuci?')
  await page.getByRole('textbox', { name: 'WhatsApp number' }).fill('0812 0000 9999')
  await page.locator('main').getByRole('button').click()
  await expect(page.getByText('0812-0000-9999').or(page.getByText('+62 812-0000-9999'))).toBeVisible()
  await page.goto('/bantuan/tanya')
  await expect(page.getByRole('textbox', { name: 'Pertanyaan' })).toHaveValue('')
})
