/** Short facts in one line, those that there are. Where the line breaks, a dot ends it and never begins the next. */
export const dotted = (...facts: readonly (string | false | null | undefined)[]): string =>
  facts.filter(Boolean).join('\u00a0· ')
