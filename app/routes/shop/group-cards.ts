import type { GroupSummary } from '#app/domain/groups/groups.queries.server.ts'
import { dotted } from '#app/lib/dotted.ts'
import { m } from '#app/paraglide/messages.js'
import type { GroupCardData } from '#app/ui/group-card.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { memberWords } from './trace-links.tsx'

/** A group as a row: where it is, how many weave, how much it shows. */
export function groupCardOf(group: GroupSummary): GroupCardData {
  const count = group.productCount
  const samples = count > 0 ? m.catalogue_total_samples({ count }) : null
  const pieces = group.showsSamplesOnly ? samples : m.catalogue_total({ count })
  return {
    href: shopHref(`/kelompok/${group.slug}`),
    name: group.name,
    notes: [
      m.common_village({ village: group.villageName }),
      dotted(memberWords(group.memberCount), pieces),
    ].filter(Boolean),
    motif: group.weaveMotif,
    dye: group.weaveColour,
  }
}
