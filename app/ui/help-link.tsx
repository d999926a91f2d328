import { m } from '#app/paraglide/messages.js'
import { Icon } from './icon.tsx'

type Props = { phone: string | null | undefined; page?: string | undefined }

/** Calls the office; until it has set its number, help is the page that says where to go. */
export function HelpLink({ phone, page = '/bantuan#tanya' }: Props) {
  return (
    <a className="help-link" href={phone ? `tel:${phone.replace(/[^+\d]/g, '')}` : page}>
      <Icon name={phone ? 'phone' : 'question'} size={26} />
      {m.common_help()}
    </a>
  )
}
