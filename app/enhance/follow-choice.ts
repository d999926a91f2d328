/** The price beside the button, and where it goes, are those of the size that is chosen. Each option brings its own words. */
export function followChoice(root: Document): void {
  const choice = root.querySelector<HTMLSelectElement>('#pilihan')
  if (!choice) return
  const follow = () => {
    const words = choice.selectedOptions[0]?.dataset ?? {}
    for (const place of root.querySelectorAll<HTMLElement>('[data-chosen]')) {
      place.textContent = words[place.dataset['chosen'] ?? ''] ?? place.textContent
    }
  }
  choice.addEventListener('change', follow)
  // coming back, the browser has kept the choice
  addEventListener('pageshow', follow)
}
