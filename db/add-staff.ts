import { parseArgs } from 'node:util'
import { z } from 'zod'
import { FIRST_PASSWORD_HOURS, makePasswordLink } from '#app/domain/accounts/passwords.server.ts'
import { createStaff, restartStaff } from '#app/domain/accounts/staff-accounts.server.ts'
import { explainFailure } from '#app/explain-failure.server.ts'
import { makeDatabase, makePool } from '#app/platform/db.server.ts'
import { type Env, readEnv } from '#app/platform/env.server.ts'
import { makeLog } from '#app/platform/log.server.ts'
import { withDatabase } from './with-database.ts'

const USAGE = `npm run staff:add -- --name "Siti Rahma" --email siti@contoh.go.id [--head]

Makes an account for a member of staff and prints a link with which they set their own password.
--head      reads everything, closes and opens accounts of staff, changes nothing else
--restart   for somebody who has an account but lost the phone with the second step: takes the step and the old
            password away and prints a new link; needs only --email`

const options = {
  name: { type: 'string' },
  email: { type: 'string' },
  head: { type: 'boolean', default: false },
  restart: { type: 'boolean', default: false },
} as const
const email = z.email().max(254)
const given = z.union([
  z.object({ restart: z.literal(true), email }),
  z.object({
    restart: z.literal(false),
    email,
    name: z.string().trim().min(1).max(80),
    head: z.boolean().transform((head) => (head ? ('head' as const) : ('staff' as const))),
  }),
])
type Given = z.infer<typeof given>

class Refusal extends Error {}

/** The link with which the password can be set. */
async function addStaff(url: string, env: Env, person: Given): Promise<string> {
  const log = makeLog('warn')
  const db = makeDatabase(makePool(url, log, 1))
  try {
    const ctx = { db, log, now: new Date(), locale: 'id' as const }
    const user = person.restart
      ? await restartStaff(ctx, person.email)
      : await createStaff(ctx, { name: person.name, email: person.email, role: person.head })
    if (!user.ok) throw new Refusal(refusals[user.error.code](person.email))
    const path = await makePasswordLink({ db }, user.value.userId, FIRST_PASSWORD_HOURS)
    return `${person.email} can set a password within ${FIRST_PASSWORD_HOURS} hours, once, at\n${env.origin}${path}`
  } finally {
    await db.destroy()
  }
}

const refusals = {
  'email-taken': (address: string) => `${address} has an account already. Use --restart to start it over.`,
  'unknown-user': (address: string) => `${address} has no account that is open.`,
}

function readPerson(): Given | null {
  try {
    return given.parse(parseArgs({ options }).values)
  } catch {
    return null
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)

const person = readPerson()
if (person) {
  try {
    const env = readEnv(process.env)
    say(await withDatabase(env, say, (url) => addStaff(url, env, person)))
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : explainFailure(error)}\n`)
    process.exitCode = 1
  }
} else {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
}
