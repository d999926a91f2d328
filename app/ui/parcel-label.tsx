import { m } from '#app/paraglide/messages.js'

type Party = { name: string; phone?: string; lines: readonly string[] }
type Props = { code: string; to: Party; from: Party; note?: string; weight?: string }

/** The address label of a parcel; printed on its own, with nothing else of the page. */
export function ParcelLabel({ code, to, from, note, weight }: Props) {
  return (
    <section className="parcel-label" aria-label={m.common_print_label()}>
      <p className="code">
        <b>{code}</b>
        {weight && <span>{weight}</span>}
      </p>
      <LabelParty heading={m.common_label_to()} party={to} />
      <LabelParty heading={m.common_label_from()} party={from} />
      {note && <p>{note}</p>}
    </section>
  )
}

function LabelParty({ heading, party }: { heading: string; party: Party }) {
  return (
    <div>
      <h3>{heading}</h3>
      <address>
        <b>{party.name}</b>
        {party.phone && <span>{party.phone}</span>}
        {party.lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
    </div>
  )
}
