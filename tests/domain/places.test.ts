import { describe, expect, test as plain } from 'vitest'
import { addressLines, destinationIn, labelLines } from '#app/domain/places/address.ts'
import {
  byRegion,
  districtLabel,
  MOST_FOUND,
  mayBeMore,
  onlyMatch,
  regencyIn,
} from '#app/domain/places/district.ts'
import { findDistrict, listVillages, searchDistricts } from '#app/domain/places/places.queries.server.ts'
import { waLink } from '#app/lib/whatsapp.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { isLandline, normalisePhone, writePhone } from '#app/platform/phone.server.ts'
import { writePlaces } from '#db/seed/places/write-places.ts'
import { test } from '#tests/support/test.ts'

const found = async (ctx: Ctx, text: string) => (await searchDistricts(ctx, text)).map(({ label }) => label)

const SUKADANA = 'Kecamatan Sukadana, Kabupaten Kayong Utara, Provinsi Kalimantan Barat'
const TELUK_BATANG = 'Kecamatan Teluk Batang, Kabupaten Kayong Utara, Provinsi Kalimantan Barat'

describe('kecamatan', () => {
  test('that only come near what was typed are offered, never taken as meant', async ({ ctx }) => {
    await writePlaces(ctx.db)
    const meant = await searchDistricts(ctx, 'kepulauan karimata')
    expect(onlyMatch(meant)).toMatchObject({ name: 'Kepulauan Karimata' })
    const guessed = await searchDistricts(ctx, 'telok batang')
    expect(guessed[0]).toMatchObject({ label: TELUK_BATANG, isGuess: true })
    expect(onlyMatch(guessed)).toBeNull()
    // what only has a few letters in common is no guess: half of Sumatera would be one
    expect(guessed).toHaveLength(1)
    const named = (all: { name: string }[]) => all.map(({ name }) => name)
    expect(named(await searchDistricts(ctx, 'Sutra'))).toEqual(['Sukadana', 'Putra Rumbia', 'Sutera'])
    expect(named(await searchDistricts(ctx, 'suka dana'))).toEqual(['Sukadana', 'Sukadana', 'Sukadana'])
    // nor anything beside what bears the name
    expect(named(await searchDistricts(ctx, 'pulau maya'))).toEqual(['Pulau Maya', 'Kepulauan Karimata'])
    expect(onlyMatch([...meant, ...meant])).toBeNull()
    // a town of West Java, not the neighbour across the sea
    expect(await searchDistricts(ctx, 'singaparn')).toMatchObject([{ name: 'Singaparna', isGuess: true }])
    expect(await searchDistricts(ctx, 'singaparrna')).toMatchObject([{ name: 'Singaparna', isGuess: true }])
  })

  test('of which only a part or a beginning was typed are offered, and so are those of a city by its nickname', async ({
    ctx,
  }) => {
    await writePlaces(ctx.db)
    for (const [typed, name] of [
      ['penang', 'Penanggalan'],
      ['paris', 'Danau Paris'],
    ] as const) {
      const places = await searchDistricts(ctx, typed)
      expect(places).toMatchObject([{ name, isGuess: true }])
      expect(onlyMatch(places)).toBeNull()
    }
    const whole = await searchDistricts(ctx, 'simpang hilir batu barat')
    expect(onlyMatch(whole)).toMatchObject({ village: { name: 'Batu Barat' } })
    // Matan Jaya or Medan Jaya
    expect(onlyMatch(await searchDistricts(ctx, 'simpang hilir jaya'))).toMatchObject({ village: null })
    expect(onlyMatch(await searchDistricts(ctx, 'danau paris'))).toMatchObject({ name: 'Danau Paris' })
    expect(onlyMatch(await searchDistricts(ctx, 'menteng jakarta pusat'))).toMatchObject({ name: 'Menteng' })
    for (const [typed, city] of [
      ['solo', 'Kota Surakarta'],
      ['kota solo', 'Kota Surakarta'],
      ['jogja', 'Kota Yogyakarta'],
      ['tangsel', 'Kota Tangerang Selatan'],
      ['palangka raya', 'Kota Palangkaraya'],
      ['kota ketapang', 'Kabupaten Ketapang'],
      ['kota ketapng', 'Kabupaten Ketapang'],
      ['kota palangka raya', 'Kota Palangkaraya'],
    ] as const) {
      const places = await searchDistricts(ctx, typed)
      expect(places.slice(0, 5).map(({ regencyName }) => regencyName)).toEqual(Array(5).fill(city))
    }
    expect(await found(ctx, 'jogja')).toEqual(await found(ctx, 'yogyakarta'))
    const makasar = await searchDistricts(ctx, 'makasar')
    expect(makasar.map(({ regencyName }) => regencyName)).toEqual(
      expect.arrayContaining(['Kota Administrasi Jakarta Timur', 'Kota Makassar']),
    )
  })

  test('of a misspelt regency or city are all of its kecamatan', async ({ ctx }) => {
    await writePlaces(ctx.db)
    for (const [typed, meant] of [
      ['surabya', 'surabaya'],
      ['ketapng', 'ketapang'],
      ['jakarta selatn', 'jakarta selatan'],
      ['jakarta brat', 'jakarta barat'],
      ['depk', 'depok'],
    ] as const) {
      const guessed = await searchDistricts(ctx, typed)
      expect(guessed.map(({ code }) => code)).toEqual(
        expect.arrayContaining((await searchDistricts(ctx, meant)).map(({ code }) => code)),
      )
      expect(guessed[0]).toMatchObject({ isGuess: true, isInNamed: true })
    }
  })

  test('are found by what people type, the nearest of one name first', async ({ ctx }) => {
    await writePlaces(ctx.db)
    expect((await found(ctx, 'sukadana'))[0]).toBe(SUKADANA)
    expect((await found(ctx, 'sukadna'))[0]).toBe(SUKADANA)
    expect((await found(ctx, 'Kec. Sukadana, Kab. Kayong Utara'))[0]).toBe(SUKADANA)
    expect((await found(ctx, 'teluk batang'))[0]).toBe(TELUK_BATANG)
    expect((await found(ctx, 'telukbatang'))[0]).toBe(TELUK_BATANG)
    expect((await found(ctx, 'telok batang'))[0]).toBe(TELUK_BATANG)
    expect((await found(ctx, 'pontianak kota'))[0]).toBe(
      'Kecamatan Pontianak Kota, Kota Pontianak, Provinsi Kalimantan Barat',
    )
    expect((await found(ctx, 'menteng jakarta'))[0]).toMatch(
      /^Kecamatan Menteng, Kota (Administrasi )?Jakarta Pusat/,
    )
    expect((await found(ctx, 'coblong bandung'))[0]).toBe(
      'Kecamatan Coblong, Kota Bandung, Provinsi Jawa Barat',
    )
    expect((await found(ctx, 'karimata'))[0]).toContain('Kepulauan Karimata, Kabupaten Kayong Utara')
    // one kecamatan before it was divided, and still said so
    for (const text of ['maya karimata', 'Pulau Maya Karimata']) {
      const parts = await found(ctx, text)
      expect(parts, text).toHaveLength(2)
      expect(parts, text).toContainEqual(expect.stringContaining('Pulau Maya, Kabupaten Kayong Utara'))
      expect(parts, text).toContainEqual(expect.stringContaining('Kepulauan Karimata, Kabupaten'))
    }
    expect((await found(ctx, 'kalimantan barat')).length).toBe(MOST_FOUND)
  })

  test('are found in English by the names that the English pages write', async ({ ctx: base }) => {
    await writePlaces(base.db)
    const ctx = { ...base, locale: 'en' } as const
    const sukadana = 'Sukadana District, Kayong Utara Regency, West Kalimantan'
    for (const typed of [sukadana, 'Sukadana, West Kalimantan'])
      expect(await found(ctx, typed)).toEqual([sukadana])
    expect(await found(ctx, 'Ubud, Gianyar Regency')).toEqual(['Ubud District, Gianyar Regency, Bali'])
    expect(await found(ctx, 'Menteng, Central Jakarta')).toEqual([
      'Menteng District, Central Jakarta, Jakarta',
    ])
    expect(await found(ctx, 'South Jakarta')).toEqual(await found(ctx, 'jakarta selatan'))
    for (const typed of ['Central Java', 'Riau Islands', 'North Sumatra', 'Special Region of Yogyakarta'])
      expect(await found(ctx, typed)).not.toEqual([])
  })

  test('of a regency or city are all found by its name, and before all else', async ({ ctx }) => {
    await writePlaces(ctx.db)
    const ketapang = await searchDistricts(ctx, 'ketapang')
    const named = ketapang.filter(({ isInNamed }) => isInNamed)
    expect(named).toEqual(ketapang.slice(0, 20))
    expect(new Set(named.map(({ regencyCode }) => regencyCode))).toEqual(new Set(['61.04']))
    expect(named.map(({ name }) => name)).toEqual(named.map(({ name }) => name).toSorted())
    // kecamatan elsewhere that bear the name
    expect(ketapang.slice(20)).toContainEqual(expect.objectContaining({ name: 'Ketapang', isInNamed: false }))
    expect(mayBeMore(ketapang)).toBe(false)
    const ofCity = (all: { regencyName: string }[]) =>
      all.filter(({ regencyName }) => regencyName === 'Kota Surabaya').length
    const surabaya = await searchDistricts(ctx, 'surabaya')
    expect(ofCity(surabaya.slice(0, 31))).toBe(31)
    expect(ofCity(await searchDistricts(ctx, 'Kota Surabaya'))).toBe(31)
    expect([...byRegion('id', surabaya)][0]).toMatchObject(['Kota Surabaya, Jawa Timur', { length: 31 }])
    expect(mayBeMore(await searchDistricts(ctx, 'jawa timur'))).toBe(true)
  })

  test('are found by a village or postal code of Kayong Utara', async ({ ctx }) => {
    await writePlaces(ctx.db)
    expect((await found(ctx, 'pangkalan buton'))[0]).toBe(SUKADANA)
    // there is a kecamatan of that name in Sumatera
    expect((await found(ctx, 'Sutera')).slice(0, 2)).toContain(SUKADANA)
    expect((await found(ctx, '78856'))[0]).toBe(TELUK_BATANG)
  })

  test('are found by a part of a village’s name, and say which village it was', async ({ ctx }) => {
    await writePlaces(ctx.db)
    const first = async (text: string) => (await searchDistricts(ctx, text))[0]
    const melano = { name: 'Simpang Hilir', village: { code: '61.11.02.2001', name: 'Teluk Melano' } }
    for (const text of ['melano', 'Teluk Melano', 'melanno', 'telok melano', 'Desa Teluk Melano']) {
      expect(await first(text), text).toMatchObject(melano)
    }
    expect(await first('melano kayong utara')).toMatchObject(melano)
    expect(await first('mata mata')).toMatchObject({ village: { name: 'Sungai Mata-Mata' } })
    expect(await first('Sutra')).toMatchObject({ name: 'Sukadana', village: { name: 'Sutera' } })
    expect(await first('pangkalan buton sukadana')).toMatchObject({ village: { name: 'Pangkalan Buton' } })
    // the kecamatan of that name, not only its village of that name
    expect(await first('telok batang')).toMatchObject({ name: 'Teluk Batang', village: null })
    expect(await first('simpang hilir')).toMatchObject({ name: 'Simpang Hilir', village: null })
    expect(await first('teluk batang')).toMatchObject({ name: 'Teluk Batang', village: null })
    expect(await first('pontianak')).toMatchObject({ regencyName: 'Kota Pontianak', village: null })
  })

  test('are not found by nonsense, and nothing breaks', async ({ ctx }) => {
    await writePlaces(ctx.db)
    for (const text of [
      'singapura',
      'Malaysia',
      'Brunei',
      'Singapore',
      '',
      '   ',
      '!!!',
      'xqzwv',
      'xxxx',
      "'; --",
      '篮子',
      'kecamatan',
      'a'.repeat(300),
    ]) {
      expect(await found(ctx, text)).toEqual([])
    }
  })

  test('and their villages are known by code', async ({ ctx }) => {
    await writePlaces(ctx.db)
    expect(await findDistrict(ctx, '61.11.03')).toEqual({
      code: '61.11.03',
      name: 'Teluk Batang',
      regencyCode: '61.11',
      regencyName: 'Kabupaten Kayong Utara',
      provinceCode: '61',
      provinceName: 'Kalimantan Barat',
      label: TELUK_BATANG,
    })
    expect(await findDistrict(ctx, '99.99.99')).toBeNull()
    const villages = await listVillages(ctx, '61.11.01')
    expect(villages).toHaveLength(10)
    expect(villages).toContainEqual({ code: '61.11.01.2009', name: 'Gunung Sembilan', postalCode: '78852' })
    expect(await listVillages(ctx, '31.71.06')).toEqual([])
  })
})

