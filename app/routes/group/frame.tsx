import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { BrandMark } from '#app/ui/brand.tsx'
import { HelpLink } from '#app/ui/help-link.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { SkipLink } from '#app/ui/shop-frame.tsx'
import { DemoStrip } from '#app/ui/site-header.tsx'
import type { loader } from './layout.tsx'

type Props = {
  title: ReactNode
  /** Where the arrow leads; left out on the first screen. */
  backHref?: string
  /** The main button, kept under the thumb. */
  action?: ReactNode
  /** Said by a page that the layout has no data for. */
  demo?: boolean | undefined
  children: ReactNode
}

/** Around every page of the group's console: the way back, help in the same place, and the one next step. */
export function GroupFrame({ title, backHref, action, demo, children }: Props) {
  // absent when the data are away, or for whoever is not a group: then only the shop's own help answers
  const group = useRouteLoaderData<typeof loader>('routes/group/layout')
  return (
    <div className={action ? 'group-page with-action' : 'group-page'}>
      <SkipLink />
      <header className="group-bar">
        {backHref ? (
          <a href={backHref} aria-label={m.common_back()}>
            <Icon name="left" size={30} />
          </a>
        ) : (
          <BrandMark size={34} />
        )}
        <b>{title}</b>
        <HelpLink phone={group?.helpPhone} page={group && '/kelompok-saya/bantuan'} />
      </header>
      <div className="edge" />
      {(demo ?? group?.demo) && <DemoStrip />}
      <main id="isi">{children}</main>
      {action && <div className="thumb-bar">{action}</div>}
    </div>
  )
}

/** An order as the bar names it; its code stays in one piece. */
export const OrderTitle = ({ code }: { code: string }) => (
  <>
    <span className="sr">{m.console_rail_orders()} </span>
    <span className="nowrap">{code}</span>
  </>
)
