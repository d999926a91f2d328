import { join } from 'node:path'
import { homeOf, refuseUsedHome } from '#db/postgres-home.ts'
import { explainFailure } from './explain-failure.server.ts'
import { refuseTakenPort } from './listen.server.ts'
import { readEnv } from './platform/env.server.ts'

// A build takes the place of the files that a running Anyam serves: what the start after it would refuse is refused before.
try {
  const env = readEnv(process.env)
  await refuseTakenPort(env)
  if (!env.databaseUrl) refuseUsedHome(homeOf(join(env.dataDir, 'postgres')))
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exit(1)
}
