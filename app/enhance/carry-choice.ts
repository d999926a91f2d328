/** What is being chosen on a page goes along into its other language: in the address, as the form itself would send it. */
export function carryChoice(root: Document): void {
  const form = root.querySelector<HTMLFormElement>('form[data-carry]')
  const link = root.querySelector<HTMLAnchorElement>('a[hreflang]')
  if (!form || !link) return
  root.addEventListener('input', ({ target }) => {
    if ((target as HTMLInputElement).form !== form) return
    const address = new URL(link.href)
    for (const [name, value] of new FormData(form)) {
      if (value) address.searchParams.set(name, String(value))
      else address.searchParams.delete(name)
    }
    link.href = address.href
  })
}
