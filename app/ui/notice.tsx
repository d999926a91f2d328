import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { type FieldSource, hasError, idOf } from './field.tsx'
import { Icon, type IconName } from './icon.tsx'

type Tone = 'info' | 'success' | 'warning' | 'error'

const ICONS: Record<Tone, IconName> = { info: 'info', success: 'check', warning: 'alert', error: 'alert' }

type Props = {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  /** Read out as soon as the page shows it: for what the last action did. */
  announced?: boolean
  /** Brought into view by the browser itself, scripts or not, however far down a form stands. */
  foremost?: boolean
}

/** A page that answers a form opens at what was wrong with it. */
export const FOREMOST = { tabIndex: -1, autoFocus: true } as const

/** Something to know, with an icon and words; never colour alone. */
export function Notice({ tone = 'info', title, children, announced, foremost }: Props) {
  const role = announced ? (tone === 'error' ? 'alert' : 'status') : undefined
  return (
    <div className={`notice ${tone}`} role={role} {...(foremost && FOREMOST)}>
      <Icon name={ICONS[tone]} size={28} />
      <div>
        {title && <b>{title}</b>}
        {!title && <span className="sr">{TONE_WORDS[tone]()}. </span>}
        {children}
      </div>
    </div>
  )
}

const TONE_WORDS = {
  info: m.common_notice_info,
  success: m.common_notice_success,
  warning: m.common_notice_warning,
  error: m.common_notice_error,
}

type SummaryProps = {
  /** The fields of the form, in the order they stand on the page. */
  fields: readonly FieldSource[]
  /** What is wrong with the form as a whole. */
  errors?: readonly string[]
}

/** All that is wrong, at the top, each a link to its field. */
export function ErrorSummary({ fields, errors = [] }: SummaryProps) {
  const wrong = fields.filter(hasError)
  if (wrong.length === 0 && errors.length === 0) return null
  // where nothing that was typed is wrong, it may only be a matter of waiting
  const title = wrong.length > 0 ? m.common_errors_title() : m.common_errors_whole()
  return (
    <Notice tone="error" title={title} announced foremost>
      <ul>
        {errors.map((error) => (
          <li key={error}>{error}</li>
        ))}
        {wrong.map((field) => (
          <li key={field.name}>
            <a href={`#${idOf(field)}`}>
              {[field.label, field.errors?.join(' ')].filter(Boolean).join(': ')}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
