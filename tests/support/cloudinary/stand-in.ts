import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import sharp from 'sharp'
import { deliverySignature, uploadSignature } from './signatures.ts'

export interface CloudinaryAccount {
  cloudName: string
  apiKey: string
  apiSecret: string
}

export interface CloudinaryFault {
  /** `drip` answers with one byte now and then and never ends. */
  kind: '500' | '502-html' | 'hang' | 'drip' | 'reset'
  times?: number
  on?: 'upload' | 'destroy' | 'delivery'
}

export interface CloudinaryStandIn {
  url: string
  port: number
  /** What `CLOUDINARY_URL` is to be set to. */
  cloudinaryUrl: string
  control: {
    fail(fault: CloudinaryFault): void
    /** The pictures as they were uploaded, by public id. */
    pictures(): ReadonlyMap<string, Buffer>
    journal(): readonly string[]
    reset(): void
  }
  close(): Promise<void>
}

type Op = NonNullable<CloudinaryFault['on']>

interface State {
  account: CloudinaryAccount
  pictures: Map<string, Buffer>
  journal: string[]
  faults: Required<CloudinaryFault>[]
}

const STALE_AFTER_SECONDS = 60 * 60

/** Starts a server on the loopback that keeps Cloudinary's rules about signatures and resizes pictures on the fly. */
export async function startCloudinaryStandIn(
  account: CloudinaryAccount,
  port = 0,
): Promise<CloudinaryStandIn> {
  const state: State = { account, pictures: new Map(), journal: [], faults: [] }
  const app = express().disable('x-powered-by').disable('etag')
  uploads(app, state)
  deliveries(app, state)
  const server = app.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  const url = `http://127.0.0.1:${address.port}`
  const { cloudName, apiKey, apiSecret } = account
  return {
    url,
    port: address.port,
    cloudinaryUrl: `cloudinary://${apiKey}:${apiSecret}@${cloudName}?upload_prefix=${url}`,
    control: controlOf(state),
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const controlOf = (state: State): CloudinaryStandIn['control'] => ({
  fail: ({ kind, times = 1, on = 'upload' }) => void state.faults.push({ kind, times, on }),
  pictures: () => state.pictures,
  journal: () => state.journal,
  reset: () => void Object.assign(state, { pictures: new Map(), journal: [], faults: [] }),
})

function uploads(app: Express, state: State): void {
  const body = express.raw({ type: 'multipart/form-data', limit: '20mb' })
  app.post(
    '/v1_1/:cloud/image/:op(upload|destroy)',
    body,
    handling(async (req, res) => {
      const op = req.params.op as Op
      if (strike(state, op, res)) return null
      const form = await new globalThis.Response(new Uint8Array(req.body), {
        headers: { 'content-type': req.get('content-type') ?? '' },
      }).formData()
      const refusal = refuseUnsigned(state.account, req.params.cloud ?? '', form)
      if (refusal) return res.status(401).json({ error: { message: refusal } })
      const id = textIn(form, 'public_id')
      if (op === 'destroy') return res.json({ result: state.pictures.delete(id) ? 'ok' : 'not found' })
      return keep(state, id, form, res)
    }),
  )
}

function refuseUnsigned(account: CloudinaryAccount, cloud: string, form: FormData): string | null {
  if (cloud !== account.cloudName) return 'cloud_name mismatch'
  if (form.get('api_key') !== account.apiKey) return 'Unknown API key'
  if (form.get('signature') !== uploadSignature(form, account.apiSecret)) return 'Invalid Signature'
  const age = Date.now() / 1000 - Number(form.get('timestamp'))
  return age < STALE_AFTER_SECONDS ? null : 'Stale request'
}

async function keep({ pictures }: State, id: string, form: FormData, res: Response): Promise<unknown> {
  const file = form.get('file')
  if (!file || typeof file === 'string') return res.status(400).json({ error: { message: 'Missing file' } })
  const bytes = Buffer.from(await file.arrayBuffer())
  const { format, width, height } = await sharp(bytes).metadata()
  const allowed = (textIn(form, 'allowed_formats') || format).split(',')
  if (!allowed.includes(format)) {
    return res.status(400).json({ error: { message: `Image file format ${format} not allowed` } })
  }
  const existing = pictures.has(id)
  const mayReplace = form.get('overwrite') !== 'false' && form.get('overwrite') !== '0'
  if (!existing || mayReplace) pictures.set(id, bytes)
  return res.json({
    public_id: id,
    resource_type: 'image',
    type: 'upload',
    format,
    width,
    height,
    bytes: bytes.length,
    existing,
  })
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

function deliveries(app: Express, state: State): void {
  const path = /^\/([^/]+)\/image\/upload\/(s--[\w-]{8}--)\/([^/]+)\/v\d+\/(.+)\.(webp|avif)$/
  app.get(
    path,
    handling(async (req, res) => {
      if (strike(state, 'delivery', res)) return null
      const [cloud, signature, transformation = '', id = '', format = ''] = Object.values(req.params)
      const expected = deliverySignature(`${transformation}/${id}.${format}`, state.account.apiSecret)
      if (cloud !== state.account.cloudName || signature !== expected) return res.sendStatus(401)
      const picture = state.pictures.get(id)
      if (!picture) return res.sendStatus(404)
      const width = Number(/(?:^|,)w_(\d+)/.exec(transformation)?.[1])
      const resized = sharp(picture).resize({ width, withoutEnlargement: true })
      const encoded = format === 'avif' ? resized.avif({ effort: 0 }) : resized.webp()
      return res.type(`image/${format}`).send(await encoded.toBuffer())
    }),
  )
}

const handling =
  (handle: (req: Request, res: Response) => Promise<unknown>): RequestHandler =>
  async (req, res, next) => {
    try {
      await handle(req, res)
    } catch (error) {
      next(error)
    }
  }

function strike(state: State, op: Op, res: Response): boolean {
  state.journal.push(op)
  const fault = state.faults.find((one) => one.on === op && one.times > 0)
  if (!fault) return false
  fault.times -= 1
  if (fault.kind === '500') res.status(500).json({ error: { message: 'General Error' } })
  if (fault.kind === '502-html') res.status(502).type('html').send('<h1>502 Bad Gateway</h1>')
  if (fault.kind === 'reset') res.socket?.resetAndDestroy()
  if (fault.kind === 'drip') drip(res)
  return true
}

function drip(res: Response): void {
  res.status(200).type('json')
  const timer = setInterval(() => res.write(' '), 50)
  res.on('close', () => clearInterval(timer))
}
