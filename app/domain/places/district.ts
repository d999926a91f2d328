/** A kecamatan with what it lies in. */
export interface District {
  code: string
  name: string
  regencyCode: string
  regencyName: string
  provinceCode: string
  provinceName: string
  /** `Kecamatan Sukadana, Kabupaten Kayong Utara, Provinsi Kalimantan Barat`. */
  label: string
}

type Names = Pick<District, 'name' | 'regencyName' | 'provinceName'>
export const districtLabel = ({ name, regencyName, provinceName }: Names): string =>
  `Kecamatan ${name}, ${regencyName}, Provinsi ${provinceName}`

export interface Village {
  code: string
  name: string
  postalCode: string | null
}
