import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { toDoor } from './door.server.ts'

/** Nobody signs out by following a link. */
export const loader = () => redirect('/akun')

/** Ends the session in the database, so that the cookie is worth nothing even to whoever kept a copy. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { headers } = await context.app.auth.api.signOut({ headers: request.headers, returnHeaders: true })
  return toDoor(context.app, 'signed-out', headers)
}

/** Never seen; but having a page, this address tells of trouble on the shop's own error page. */
export default function SignOut() {
  return null
}
