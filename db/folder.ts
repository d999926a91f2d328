import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** This folder, wherever the code that reads its files was built to. */
export const DB_FOLDER = dirname(createRequire(import.meta.url).resolve('#db/folder.ts'))
