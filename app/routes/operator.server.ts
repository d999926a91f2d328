import { inLocale, type Locale } from '#app/lib/locale.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import type { Operator } from '#app/ui/site-footer.tsx'

/** What is known of the office that runs the shop; its phone is shown only once someone has set it. */
export function operatorOf({ operator }: Settings, locale: Locale): Operator {
  const { name, address, phone, whatsapp } = operator
  return {
    name: name ?? 'Dinas Perpustakaan dan Kearsipan Kabupaten Kayong Utara',
    address: address ?? inLocale(locale, 'Sukadana, Kalimantan Barat', 'Sukadana, West Kalimantan'),
    phone: phone ? { label: phone, number: phone.replace(/[^+\d]/g, '') } : undefined,
    whatsappHref: whatsapp ? `https://wa.me/${whatsapp.replace(/\D/g, '')}` : undefined,
  }
}
