import { m } from '#app/paraglide/messages.js'
import { TimeText } from '#app/ui/date-text.tsx'

interface Props {
  at: Date | string
  closing: { by: string; reason: string | null } | null
}

/** When an account was closed, by whom and why. */
export function Closing({ at, closing }: Props) {
  return (
    <>
      {m.console_staff_closed_at()} <TimeText at={at} withYear />
      {closing && ` ${m.console_staff_closed_by({ name: closing.by, reason: closing.reason ?? '' })}`}
    </>
  )
}
