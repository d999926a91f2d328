import type { LoaderFunctionArgs } from '@remix-run/node'
import { isImageKey, parseImageName } from '#app/ports/images/images.ts'
import { notFound, staffContext } from '#app/routes/context.server.ts'

/** A photo of a bank receipt: `/bukti/<key>/<width>.<ext>`. For staff only, and kept by no browser. */
export async function loader(args: LoaderFunctionArgs) {
  await staffContext(args)
  const [key = '', name = '', ...rest] = (args.params['*'] ?? '').split('/')
  const wanted = parseImageName(name)
  if (!wanted || rest.length > 0 || !isImageKey(key)) throw notFound()
  const found = await args.context.app.proofs.read(key, wanted.width, wanted.format)
  if (!found.ok) throw found.error.code === 'missing' ? notFound() : new Response(null, { status: 503 })
  const { bytes, contentType } = found.value
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store', 'Content-Disposition': 'inline' },
  })
}
