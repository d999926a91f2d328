/** What a group or staff wrote, said whose words they are: their consoles are Indonesian, and so mostly what they write. */
export function OwnWords({ lead, children }: { lead: string; children: string }) {
  return (
    <>
      {lead} <span lang="id">{children}</span>
    </>
  )
}
