import { m } from '#app/paraglide/messages.js'
import { Icon } from './icon.tsx'

/** Calls the office; until it has set its number, help is the page that says where to go. */
export function HelpLink({ phone }: { phone: string | null | undefined }) {
  return (
    <a className="help-link" href={phone ? `tel:${phone.replace(/[^+\d]/g, '')}` : '/bantuan#tanya'}>
      <Icon name={phone ? 'phone' : 'question'} size={26} />
      {m.common_help()}
    </a>
  )
}
