import type pg from 'pg'
import { isInUse, MigrationFailed, NewerDatabase } from '#db/migrate.ts'
import { DataFolderInUse } from '#db/postgres-home.ts'
import { OldPostgres } from '#db/prepare.ts'
import { NoPlaceToListen } from './listen.server.ts'
import { isDatabaseAway } from './platform/db.server.ts'
import { BadEnvironment } from './platform/env.server.ts'

/** What kept Anyam from starting, in words for whoever typed the command; anything unforeseen with where it happened. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof BadEnvironment) return error.message
  if (error instanceof DataFolderInUse)
    return 'Anyam lain sedang memakai folder data ini. Hentikan yang itu dulu, atau pakai DATA_DIR lain.\n(Another Anyam is using this data folder. Stop it first, or choose another DATA_DIR.)'
  if (error instanceof OldPostgres)
    return `PostgreSQL di DATABASE_URL versi ${error.version}; Anyam perlu versi 15 atau lebih baru.\n(${error.message})`
  if (error instanceof NewerDatabase)
    return `Basis data ini sudah dipakai Anyam yang lebih baru. Pasang versi itu, atau pulihkan cadangan dari sebelumnya.\n(${error.message}; install the later version, or restore a backup from before.)`
  if (isDiskFull(error)) return `Disk penuh. (The disk is full.)\n${full(error.message)}`
  if (error instanceof NoPlaceToListen) return explainPlace(error)
  return explainDatabase(error) ?? explainMigration(error) ?? error.stack ?? error.message
}

const NO_ROOM = /No space left on device/

/** PostgreSQL's word for it while it runs, the system's, or what a program that stopped for it left behind. */
const isDiskFull = (error: NodeJS.ErrnoException): boolean =>
  error.code === '53100' || error.code === 'ENOSPC' || NO_ROOM.test(error.message)

const full = (said: string): string => said.split('\n').find((line) => NO_ROOM.test(line)) ?? said

/** The address that the shop itself should answer at. */
function explainPlace({ place: { host, port }, code }: NoPlaceToListen): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} sedang dipakai. Pilih yang lain dengan PORT, misalnya PORT=${portBeside(port)}.\n(Port ${port} is in use; choose another with PORT.)`
    case 'EACCES':
      return `Port ${port} tidak boleh dipakai. Pilih yang di atas 1023 dengan PORT.\n(Port ${port} is not allowed; choose one above 1023 with PORT.)`
    default:
      return `HOST: ${host} bukan alamat mesin ini. (HOST: ${host} is not an address of this machine.)\n${code}`
  }
}

const portBeside = (port: number): number => (port < 65_535 ? port + 1 : port - 1)

/** Rows that an earlier version took and a newer rule does not: whoever keeps the database has to put them right. */
function explainMigration(error: Error): string | null {
  if (!(error instanceof MigrationFailed)) return null
  const { code = '', detail } = error.cause as pg.DatabaseError
  if (isInUse(error))
    return `Langkah basis data ${error.file} belum bisa dijalankan: tabelnya sedang dipakai yang lain, misalnya cadangan. Tunggu sampai selesai, lalu mulai lagi. Tidak ada yang berubah.\n(The tables are in use, by a backup for example. Wait until it is done, then start again. Nothing was changed.)`
  if (!code.startsWith('23')) return null
  const said = [error.cause.message, detail].filter(Boolean).join('. ')
  return `Langkah basis data ${error.file} berhenti pada catatan lama yang tidak cocok dengan aturan barunya. Langkah ini tidak mengubah apa-apa. Perbaiki catatannya, lalu mulai lagi.\n(A row kept by an earlier version does not fit the new rule; this step changed nothing. Put the row right, then start again.)\n${said}`
}

/** What PostgreSQL says when it is there but does not let us in. */
const CLOSED: Record<string, string> = {
  '28P01': 'nama atau kata sandinya salah (wrong user or password)',
  '28000': 'pengguna ini tidak boleh masuk (this user may not sign in)',
  '3D000': 'basis datanya belum dibuat (the database does not exist)',
  '42501': 'pengguna ini tidak boleh membuat tabel (this user may not create tables)',
}

function explainDatabase(error: NodeJS.ErrnoException): string | null {
  const inner = (error.cause ?? error) as NodeJS.ErrnoException
  const why = CLOSED[inner.code ?? '']
  if (why) return `DATABASE_URL: ${why}.\n${inner.message}`
  if (!isDatabaseAway(error)) return null
  return `DATABASE_URL: PostgreSQL tidak menjawab di alamat itu. (PostgreSQL does not answer at that address.)\n${error.code ?? error.message}`
}
