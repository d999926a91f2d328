import type { LoaderFunctionArgs } from '@remix-run/node'
import { findActor } from '#app/domain/accounts/find-actor.server.ts'
import { isImageKey, parseImageName } from '#app/ports/images/images.ts'

/** A photo of a bank receipt: `/bukti/<key>/<width>.<ext>`. For staff; to everyone else there is nothing here. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const actor = await findActor(context.app, request)
  const [key = '', name = '', ...rest] = (params['*'] ?? '').split('/')
  const wanted = parseImageName(name)
  if (actor?.kind !== 'staff' || !wanted || rest.length > 0 || !isImageKey(key)) {
    throw new Response(null, { status: 404 })
  }
  const found = await context.app.proofs.read(key, wanted.width, wanted.format)
  if (!found.ok) throw new Response(null, { status: found.error.code === 'missing' ? 404 : 503 })
  return new Response(new Uint8Array(found.value.bytes), {
    headers: {
      'Content-Type': found.value.contentType,
      'Cache-Control': 'private, no-store',
      'Content-Disposition': 'inline',
    },
  })
}
