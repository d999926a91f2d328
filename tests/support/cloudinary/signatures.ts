import { createHash } from 'node:crypto'

const UNSIGNED = new Set(['file', 'api_key', 'signature', 'resource_type', 'cloud_name'])

/** Cloudinary's signature of an upload call, written from its documentation and not with its SDK. */
export function uploadSignature(form: FormData, secret: string): string {
  const signed = [...form.entries()]
    .flatMap(([name, value]) => (UNSIGNED.has(name) || typeof value !== 'string' ? [] : [{ name, value }]))
    .map(({ name, value }) => `${name}=${value.replaceAll('&', '%26')}`)
    .sort()
  return createHash('sha1')
    .update(signed.join('&') + secret)
    .digest('hex')
}

/** The `s--...--` part of the address of a picture. */
export function deliverySignature(toSign: string, secret: string): string {
  const hash = createHash('sha1')
    .update(toSign + secret)
    .digest('base64')
  return `s--${hash.slice(0, 8).replaceAll('/', '_').replaceAll('+', '-')}--`
}
