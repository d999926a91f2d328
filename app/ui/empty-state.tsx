import type { ReactNode } from 'react'
import { WeaveField } from './weave/weave-field.tsx'

/** Why there is nothing here, and the one next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty">
      <WeaveField motif="polos" width={120} height={60} cell={6} />
      <h2>{title}</h2>
      {children && <div>{children}</div>}
      {action && <div className="cluster">{action}</div>}
    </div>
  )
}
