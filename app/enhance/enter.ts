/** Enter in a field that has a button of its own presses that button; the form around it is not sent half filled. */
export function pressNearestButton(root: Document): void {
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return
    const button = event.target.closest('.input-row')?.querySelector('button')
    if (!button) return
    event.preventDefault()
    button.click()
  })
}
