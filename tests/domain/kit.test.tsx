import { readdirSync, readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, test } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import { BASKET_FORM, BasketForm } from '#app/routes/shop/checkout/basket-form.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Gallery } from '#app/ui/gallery.tsx'
import { HeldCodes } from '#app/ui/held-codes.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import { Picture, type PictureData, SaveData } from '#app/ui/picture.tsx'
import { PriceSplit } from '#app/ui/price-split.tsx'
import { ProductCard } from '#app/ui/product-card.tsx'
import { QuantityStepper } from '#app/ui/quantity.tsx'
import { Trace } from '#app/ui/trace.tsx'

const root = new URL('../../', import.meta.url)
const html = (element: ReactElement) => renderToStaticMarkup(element)
const words = (element: ReactElement) =>
  html(element)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('\u2060', '')

const picture: PictureData = {
  alt: 'Ilustrasi bakul',
  width: 640,
  height: 640,
  isIllustration: true,
  sources: [160, 320, 640].map((width) => ({ width, webp: `/b-${width}.webp`, avif: `/b-${width}.avif` })),
}

afterEach(() => overwriteGetLocale(() => 'id'))

test('where the money goes adds up to the price it names', () => {
  const parts = [
    { to: 'group', label: 'untuk kelompok', amountRupiah: 228_000 },
    { to: 'materials', label: 'bahan dan kemasan', amountRupiah: 34_200 },
    { to: 'site', label: 'biaya situs', amountRupiah: 22_800 },
  ] as const
  expect(words(<PriceSplit parts={parts} />)).toContain('Ke mana Rp285.000 ini pergi')
  const shares = [...html(<PriceSplit parts={parts} />).matchAll(/width:([\d.]+)%/g)].map(([, share]) =>
    Number(share),
  )
  expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(100, 6)
})

describe('the trace', () => {
  test('says a gap in words and never fills it in', () => {
    const trace = <Trace links={[{ kind: 'maker', title: null }]} />
    expect(words(trace)).toContain('Penganyam Belum dicatat')
    expect(html(trace)).toContain('class="maker gap"')
  })
  test("names a technique no training covered as the group's own", () => {
    const trace = <Trace links={[{ kind: 'training', title: null, isOwnTradition: true }]} />
    expect(words(trace)).toContain('Tradisi kelompok sendiri')
    expect(words(trace)).not.toContain('Belum dicatat')
  })
  test('is an ordered list whose claims carry their evidence, and names everyone who helped', () => {
    const trace = (
      <Trace
        supporters={[
          { name: 'Yayasan Palung', gloss: null },
          { name: 'Pemerintah desa', gloss: 'the village government' },
          { name: 'Yayasan Palung', gloss: null },
        ]}
        links={[{ kind: 'library', title: 'Perpustakaan', href: '/perpustakaan/a', evidence: 'documented' }]}
      />
    )
    expect(html(trace)).toMatch(/^<ol/)
    expect(words(trace)).toContain('Ada catatannya')
    expect(words(trace)).toMatch(/: Yayasan Palung , Pemerintah desa \(the village government\)\. $/)
  })
})

test('a card is one link, says that its picture is drawn, and speaks the language of the page', () => {
  const card = (
    <ProductCard
      product={{
        href: '/barang/bakul',
        title: 'Bakul siku keluang',
        picture,
        priceRupiah: 165_000,
        groupName: 'Seroja',
        villageName: 'Sutera',
        availability: { state: 'made', daysMin: 7, daysMax: 10 },
      }}
    />
  )
  expect(html(card).match(/<a /g)).toHaveLength(1)
  expect(words(card)).toBe(' Ilustrasi Bakul siku keluang Rp165.000 Seroja, Desa Sutera Dibuat 7–10 hari ')
  overwriteGetLocale(() => 'en')
  expect(words(card)).toContain('IDR 165,000 Seroja, Sutera village Made in 7–10 days')
})

test('a visitor who saves data gets pictures of 320 px and below', () => {
  const saving = html(
    <SaveData.Provider value>
      <Picture picture={picture} />
    </SaveData.Provider>,
  )
  expect(saving).toContain('/b-320.avif')
  expect(saving).not.toContain('640w')
  expect(html(<Picture picture={picture} />)).toContain('/b-640.avif 640w')
})

test('the gallery needs no script: every picture has its own radio button', () => {
  const gallery = html(
    <Gallery
      pictures={[
        { picture, label: 'Utuh' },
        { picture, label: 'Dekat' },
      ]}
    />,
  )
  expect(gallery.match(/type="radio"/g)).toHaveLength(2)
  expect(gallery.match(/for="picture-\d"/g)).toEqual(['for="picture-1"', 'for="picture-2"'])
})

test('Enter in the number of a stepper presses the button of its form, and does not take one off', () => {
  const stepper = html(<QuantityStepper name="jumlah.1" form={BASKET_FORM} value={2} max={5} />)
  expect(stepper.match(/ form="keranjang"/g)).toHaveLength(4)
  expect(html(<BasketForm />)).toMatch(
    /<form[^>]*id="keranjang".*<button type="submit"(?! name)[^>]*><\/button><\/form>/,
  )
})

test('no line ends at the dash of a code', () => {
  const text = html(<HeldCodes>{'Bawa kode P-7F3K9Q, lalu AK-7F3K.'}</HeldCodes>)
  expect(text.match(/<span class="nowrap">[^<]*/g)).toEqual([
    '<span class="nowrap">P-7F3K9Q',
    '<span class="nowrap">AK-7F3K',
  ])
  expect(text.replaceAll(/<[^>]*>/g, '')).toBe('Bawa kode P-7F3K9Q, lalu AK-7F3K.')
})

test('an error is said at its field and linked from the summary', () => {
  const field = { name: 'phone', id: 'form-phone', required: true, errors: ['Nomor kurang panjang.'] }
  const form = html(
    <>
      <ErrorSummary fields={[field]} />
      <TextField field={field} label="Nomor WhatsApp" hint="Untuk kabar pesanan." />
    </>,
  )
  expect(form).toContain('href="#form-phone"')
  expect(form).toContain('aria-describedby="form-phone-hint form-phone-error"')
  expect(form).toContain('aria-invalid="true"')
  expect(form).toContain('role="alert"')
  expect(form).toContain(m.common_errors_title())
})

test('where no field is wrong, nobody is told to put something right', () => {
  const whole = html(<ErrorSummary fields={[{ name: 'phone' }]} errors={['Coba lagi 5 menit lagi.']} />)
  expect(whole).toContain(m.common_errors_whole())
  expect(whole).toContain('Coba lagi 5 menit lagi.')
  expect(whole).not.toContain(m.common_errors_title())
})

describe('budgets', () => {
  const styles = new URL('app/ui/styles/', root)
  const whole = (sheet: string): string =>
    readFileSync(new URL(sheet, styles), 'utf8').replaceAll(/@import "(.+)";/g, (_, part: string) =>
      whole(part),
    )

  test('the shop stylesheet stays under 11 KB, gzipped and not even minified', () => {
    expect(gzipSync(whole('shop.css'), { level: 9 }).length).toBeLessThan(11 * 1024)
  })
  test('the fonts stay under 40 KB', () => {
    const fonts = readdirSync(new URL('public/fonts/', root)).filter((file) => file.endsWith('.woff2'))
    const bytes = fonts.map((file) => statSync(new URL(`public/fonts/${file}`, root)).size)
    expect(fonts).toHaveLength(3)
    expect(bytes.reduce((total, size) => total + size, 0)).toBeLessThan(40 * 1024)
  })
})
