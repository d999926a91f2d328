import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  /** One or two sentences under the title. */
  lead?: ReactNode
  /** Actions or a count, beside the title where there is room. */
  children?: ReactNode
}

export function PageTitle({ title, lead, children }: Props) {
  return (
    <div className="page-title">
      <div>
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children && <div className="cluster">{children}</div>}
    </div>
  )
}

/** The head of a section: its title, a link to all of it, and at most one sentence. */
export function SectionHead({
  id,
  title,
  more,
  children,
}: {
  id?: string
  title: ReactNode
  more?: { href: string; label: string }
  children?: ReactNode
}) {
  return (
    <div className="section-head">
      <h2 id={id}>{title}</h2>
      {more && <a href={more.href}>{more.label}</a>}
      {children && <p className="muted">{children}</p>}
    </div>
  )
}
