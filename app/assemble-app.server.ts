import { join } from 'node:path'
import type { KeptLetters } from './jobs/remove-letters.server.ts'
import { makeAuth } from './platform/auth.server.ts'
import { makeDatabase, makeImpatientPool } from './platform/db.server.ts'
import type { Env } from './platform/env.server.ts'
import type { Origins } from './platform/http/security.server.ts'
import type { Log } from './platform/log.server.ts'
import { makeLimits } from './platform/rate-limit.server.ts'
import { cloudinaryImages } from './ports/images/cloudinary.server.ts'
import { cloudinaryBesideDisk } from './ports/images/cloudinary-beside-disk.server.ts'
import { diskImages } from './ports/images/disk.server.ts'
import type { ImageStore } from './ports/images/images.ts'
import { fileMail } from './ports/mail/file.server.ts'
import { smtpMail } from './ports/mail/smtp.server.ts'
import { fileMessages } from './ports/messages/file.server.ts'
import { webhookMessages } from './ports/messages/webhook.server.ts'
import { stripePayments } from './ports/payments/stripe.server.ts'
import type { App } from './routes/context.server.ts'

export interface RunningApp extends App {
  /** Whom pages may talk to besides ourselves. */
  origins: Origins
  /** Everything that was ever sent into files, also by a shop that has a mail server by now. */
  keptLetters: readonly KeptLetters[]
  /** Says "not ready" from now on, so that a balancer sends nobody else. */
  drain(): void
  close(): Promise<void>
}

interface Parts {
  env: Env
  log: Log
  databaseUrl: string
}

/** Puts one running Anyam together: each port gets its vendor's adapter when it is configured, else the local one. */
export async function assembleApp({ env, log, databaseUrl }: Parts): Promise<RunningApp> {
  const pool = makeImpatientPool(databaseUrl, log)
  const db = makeDatabase(pool)
  const outbox = await localOutbox(env)
  const mail = env.smtp ? smtpMail({ ...env.smtp, messageIdHost: new URL(env.origin).hostname }) : outbox.mail
  let isDraining = false
  return {
    env,
    log,
    pool,
    db,
    auth: makeAuth({ db, origin: env.origin, secret: env.secret, log }),
    limits: makeLimits({ pool, secret: env.secret, log }),
    images: await imagesFor(env),
    proofs: await diskImages({ folder: join(env.dataDir, 'proofs'), urlPrefix: '/bukti' }),
    mail,
    messages: env.messageGateway
      ? webhookMessages(env.messageGateway)
      : env.isProduction
        ? null
        : outbox.messages,
    outbox: env.isProduction ? null : outbox,
    keptLetters: [outbox.mail, outbox.messages],
    cards: env.stripe ? stripePayments({ ...env.stripe, baseUrl: env.stripe.apiBase }) : null,
    origins: originsOf(env),
    isReady: async () => !isDraining && (await answers(pool)),
    drain: () => {
      isDraining = true
    },
    async close() {
      mail.close()
      await db.destroy()
    },
  }
}

/** Pictures go to disk first, so that an upload never waits for, or is lost with, Cloudinary. */
async function imagesFor({ cloudinaryUrl, dataDir }: Env): Promise<ImageStore> {
  const disk = await diskImages({ folder: join(dataDir, 'images') })
  return cloudinaryUrl ? cloudinaryBesideDisk(await cloudinaryImages({ url: cloudinaryUrl }), disk) : disk
}

async function localOutbox({ dataDir }: Env) {
  return {
    mail: await fileMail({ folder: join(dataDir, 'mail') }),
    messages: await fileMessages({ folder: join(dataDir, 'messages') }),
  }
}

function originsOf({ cloudinaryUrl, stripe }: Env): Origins {
  const stand = cloudinaryUrl ? new URL(cloudinaryUrl).searchParams.get('upload_prefix') : null
  return {
    images: cloudinaryUrl ? ['https://res.cloudinary.com', ...(stand ? [new URL(stand).origin] : [])] : [],
    payPages: stripe ? [stripe.apiBase ? new URL(stripe.apiBase).origin : 'https://checkout.stripe.com'] : [],
  }
}

const READY_MILLISECONDS = 2_000

/** A balancer does not wait long: a database that hesitates is not ready. */
async function answers(pool: { query(sql: string): Promise<unknown> }): Promise<boolean> {
  const late = new Promise<false>((hesitates) => {
    setTimeout(hesitates, READY_MILLISECONDS, false).unref()
  })
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late])
}
