import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listGroups } from '#app/domain/groups/groups.queries.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { shopContext } from '#app/routes/context.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { GroupCards } from '#app/ui/group-card.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { groupCardOf } from './group-cards.ts'

export async function loader(args: LoaderFunctionArgs) {
  return { groups: await listGroups(shopContext(args)) }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.people_groups_title(), description: m.people_groups_lead() })

export default function Groups() {
  const { groups } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <PageTitle title={m.people_groups_title()} lead={m.people_groups_lead()} />
      {groups.length > 0 ? (
        <GroupCards groups={groups.map(groupCardOf)} />
      ) : (
        <EmptyState title={m.people_groups_empty_title()}>
          <p>{m.people_groups_empty()}</p>
        </EmptyState>
      )}
    </div>
  )
}
