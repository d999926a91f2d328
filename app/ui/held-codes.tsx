const CODE = /\b((?:P|AK)-[A-Z0-9]{4,6})\b/

/** Text in which an order's or a trace code is read as one word: no line ends at its dash. */
export const HeldCodes = ({ children: text }: { children: string }) =>
  text.split(CODE).map((part, place) => (
    <span key={`${place} ${part}`} className={place % 2 ? 'nowrap' : undefined}>
      {part}
    </span>
  ))
