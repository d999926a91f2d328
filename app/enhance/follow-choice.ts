import { takeBackError } from './take-back-error.ts'

/** The price beside the button, and where it goes, are those of the size that is chosen. Each option brings its own words. */
export function followChoice(root: Document): void {
  const choice = root.querySelector<HTMLSelectElement>('#pilihan')
  if (!choice) return
  const sent = ([...choice.options].find((option) => option.defaultSelected) ?? choice.options[0])?.value
  const follow = () => {
    const words = choice.selectedOptions[0]?.dataset ?? {}
    for (const place of root.querySelectorAll<HTMLElement>('[data-chosen]')) {
      place.textContent = words[place.dataset['chosen'] ?? ''] ?? place.textContent
    }
    limitCount(root, Number(words['most']))
    if (choice.value && choice.value !== sent) takeBackError(choice)
  }
  choice.addEventListener('change', follow)
  // it may have been chosen before this ran; coming back, the browser has kept the choice
  addEventListener('pageshow', follow)
}

/** No more can be asked for than there is of the chosen one; where all have as many, nothing is said. */
function limitCount(root: Document, most: number): void {
  const count = root.querySelector<HTMLSelectElement>('#jumlah')
  if (!count || !most) return
  for (const option of count.options) {
    option.disabled = Number(option.value) > most
    option.hidden = option.disabled
  }
  if (Number(count.value) > most) count.value = String(most)
}