describe('phone numbers', () => {
  plain.each([
    '081234567890',
    '0812-3456-7890',
    '0812.3456.7890',
    '+62 812 3456 7890',
    '6281234567890',
    '81234567890',
    '+62 0812 3456 7890',
    '0062812 3456 7890',
    '٠٨١٢٣٤٥٦٧٨٩٠',
    ' ０８１２３４５６７８９０ ',
  ])('%s is +6281234567890', (typed) => {
    expect(normalisePhone(typed)).toBe('+6281234567890')
  })

  plain('of landlines and other countries are numbers too', () => {
    expect(normalisePhone('(0534) 772 123')).toBe('+62534772123')
    expect(normalisePhone('+65 8123 4567')).toBe('+6581234567')
    expect(normalisePhone('0065 8123 4567')).toBe('+6581234567')
  })

  plain.each([
    ['06 12345678', 'NL', '+31612345678'],
    ['090-1234-5678', 'JP', '+819012345678'],
    ['0401 234 567', 'AU', '+61401234567'],
    ['07911 123456', 'GB', '+447911123456'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['011 62 812 3456 7890', 'US', '+6281234567890'],
    // somebody from here who lives or sends there
    ['0812-3456-7890', 'NL', '+6281234567890'],
    ['+62 534 772 123', 'NL', '+62534772123'],
  ])('%s of somebody in %s is %s', (typed, country, e164) => {
    expect(normalisePhone(typed, country)).toBe(e164)
  })

  plain('abroad needs its country code where it could be one of two, or is only a house’s here', () => {
    expect(normalisePhone('081 234 5678', 'TH')).toBeNull()
    expect(normalisePhone('+66 81 234 5678', 'TH')).toBe('+66812345678')
    expect(normalisePhone('0534 772 123', 'SG')).toBeNull()
    expect(normalisePhone('0812-3456-7890', '')).toBe('+6281234567890')
  })

  plain('of a house or an office gets no codes', () => {
    expect(['+62534772123', '+622129852345'].map(isLandline)).toEqual([true, true])
    expect(['+6281234567890', '+6591234567', '+60123456789'].map(isLandline)).toEqual([false, false, false])
  })

  test('is written as people of its country group it', () => {
    expect(writePhone('+6281234567890', 'id')).toBe('0812-3456-7890')
    expect(writePhone('+6591234567', 'id')).toBe('+65 9123 4567')
  })

  plain.each([
    '',
    '123',
    '0812',
    'nol delapan',
    '081234567890123456',
    '08123 ext 5',
    '0'.repeat(40),
    '+62 812 3456 7890 ext. 9',
  ])('"%s" is not one', (typed) => {
    expect(normalisePhone(typed)).toBeNull()
  })
})

plain('a WhatsApp link has digits only and the text encoded', () => {
  expect(waLink('+6281234567890', 'Halo, Tas & topi (AK-7F3K)?')).toBe(
    'https://wa.me/6281234567890?text=Halo%2C%20Tas%20%26%20topi%20(AK-7F3K)%3F',
  )
})

plain('a regency is said in the reader’s language', () => {
  expect(regencyIn('id', 'Kabupaten Kayong Utara')).toBe('Kabupaten Kayong Utara')
  expect(regencyIn('en', 'Kabupaten Kayong Utara')).toBe('Kayong Utara Regency')
  expect(regencyIn('en', 'Kota Pontianak')).toBe('Pontianak City')
})

describe('an address is written one way everywhere', () => {
  const at = { street: 'Dusun Tanjung, RT 02', landmark: null, village: 'Sutera', postalCode: '78852' }
  const sukadana = {
    ...at,
    districtName: 'Sukadana',
    regencyName: 'Kabupaten Kayong Utara',
    provinceName: 'Kalimantan Barat',
    country: 'ID',
  }
  const abroad = (country: string, village: string, postalCode: string | null) => ({
    street: '1 Long Street',
    landmark: null,
    village,
    districtName: null,
    regencyName: null,
    provinceName: null,
    postalCode,
    country,
  })

  plain('here, in the reader’s language', () => {
    expect(addressLines('id', { ...sukadana, landmark: 'rumah hijau' })).toEqual([
      'Dusun Tanjung, RT 02',
      'Patokan: rumah hijau',
      'Sutera, Kec.\u00a0Sukadana',
      'Kabupaten Kayong Utara, Kalimantan Barat 78852',
    ])
    expect(addressLines('id', { ...sukadana, street: 'Jalan Satu 2\n\n Dusun Tiga' })[1]).toBe('Dusun Tiga')
    expect(addressLines('en', sukadana)).toEqual([
      'Dusun Tanjung, RT 02',
      'Sutera, Sukadana District',
      'Kayong Utara Regency, West Kalimantan 78852',
    ])
    expect(destinationIn('en', sukadana)).toBe('Sutera, Sukadana, Kayong Utara Regency')
    // a village that bears its kecamatan's name
    expect(destinationIn('id', { ...sukadana, village: 'Sukadana' })).toBe('Sukadana, Kabupaten Kayong Utara')
  })

  plain('abroad, the code where that country writes it, the country last', () => {
    expect(addressLines('en', abroad('DE', 'München', '80331'))).toEqual([
      '1 Long Street',
      '80331 München',
      'Germany',
    ])
    expect(addressLines('en', abroad('SE', 'Uppsala', '753 31'))[1]).toBe('753\u00a031 Uppsala')
    expect(addressLines('id', abroad('AU', 'Darwin NT', '0800'))).toEqual([
      '1 Long Street',
      'Darwin NT 0800',
      'Australia',
    ])
    expect(addressLines('id', abroad('SG', 'Singapore', null))).toEqual([
      '1 Long Street',
      'Singapore',
      'Singapura',
    ])
    // read where it is posted and where it is brought
    expect(labelLines(abroad('SG', 'Singapore', '238801')).slice(1)).toEqual([
      'Singapore 238801',
      'SINGAPORE (Singapura)',
    ])
    expect(labelLines(abroad('MY', 'Kuching', '93000')).at(-1)).toBe('MALAYSIA')
    expect(labelLines(sukadana)).toEqual(addressLines('id', sukadana))
    expect(destinationIn('id', abroad('DE', 'München', '80331'))).toBe('München, Jerman')
    expect(destinationIn('id', abroad('SG', 'Singapore', null))).toBe('Singapura')
  })

  plain('and not at all for who collects', () => {
    const nothing = { ...sukadana, ...abroad('ID', '', null), street: null }
    expect(addressLines('id', nothing)).toEqual([])
    expect(destinationIn('id', nothing)).toBe('')
  })
})

plain('in English a place is said as English says it', () => {
  const said = (regencyName: string, provinceName: string) =>
    districtLabel('en', { name: 'X', regencyName, provinceName }).replace('X District, ', '')
  expect(said('Kabupaten Kayong Utara', 'Kalimantan Barat')).toBe('Kayong Utara Regency, West Kalimantan')
  expect(said('Kota Sorong', 'Papua Barat Daya')).toBe('Sorong City, Southwest Papua')
  expect(said('Kota Mataram', 'Nusa Tenggara Barat')).toBe('Mataram City, West Nusa Tenggara')
  expect(said('Kota Bandung', 'Jawa Barat')).toBe('Bandung City, West Java')
  expect(said('Kota Batam', 'Kepulauan Riau')).toBe('Batam City, Riau Islands')
  expect(said('Kota Administrasi Jakarta Pusat', 'Daerah Khusus Ibukota Jakarta')).toBe(
    'Central Jakarta, Jakarta',
  )
  expect(said('Kabupaten Sleman', 'Daerah Istimewa Yogyakarta')).toBe(
    'Sleman Regency, Special Region of Yogyakarta',
  )
  expect(said('Kota Banda Aceh', 'Aceh')).toBe('Banda Aceh City, Aceh')
})
