import { Form, useActionData } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { FieldSource } from '#app/ui/field.tsx'
import { FOREMOST, Notice } from '#app/ui/notice.tsx'
import type { Refused } from './answers.server.ts'

export type DeskField = (name: string, over?: Partial<FieldSource>) => FieldSource

type Props = {
  /** The form's own name among those of the page. */
  about: string
  intent: string
  /** What the form is about, sent along. */
  hidden?: Record<string, string>
  button: string
  /** What the button is for where several say the same; heard, not seen. */
  of?: string
  kind?: ComponentProps<typeof Button>['kind']
  /** The fields; `field` gives each what was typed and what is wrong with it. */
  children?: (field: DeskField) => ReactNode
}

/** One thing staff can do on a page with many: its fields, its button, and what was wrong with it. */
export function DeskForm({ about, intent, hidden = {}, button, of, kind, children }: Props) {
  const answer = useActionData<Refused>()
  const mine = answer?.about === about ? answer : null
  const wrong = mine?.errors
  const field: DeskField = (name, over) => ({
    name,
    id: `${about}-${name}`,
    ...over,
    initialValue: mine ? mine.typed[name] : over?.initialValue,
    errors: wrong?.[name] ? [wrong[name]] : undefined,
  })
  return (
    <Form method="post" className="form" noValidate>
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {mine && !mine.error && (
        // every answer starts at the top of the page; what was wrong with this form is read where the form stands
        <div role="alert" className="sr answer" {...FOREMOST}>
          {Object.values(mine.errors).join(' ')}
        </div>
      )}
      {children?.(field)}
      <div>
        <Button kind={kind} aria-label={of && `${button}, ${of}`}>
          {button}
        </Button>
      </div>
    </Form>
  )
}

/**
 * What could not be done because things had changed meanwhile: said on top, for its form may be gone with them.
 * @param ofOrder says which order it is about, on a page of several, where the form sent its code
 */
export function DeskRefusal({ ofOrder }: { ofOrder?: boolean }) {
  const answer = useActionData<Refused>()
  if (!answer?.error) return null
  const code = ofOrder && answer.typed['code']
  const title = code ? `${code}: ${answer.error}` : answer.error
  return (
    <Foremost>
      <Notice tone="error" title={title} announced />
    </Foremost>
  )
}

/** What answers a form is brought into view, however far down the form stands. */
export const Foremost = ({ children }: { children: ReactNode }) => (
  <div className="foremost" {...FOREMOST}>
    {children}
  </div>
)

/** Forms that are needed rarely, folded away; open when one of them came back, or nobody sees what is wrong. */
export function DeskFold({
  title,
  of,
  abouts,
  children,
}: {
  title: string
  /** What it is for where several say the same; heard, not seen. */
  of?: string
  /** The names of the forms inside. */
  abouts: readonly string[]
  children: ReactNode
}) {
  const answer = useActionData<Refused>()
  return (
    <details className="desk-fold" open={answer !== undefined && abouts.includes(answer.about)}>
      <summary>
        {title}
        {of && <span className="sr"> {of}</span>}
      </summary>
      {children}
    </details>
  )
}
