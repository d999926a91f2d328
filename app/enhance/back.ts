/** Whoever goes on from an answer to a form can come back to its page; the browser would ask to send the form again. */
export function letPeopleBack(root: Document): void {
  const asPage = () => history.replaceState(history.state, '', location.href)
  root.addEventListener('submit', asPage)
  root.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a[href]')) asPage()
  })
}
