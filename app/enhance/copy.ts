const BACK_AFTER_MS = 2_000

/** Shows the copy buttons where the browser can copy; each says so when it has. */
export function offerCopy(root: Document): void {
  if (!navigator.clipboard) return
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const before = button.innerHTML
    button.hidden = false
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(() => {
        button.textContent = button.dataset['copied'] ?? ''
        setTimeout(() => {
          button.innerHTML = before
        }, BACK_AFTER_MS)
      })
    })
  }
}
