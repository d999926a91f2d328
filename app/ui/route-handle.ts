/** What a route says of itself to the root. */
export interface RouteHandle {
  /** Ships React to the browser. Absent: the page is plain HTML. */
  hydrate?: boolean
}
