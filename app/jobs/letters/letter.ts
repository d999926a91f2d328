import { m } from '#app/paraglide/messages.js'

/** A letter before it becomes a mail or a text message; all of it is plain words. */
export interface Letter {
  subject: string
  greeting: string
  /** One paragraph each. A telephone gets the subject and the first: what is new, how much and what to do now. */
  lines: string[]
  /** Said everywhere, also on a telephone: the order is a sample, for which nobody should send money. */
  caution: string | null
  facts: { label: string; value: string }[]
  action: { label: string; href: string }
  /** Who can be asked, by WhatsApp; nobody where no number is known. */
  asks: { label: string; href: string }[]
  footer: string[]
}

/** The letter as every mail program can show it. */
export function letterText({ greeting, lines, caution, facts, action, asks, footer }: Letter): string {
  const parts = [
    greeting,
    ...lines,
    caution,
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ...[action, ...asks].map(({ label, href }) => `${label}:\n${href}`),
    `--\n${footer.join('\n')}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** The same words with a button; no pictures, no tracking, nothing that has to be fetched. */
export function letterHtml(letter: Letter, locale: string): string {
  const { subject, greeting, lines, caution, facts, action, asks, footer } = letter
  const rows = facts.map(
    ({ label, value }) => `<tr><th${LABEL}>${words(label)}</th><td${CELL}>${words(value)}</td></tr>`,
  )
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(subject)}</title></head>
<body style="margin:0;padding:16px 8px;background:#f2f6ec;color:#10261c;font:16px/1.5 Verdana,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:16px 20px;background:#fff;border-top:8px solid #1d6a3d">
<p style="margin:0 0 20px;font:bold 20px Georgia,serif;color:#1d6a3d">${text(m.common_site_name())}</p>
${[greeting, ...lines, ...(caution ? [caution] : [])].map((line) => `<p>${words(line)}</p>`).join('\n')}
${rows.length > 0 ? `<table style="border-collapse:collapse;margin:16px 0">${rows.join('')}</table>` : ''}
<p style="margin:24px 0"><a href="${text(action.href)}" style="display:inline-block;padding:14px 22px;background:#f4b81e;color:#1d1a08;border:2px solid #10261c;font-weight:bold;text-decoration:none">${text(action.label)}</a></p>
${asks.map(({ label, href }) => `<p><a href="${text(href)}" style="display:inline-block;padding:10px 0;color:#1d6a3d">${text(label)}</a></p>`).join('\n')}
${footer.map((line) => `<p style="font-size:14px;color:#44574b">${words(line)}</p>`).join('\n')}
</div></body></html>
`
}

/** Who writes, the news and the link, for a telephone that shows a bare number as the sender. */
export const messageText = ({ subject, lines, caution, action }: Letter): string =>
  oneLine(
    [`${m.common_site_name()}: ${sentence(subject)}`, lines[0], caution, action.href]
      .filter(Boolean)
      .join(' '),
  )

/** For a telephone: what keeps a page's lines together is not in its alphabet, and would double what a message costs. */
export const oneLine = (words: string): string => words.replace(/\s+/g, ' ').replaceAll('\u2060', '')

/** Words with the mark that ends them, for what may already have one. */
export const sentence = (words: string): string => (/[.?!…][”"’)]?$/.test(words.trim()) ? words : `${words}.`)

const CELL = ' style="text-align:left;vertical-align:top;padding:4px 0"'
const LABEL =
  ' style="text-align:left;vertical-align:top;padding:4px 16px 4px 0;font-weight:normal;color:#44574b"'

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const text = (words: string): string => words.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark)

/** Order codes and account numbers are read and typed in one piece: no line breaks at their hyphens. */
const words = (line: string): string =>
  text(line).replace(/[A-Z\d]{1,8}(?:-[A-Z\d]{1,8}){1,2}/g, '<span style="white-space:nowrap">$&</span>')
