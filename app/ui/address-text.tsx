import { Fragment } from 'react'
import { m } from '#app/paraglide/messages.js'

type Props = { name: string; lines: readonly (string | null)[]; note: string | null | undefined }

/** A buyer with where they live and how to reach them, one thing a line, and what they wrote to the groups. */
export function AddressText({ name, lines, note }: Props) {
  return (
    <>
      <address>
        <b>{name}</b>
        {lines.filter(Boolean).map((line) => (
          <Fragment key={line}>
            <br />
            {line}
          </Fragment>
        ))}
      </address>
      {note && (
        <p className="small muted flush as-written">
          {m.order_note()}: {note}
        </p>
      )}
    </>
  )
}
