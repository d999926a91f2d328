/** What was missing has been chosen: the page stops saying so. For a field whose error stands alone. */
export function takeBackError(field: HTMLInputElement | HTMLSelectElement): void {
  const root = field.ownerDocument
  root.querySelector(`.notice.error a[href="#${field.id}"]`)?.closest('.notice')?.remove()
  root.querySelector(`#${field.id}-error`)?.remove()
  field.closest('.wrong')?.classList.remove('wrong')
  field.removeAttribute('aria-invalid')
}
