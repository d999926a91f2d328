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
  root.addEventListener('submit', start)
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[href]')
    const isPlain =
      !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (isPlain && link instanceof HTMLAnchorElement && leavesPage(link)) start()
  })
  // also when Back brings the page out of the browser's memory
  window.addEventListener('pageshow', stop)
}

const leavesPage = ({ href, target, origin, pathname, search }: HTMLAnchorElement) =>
  target === '' &&
  origin === location.origin &&
  !(href.includes('#') && pathname === location.pathname && search === location.search)
