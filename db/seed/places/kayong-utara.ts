interface District {
  code: string
  postalCode: string
  villages: { code: string; name: string }[]
}

const district = (code: string, postalCode: string, list: string): District => ({
  code,
  postalCode,
  villages: list.split(',').map((village) => {
    const [, suffix = '', name = ''] = /^\s*(\d{4}) (.+?)\s*$/.exec(village) ?? []
    return { code: suffix, name }
  }),
})

/** The six kecamatan and 43 desa of Kayong Utara, as officially spelt. There is no 61.11.04.2005. */
export const KAYONG_UTARA: District[] = [
  district(
    '61.11.01',
    '78852',
    `2001 Sutera, 2002 Pangkalan Buton, 2003 Sejahtera, 2004 Simpang Tiga, 2005 Benawai Agung,
     2006 Harapan Mulia, 2007 Pampang Harapan, 2008 Sedahan Jaya, 2009 Gunungsembilan, 2010 Riam Berasap Jaya`,
  ),
  district(
    '61.11.02',
    '78853',
    `2001 Teluk Melano, 2002 Nipah Kuning, 2003 Pemangkat, 2004 Padu Banjar, 2005 Penjalaan,
     2006 Sungai Mata-Mata, 2007 Batu Barat, 2008 Pulau Kumbang, 2009 Rantau Panjang, 2010 Matan Jaya,
     2011 Medan Jaya, 2012 Lubuk Batu`,
  ),
  district(
    '61.11.03',
    '78856',
    `2001 Mas Bangun, 2002 Alur Bandung, 2003 Telukbatang, 2004 Sungaipaduan, 2005 Banyu Abang,
     2006 Telukbatang Selatan, 2007 Telukbatang Utara`,
  ),
  district(
    '61.11.04',
    '78858',
    '2001 Tanjungsatai, 2002 Kemboja, 2003 Dusun Kecil, 2004 Dusun Besar, 2006 Satai Lestari',
  ),
  district(
    '61.11.05',
    '78857',
    `2001 Seponti Jaya, 2002 Telaga Arum, 2003 Wonorejo, 2004 Podorukun, 2005 Sungai Sepeti,
     2006 Durian Sebatang`,
  ),
  district('61.11.06', '78855', '2001 Pelapis, 2002 Betok Jaya, 2003 Padang'),
]
