/** Longer than an answer takes on a slow line; after that whoever presses again means it. */
const PATIENCE_MS = 10_000

/** A button pressed again while its answer is on the way sends nothing: the second answer would speak of the first. */
export function sendOnce(root: Document): void {
  let pressed: EventTarget | null = null
  const forget = () => {
    pressed = null
  }
  root.addEventListener('submit', (event) => {
    const button = event.submitter ?? event.target
    if ((event.target as HTMLFormElement).method !== 'post') return
    if (button === pressed) event.preventDefault()
    else {
      pressed = button
      setTimeout(forget, PATIENCE_MS)
    }
  })
  // also when Back brings the page out of the browser's memory
  window.addEventListener('pageshow', forget)
}
