import { arrival, fill, isTyped, isWritable, ownStorage } from './keep-typed.ts'

/** The words and choices of a form that was sent, until a page shows that there was an answer to it. */
interface Sent {
  path: string
  form: string
  typed: Record<string, string>
  /** The data were away when it came. */
  isLost?: boolean
}

const KEY = 'sent'

/** What was sent and could not be taken, since the line was cut or the data were away, stands in its form again. */
export function keepSent(root: Document): void {
  const storage = ownStorage()
  if (!storage) return
  const sent = JSON.parse(storage.getItem(KEY) ?? 'null') as Sent | null
  if (sent) storage.removeItem(KEY)
  const wait = (lost: Sent) => storage.setItem(KEY, JSON.stringify(lost))
  const isHere = sent?.path === location.pathname
  if (sent && 'databaseAway' in root.documentElement.dataset) {
    // where it led on to another page it was taken, and only that page is missing
    if (arrival()?.redirectCount === 0) wait({ ...sent, isLost: true })
  } else if (sent && isHere && (sent.isLost || arrival()?.type === 'back_forward')) {
    writeAgain(root, sent)
  } else if (sent?.isLost) wait(sent)
  root.addEventListener('submit', ({ target }) => {
    const form = target as HTMLFormElement
    if (form.method === 'post') wait({ path: location.pathname, form: nameOf(form), typed: typedIn(form) })
  })
}

/**
 * Where a form goes and what it sends along without being asked tell it from the others of its page;
 * an intent is another each time.
 */
function nameOf(form: HTMLFormElement): string {
  const lasting = inputsIn(form, 'hidden').filter(({ name }) => name !== 'intentId')
  return [form.getAttribute('action'), ...lasting.map(keyOf)].join(' ')
}

const typedIn = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([
    ...[...form.elements].filter(isWritable).map(({ name, value }) => [name, value]),
    ...choicesIn(form)
      .filter(({ checked }) => checked)
      .map((choice) => [keyOf(choice), choice.value]),
  ])

function writeAgain(root: Document, sent: Sent): void {
  const form = [...root.forms].find((one) => nameOf(one) === sent.form && hasFieldOf(one, sent))
  if (!form) return
  // what was looked for has not been found yet only where the data were away
  const isMissing = sent.isLost ? isWritable : isTyped
  for (const field of [...form.elements].filter(isMissing)) fill(field, sent.typed[field.name])
  for (const choice of choicesIn(form)) choice.checked = keyOf(choice) in sent.typed
}

/** Forms without a name of their own, such as the two doors of the sign-in page, are told apart by what was typed. */
const hasFieldOf = (form: HTMLFormElement, { typed }: Sent): boolean =>
  Object.keys(typed).some((key) => form.elements.namedItem(key.split('=')[0] ?? '') !== null)

const choicesIn = (form: HTMLFormElement) => inputsIn(form, 'radio', 'checkbox')

const inputsIn = (form: HTMLFormElement, ...types: string[]): HTMLInputElement[] =>
  [...form.elements].filter(
    (field): field is HTMLInputElement => field instanceof HTMLInputElement && types.includes(field.type),
  )

/** Choices share a name. */
const keyOf = ({ name, value }: HTMLInputElement) => `${name}=${value}`
