import { join } from 'node:path'
import express, { type Express } from 'express'

const YEAR = '365d'

/** Built assets carry a hash and never change; fonts and illustrations change seldom. */
export function serveBuilt(app: Express, clientFolder: string): void {
  app.use(
    '/assets',
    express.static(join(clientFolder, 'assets'), {
      immutable: true,
      maxAge: YEAR,
      index: false,
      fallthrough: false,
    }),
  )
  app.use(express.static(clientFolder, { maxAge: '30d', index: false, redirect: false, dotfiles: 'ignore' }))
}
