import { Fragment } from 'react'

type Props = { name: string; lines: readonly (string | null)[] }

/** A person with where they live and how to reach them, one thing a line. */
export function AddressText({ name, lines }: Props) {
  return (
    <address>
      <b>{name}</b>
      {lines.filter(Boolean).map((line) => (
        <Fragment key={line}>
          <br />
          {line}
        </Fragment>
      ))}
    </address>
  )
}
