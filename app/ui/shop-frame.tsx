import type { ComponentProps, ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { type Operator, SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

type Props = ComponentProps<typeof SiteHeader> & { operator: Operator; children: ReactNode }

/** Everything around the content of a shop page. */
export function ShopFrame({ operator, children, ...header }: Props) {
  return (
    <>
      <SkipLink />
      <SiteHeader {...header} />
      <main id="isi">{children}</main>
      <SiteFooter operator={operator} />
    </>
  )
}

export function SkipLink() {
  return (
    <a className="skip" href="#isi">
      {m.common_skip_to_content()}
    </a>
  )
}
