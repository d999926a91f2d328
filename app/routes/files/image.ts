import type { LoaderFunctionArgs } from '@remix-run/node'
import { isImageKey, parseImageName } from '#app/ports/images/images.ts'

const YEAR_SECONDS = 31_536_000
const MINUTE_SECONDS = 60

/** A stored picture: `/gambar/<key>/<width>.<ext>`. What stands under a key never changes, so it is kept for ever. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const [key = '', name = '', ...rest] = (params['*'] ?? '').split('/')
  const wanted = parseImageName(name)
  if (!wanted || rest.length > 0 || !isImageKey(key)) throw new Response(null, { status: 404 })
  const found = await context.app.images.read(key, wanted.width, wanted.format)
  if (!found.ok) throw new Response(null, { status: found.error.code === 'missing' ? 404 : 503 })
  const { bytes, contentType, isFinal } = found.value
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': contentType,
      'Cache-Control': `public, max-age=${isFinal ? `${YEAR_SECONDS}, immutable` : MINUTE_SECONDS}`,
      'Content-Disposition': 'inline',
    },
  })
}
