import type { UploadApiErrorResponse, UploadApiOptions, v2 } from 'cloudinary'
import { ok, type Result, refuse } from '#app/lib/result.ts'
import {
  type ImageFormat,
  type ImageStore,
  type ImageWidth,
  isImageKey,
  type PhotoBytes,
  type StoreRefusal,
} from './images.ts'
import { contentTypeOf, preparePhoto } from './process.server.ts'

export interface CloudinaryOptions {
  /** `cloudinary://key:secret@cloud`; `?upload_prefix=http://127.0.0.1:port` leads to a stand-in. */
  url: string
  /** Without an answer for this long the upload is given up. */
  timeoutMs?: number
  /** In all, however slowly an answer drips in. */
  deadlineMs?: number
}

interface Account {
  sdk: typeof v2
  /** What goes with every call, so that the SDK's settings for the whole process are never used. */
  call: {
    cloud_name: string
    api_key: string
    api_secret: string
    upload_prefix: string | undefined
    timeout: number
  }
  deadlineMs: number
}

const FOLDER = 'anyam'

/**
 * Pictures at Cloudinary, uploaded and addressed with signatures only, so that nobody else can add pictures to the
 * account or have it compute sizes this shop does not use.
 * @see docs/decisions/0012-pictures-are-made-anew.md
 */
export async function cloudinaryImages(options: CloudinaryOptions): Promise<ImageStore> {
  // The SDK chooses between http and https once, when it is loaded, from this variable.
  process.env.CLOUDINARY_URL = options.url
  const { v2: sdk } = await import('cloudinary')
  const url = new URL(options.url)
  const account: Account = {
    sdk,
    call: {
      cloud_name: url.hostname,
      api_key: decodeURIComponent(url.username),
      api_secret: decodeURIComponent(url.password),
      upload_prefix: url.searchParams.get('upload_prefix') ?? undefined,
      timeout: options.timeoutMs ?? 10_000,
    },
    deadlineMs: options.deadlineMs ?? 30_000,
  }
  return {
    prepare: preparePhoto,
    store: ({ key, bytes }) => inTime(account, upload(account, key, bytes)),
    url: (key, width, format) => addressOf(account, key, width, format),
    read: (key, width, format) => read(account, key, width, format),
    remove: (key) => inTime(account, destroy(account, key)),
    finish: async () => 0,
  }
}

async function upload({ sdk, call }: Account, key: string, bytes: PhotoBytes): Promise<void> {
  const options: UploadApiOptions = {
    ...call,
    public_id: publicId(key),
    resource_type: 'image',
    overwrite: false,
    allowed_formats: ['webp'],
  }
  await new Promise<void>((resolve, reject) => {
    sdk.uploader.upload_stream(options, (error) => (error ? reject(error) : resolve())).end(bytes)
  })
}

async function destroy({ sdk, call }: Account, key: string): Promise<void> {
  await sdk.uploader.destroy(publicId(key), { ...call, resource_type: 'image', invalidate: true })
}

function addressOf({ sdk, call }: Account, key: string, width: ImageWidth, format: ImageFormat): string {
  const { cloud_name, api_secret, upload_prefix } = call
  const address = sdk.url(publicId(key), {
    cloud_name,
    api_secret,
    secure: true,
    sign_url: true,
    urlAnalytics: false,
    transformation: { width, crop: 'limit', quality: 'auto' },
    format,
  })
  // Real prefixes such as https://api-eu.cloudinary.com only move uploads; a stand-in serves the pictures as well.
  return upload_prefix?.startsWith('http:')
    ? address.replace('https://res.cloudinary.com', upload_prefix)
    : address
}

async function read(
  account: Account,
  key: string,
  width: ImageWidth,
  format: ImageFormat,
): ReturnType<ImageStore['read']> {
  if (!isImageKey(key)) return refuse({ code: 'missing' })
  try {
    const answer = await fetch(addressOf(account, key, width, format), {
      redirect: 'error',
      signal: AbortSignal.timeout(account.call.timeout),
    })
    if (answer.status === 404) return refuse({ code: 'missing' })
    if (!answer.ok) return refuse({ code: 'unavailable', detail: `Status ${answer.status}` })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return ok({ bytes, contentType: contentTypeOf(format), isFinal: true })
  } catch (error) {
    return refuse({ code: 'unavailable', detail: inWords(error) })
  }
}

function publicId(key: string): string {
  if (!isImageKey(key)) throw new RangeError(`Not the key of a picture: ${key}`)
  return `${FOLDER}/${key}`
}

async function inTime({ deadlineMs }: Account, work: Promise<void>): Promise<Result<null, StoreRefusal>> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${deadlineMs} ms`)), deadlineMs)
  })
  try {
    await Promise.race([work, late])
    return ok(null)
  } catch (error) {
    if (error instanceof RangeError) throw error
    return refuse({ code: 'unavailable', detail: inWords(error) })
  } finally {
    clearTimeout(timer)
  }
}

/** The SDK rejects with plain objects, and with `{ error }` around them from some calls. */
function inWords(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message
  const { error = thrown } = thrown as { error?: unknown }
  const { message, http_code } = error as Partial<UploadApiErrorResponse>
  return [http_code, message]
    .filter((part) => part !== undefined)
    .join(' ')
    .slice(0, 200)
}
