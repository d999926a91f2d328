/**
 * What is typed into a form outlives a reload, a change of language and a lost connection: it stays in this tab until
 * the page after it shows that we have it, by saying so or by another stamp, or the tab is closed. It counts before what
 * the server kept, if it was typed since: what the server has changed or emptied by then stays as it is.
 */
export function keepTyped(root: Document): void {
  const storage = ownStorage()
  if (!storage) return
  for (const { dataset } of root.querySelectorAll<HTMLElement>('[data-sent]')) {
    storage.removeItem(`typed:${dataset['sent']}`)
  }
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-keep]')) keepIn(form, storage)
}

function keepIn(form: HTMLFormElement, storage: Storage): void {
  const key = `typed:${form.dataset['keep']}`
  const fields = () => [...form.elements].filter(isTyped)
  const { stamp = '' } = form.dataset
  const kept = JSON.parse(storage.getItem(key) ?? '{}') as Partial<Kept>
  const typed = kept.stamp === stamp ? { ...kept.typed } : {}
  const isSamePlace = kept.district === districtIn(form)
  const hear = (field: Typed) => {
    if (isTyped(field)) typed[keyOf(field)] = field.value
    storage.setItem(key, JSON.stringify({ stamp, district: districtIn(form), typed } satisfies Kept))
  }
  for (const field of fields()) {
    if (isAhead(field, keyOf(field) in typed)) hear(field)
    else fill(field, typed[keyOf(field)] ?? (isSamePlace ? sameInList(field, typed[field.name]) : undefined))
  }
  form.ownerDocument.addEventListener('input', ({ target }) => {
    const field = target as Typed
    if (field.form === form) hear(field)
  })
}

/**
 * Whether somebody was faster than these lines. On a page that was come back to the browser may have filled in the field
 * itself: with what was typed last, which is no news where nothing is kept.
 */
function isAhead(field: Typed, isKept: boolean): boolean {
  return (isKept || arrival()?.type === 'navigate') && field.value !== drawn(field)
}

function drawn(field: Typed): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue
  return ([...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0])?.value ?? ''
}

/** What was typed into the form as it was drawn by then, field by field, and the kecamatan that was chosen in it. */
type Kept = { stamp: string; district: string; typed: Record<string, string> }

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What was picked from a list is never written into a field, such as a village into the address of another kecamatan. */
const keyOf = (field: Typed) => (field instanceof HTMLSelectElement ? `${field.name} of a list` : field.name)

const districtIn = (form: HTMLFormElement) => String(new FormData(form).get('districtCode') ?? '')

/** What was typed while there was no list yet, as the list that has come since writes it. */
function sameInList(field: Typed, typed: string | undefined): string | undefined {
  const wanted = typed?.trim().toLowerCase()
  if (!wanted || !(field instanceof HTMLSelectElement)) return undefined
  return [...field.options].find(({ value }) => value.toLowerCase() === wanted)?.value
}

/**
 * A list takes only what is in it; what is filled in is seen. A field that stays as it is is not touched: a browser takes
 * it for typed otherwise, and puts it back over what the server has come to know when somebody goes back to the page.
 */
export function fill(field: Typed, value: string | undefined): void {
  const before = field.value
  if (value === undefined || value === before) return
  field.value = value
  const fold = field.closest('details')
  if (fold && field.value !== before) fold.open = true
  if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = before
}

/** Not what was looked for: a search that comes back by itself would undo what was chosen from it. */
export const isTyped = (element: Element): element is Typed =>
  isWritable(element) && element.closest('.input-row') === null

export const isWritable = (element: Element): element is Typed =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLSelectElement && element.name !== 'districtCode') ||
  (element instanceof HTMLInputElement && ['text', 'tel', 'email'].includes(element.type))

/** How this page was come to. */
export const arrival = () =>
  (performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]).at(0)

/** Null in a browser that keeps nothing for pages: there even asking fails. */
export function ownStorage(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}
