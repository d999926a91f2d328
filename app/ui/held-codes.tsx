const CODE = /(\b(?:P|AK)-[A-Z0-9]{4,6}\b|\+?\d[\d -]{7,}\d)/

/** Text in which an order's code, a trace code and a phone number are each read as one word: no line ends within them. */
export const HeldCodes = ({ children: text }: { children: string }) =>
  text.split(CODE).map((part, place) => (
    <span key={`${place} ${part}`} className={place % 2 ? 'nowrap' : undefined}>
      {part}
    </span>
  ))
