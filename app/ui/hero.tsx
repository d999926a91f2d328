import type { ReactNode } from 'react'

/** The top of the home page: what this is, one action, and the cloth. */
export function Hero({
  title,
  lead,
  children,
}: {
  /** Its lines; the break is part of the words. */
  title: readonly string[]
  lead: ReactNode
  children: ReactNode
}) {
  return (
    <section className="hero">
      <div className="words wrap">
        <h1>
          {title.map((line, place) => (
            <span key={line}>
              {place > 0 && ' '}
              {line}
            </span>
          ))}
        </h1>
        <p>{lead}</p>
        <div className="cluster">{children}</div>
      </div>
      <div className="cloth" />
    </section>
  )
}
