import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, staffContext } from '#app/routes/context.server.ts'

/** An address of the desk that leads nowhere is said within the desk. */
export async function loader(args: LoaderFunctionArgs) {
  await staffContext(args)
  throw notFound()
}

export default () => null
