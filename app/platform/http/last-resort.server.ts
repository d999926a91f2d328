import type { ErrorRequestHandler, Response } from 'express'
import { type Locale, localeOf } from '#app/lib/locale.ts'
import type { Log } from '../log.server.ts'

/** When not even the shop's own error page can be made: what happened, what is safe, and one way on. */
export function lastResort(log: Log): ErrorRequestHandler {
  return (error: { status?: number }, request, response, next) => {
    const { status = 500 } = error
    if (status < 500 && !response.headersSent) return refuseFile(response, status)
    log.error({ err: error }, 'answer failed')
    if (response.headersSent) return next(error)
    const locale = localeOf(request.path)
    response
      .status(500)
      .type('html')
      .send(page(WORDS[locale], locale, request.path.replace(/\.data$/, '')))
  }
}

/** A file that is not there, is none of ours to give, or has no such part. */
function refuseFile(response: Response, status: number): void {
  const said = status === 403 ? 404 : status
  response.status(said).type('text').send(String(said))
}

const WORDS = {
  id: {
    title: 'Ada yang salah di pihak kami',
    text: 'Yang sudah tersimpan tetap aman. Coba lagi sebentar.',
    onward: 'Coba lagi',
  },
  en: {
    title: 'Something went wrong on our side',
    text: 'What was saved is safe. Please try again in a moment.',
    onward: 'Try again',
  },
} satisfies Record<Locale, unknown>

// in style attributes, which every page's rules allow; a file of styles might be what is missing
const page = (
  { title, text, onward }: (typeof WORDS)[Locale],
  locale: Locale,
  href: string,
): string => `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title} · Anyam Kayong</title></head>
<body style="max-width:34em;margin:0 auto;padding:24px 16px;font:1.0625rem/1.5 Verdana,sans-serif">
<main><p><b>Anyam Kayong</b></p><h1 style="font:600 1.6rem/1.2 Georgia,serif">${title}</h1><p>${text}</p>
<p><a href="${escaped(href)}" style="display:inline-block;padding:12px 0;font-weight:700">${onward}</a></p></main></body></html>
`

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
