/**
 * What is being chosen on a page goes along into its other language: in the address, as the form itself would send it. A
 * form may name the fields that do: what an answer has chosen in them counts already, until the form is sent.
 */
export function carryChoice(root: Document): void {
  const form = root.querySelector<HTMLFormElement>('form[data-carry]')
  const link = root.querySelector<HTMLAnchorElement>('a[hreflang]')
  if (!form || !link) return
  const named = form.dataset['carry']?.split(' ').filter(Boolean) ?? []
  const carry = () => {
    const address = new URL(link.href)
    for (const [name, value] of new FormData(form)) {
      if (named.length > 0 && !named.includes(name)) continue
      if (value) address.searchParams.set(name, String(value))
      else address.searchParams.delete(name)
    }
    link.href = address.href
  }
  if (named.length > 0) carry()
  root.addEventListener('input', ({ target }) => {
    if ((target as HTMLInputElement).form === form) carry()
  })
  // whoever comes back to this page then finds what was kept
  form.addEventListener('submit', () => {
    const here = new URL(location.href)
    for (const name of named) here.searchParams.delete(name)
    history.replaceState(history.state, '', here)
  })
}
