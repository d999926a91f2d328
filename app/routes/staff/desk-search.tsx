import { m } from '#app/paraglide/messages.js'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'

/** Nothing has what was typed: how else to look, and the way back to the list. */
export const NothingFound = ({ words, allHref }: { words: string; allHref: string }) => (
  <EmptyState
    title={m.console_search_none({ words })}
    action={<LinkButton href={allHref}>{m.console_search_all()}</LinkButton>}
  >
    <p>{m.console_search_none_how()}</p>
  </EmptyState>
)

/** What was typed and how many orders have it; of very many only the newest are shown. */
export const foundWords = ({ words, count, isCut }: { words: string; count: number; isCut: boolean }) =>
  isCut ? m.console_search_found_newest({ words, count }) : m.console_search_found({ words, count })

/** Looks for an order by whatever staff have in hand; what was found has an address of its own. */
export function DeskSearch({
  words,
  hint,
  hidden,
}: {
  words: string
  hint: string
  hidden?: Record<string, string>
}) {
  return (
    <search>
      <form className="toolbar desk-search">
        {Object.entries(hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          key={words}
          field={{ name: 'q', initialValue: words, maxLength: 80 }}
          label={m.console_search()}
          hint={hint}
          hideNeed
          type="search"
          autoComplete="off"
          enterKeyHint="search"
        />
        <Button icon="search">{m.console_search_button()}</Button>
      </form>
    </search>
  )
}
