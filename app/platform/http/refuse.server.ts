import type { Request, Response } from 'express'
import { type Locale, localeOf } from '#app/lib/locale.ts'

interface Words {
  title: string
  text: string
  /** What the one way on is called. */
  onward: string
}

const WORDS = {
  400: {
    id: {
      title: 'Alamat ini tidak terbaca',
      text: 'Mungkin ada yang terpotong waktu disalin.',
      onward: 'Ke beranda',
    },
    en: {
      title: 'This address cannot be read',
      text: 'Perhaps part of it was lost when it was copied.',
      onward: 'To the home page',
    },
  },
  403: {
    id: {
      title: 'Permintaan ini tidak datang dari halaman Anyam Kayong',
      text: 'Demi keamanan tidak dijalankan. Tidak ada yang berubah.',
      onward: 'Ke beranda',
    },
    en: {
      title: 'This request did not come from an Anyam Kayong page',
      text: 'To be safe it was not carried out. Nothing has changed.',
      onward: 'To the home page',
    },
  },
  413: {
    id: {
      title: 'Yang dikirim terlalu besar',
      text: 'Foto paling besar 12 MB. Kecilkan dulu, atau kirim tangkapan layarnya. Tidak ada yang hilang.',
      onward: 'Kembali, lalu coba lagi',
    },
    en: {
      title: 'What was sent is too large',
      text: 'A photo may have 12 MB at most. Make it smaller, or send a screenshot of it. Nothing is lost.',
      onward: 'Go back and try again',
    },
  },
  500: {
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
  },
} satisfies Record<number, Record<Locale, Words>>

/** Answers before, or without, the shop's own pages: what happened, what is safe, and one way on. */
export function refuse(request: Request, response: Response, status: keyof typeof WORDS): void {
  const locale = localeOf(request.path)
  const isAgain = status === 413 || status === 500
  const home = locale === 'en' ? '/en' : '/'
  const href = isAgain ? request.path.replace(/\.data$/, '') : home
  response
    .status(status)
    .type('html')
    .send(page(WORDS[status][locale], locale, href))
}

// in style attributes, which every page's rules allow; a file of styles might be what is missing
const page = ({ title, text, onward }: Words, locale: Locale, href: string): string => `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title} · Anyam Kayong</title></head>
<body style="max-width:34em;margin:0 auto;padding:24px 16px;font:1.0625rem/1.5 Verdana,sans-serif">
<main><p><b>Anyam Kayong</b></p><h1 style="font:600 1.6rem/1.2 Georgia,serif">${title}</h1><p>${text}</p>
<p><a href="${escaped(href)}" style="display:inline-block;padding:12px 0;font-weight:700">${onward}</a></p></main></body></html>
`

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
