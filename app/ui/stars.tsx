import { m } from '#app/paraglide/messages.js'
import { Icon } from './icon.tsx'

/** Whole stars with the count in words. */
export function Stars({ stars }: { stars: number }) {
  return (
    <span className="stars">
      <span className="sr">{m.common_stars({ stars })}</span>
      {Array.from({ length: stars }, (_, place) => (
        <Icon key={place} name="star" size={18} />
      ))}
    </span>
  )
}
