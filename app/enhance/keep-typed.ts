/**
 * What is typed into a long form outlives a reload, a change of language and a lost connection: it stays in this tab
 * until the page after it shows that we have it, or the tab is closed. Only fields that the server left empty are filled.
 */
export function keepTyped(root: Document): void {
  const storage = ownStorage()
  if (!storage) return
  for (const { dataset } of root.querySelectorAll<HTMLElement>('[data-sent]')) {
    storage.removeItem(`typed:${dataset['sent']}`)
  }
  const form = root.querySelector<HTMLFormElement>('form[data-keep]')
  if (!form) return
  const key = `typed:${form.dataset['keep']}`
  const fields = () => [...form.elements].filter(isTyped)
  const typed = JSON.parse(storage.getItem(key) ?? '{}') as Record<string, string>
  for (const field of fields()) field.value ||= typed[field.name] ?? ''
  form.addEventListener('input', () => {
    storage.setItem(key, JSON.stringify(Object.fromEntries(fields().map(({ name, value }) => [name, value]))))
  })
}

/** Not what was looked for: a search that comes back by itself would undo what was chosen from it. */
const isTyped = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  !element.closest('.input-row') &&
  (element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && ['text', 'tel', 'email'].includes(element.type)))

/** Null in a browser that keeps nothing for pages: there even asking fails. */
function ownStorage(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}
