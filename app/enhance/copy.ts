const BACK_AFTER_MS = 2_000

/** Shows the copy buttons where the browser can copy; each says whether it has. */
export function offerCopy(root: Document): void {
  if (!navigator.clipboard) return
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const before = button.innerHTML
    const say = (words: string | undefined, backAfterMs: number) => {
      button.textContent = words ?? ''
      setTimeout(() => {
        button.innerHTML = before
      }, backAfterMs)
    }
    button.hidden = false
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(
        () => say(button.dataset['copied'], BACK_AFTER_MS),
        () => {
          selectWhatToCopy(button)
          say(button.dataset['refused'], 2 * BACK_AFTER_MS)
        },
      )
    })
  }
}

/** A browser that refuses the clipboard still copies what is selected, by its own menu. */
function selectWhatToCopy(button: HTMLElement): void {
  const shown = button.parentElement?.querySelector('code, .parcel-label')
  if (shown) getSelection()?.selectAllChildren(shown)
}
