import type { SupporterOfGroups } from '#app/domain/groups/all-supporters.queries.server.ts'
import { ATTRIBUTION } from '#app/domain/outcomes/definitions.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Notice } from '#app/ui/notice.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { SupporterName } from '#app/ui/supporter-name.tsx'

/** Stands under every page of outcomes: what the figures do not prove, and who else helped. */
export function AttributionNote({ supporters }: { supporters: readonly SupporterOfGroups[] }) {
  return (
    <section className="attribution">
      <Notice title={ATTRIBUTION[getLocale()]}>
        {supporters.length === 0 ? (
          <p>{m.impact_supporters_none()}</p>
        ) : (
          <>
            <p>{m.impact_supporters()}</p>
            <ul>
              {supporters.map(({ name, gloss, groups }) => (
                <li key={name}>
                  <SupporterName name={name} gloss={gloss} />:{' '}
                  {groups.map((group, place) => (
                    <span key={group.slug}>
                      {place > 0 && ', '}
                      <a href={shopHref(`/kelompok/${group.slug}`)}>{group.name}</a>
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    </section>
  )
}
