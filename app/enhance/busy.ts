const SLOW_AFTER_MS = 400

/** On a slow line, a woven bar at the top of the screen says that the tap was heard. */
export function sayBusy(root: Document): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const start = () => {
    clearTimeout(timer)
    timer = setTimeout(() => root.documentElement.setAttribute('data-busy', ''), SLOW_AFTER_MS)
  }
  const stop = () => {
    clearTimeout(timer)
    root.documentElement.removeAttribute('data-busy')
  }
  root.addEventListener('submit', ({ target, submitter }) => {
    if (loads(target as HTMLFormElement, submitter)) start()
  })
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[href]')
    const isPlain =
      !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (isPlain && link instanceof HTMLAnchorElement && leavesPage(link)) start()
  })
  // also when Back brings the page out of the browser's memory
  window.addEventListener('pageshow', stop)
}

const leavesPage = (link: HTMLAnchorElement) =>
  link.target === '' && link.origin === location.origin && !isHere(new URL(link.href))

/** A question that is asked again as it was asked before leads back to where its answer stands already. */
function loads(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
  const asked = submitter?.getAttribute('formmethod') ?? form.method
  if (asked !== 'get') return true
  const to = new URL(submitter?.getAttribute('formaction') ?? form.action, location.href)
  to.search = new URLSearchParams([...new FormData(form, submitter)].map(asText)).toString()
  return !isHere(to)
}

const asText = ([name, value]: [string, FormDataEntryValue]): [string, string] => [name, String(value)]

/** Only a place within the page that is shown. */
const isHere = ({ href, pathname, search }: URL): boolean =>
  href.includes('#') && pathname === location.pathname && search === location.search
