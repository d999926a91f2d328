import type { LoaderFunctionArgs } from '@remix-run/node'
import { groupContext, notFound } from '#app/routes/context.server.ts'

/** An address of the group's console that leads nowhere is said within it. */
export async function loader(args: LoaderFunctionArgs) {
  await groupContext(args)
  throw notFound()
}

export default () => null
