import { m } from '#app/paraglide/messages.js'
import { Icon } from './icon.tsx'

/**
 * A code or number to be carried elsewhere. It can be selected with one tap everywhere;
 * the copy button appears only where the page's script answers to `data-copy`.
 */
export function CopyCode({ value, label, spoken }: { value: string; label?: string; spoken?: string }) {
  return (
    <span className="copy-code">
      {label && <span className="small muted">{label}</span>}
      <code>{spoken ?? value}</code>
      <button
        type="button"
        className="button compact"
        data-copy={value}
        data-copied={m.common_copied()}
        data-refused={m.common_copy_refused()}
        hidden
      >
        <Icon name="copy" size={20} />
        <span aria-live="polite">{m.common_copy()}</span>
      </button>
    </span>
  )
}
