import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type GroupInCare, listGroupsInCare } from '#app/domain/fulfilment/group-care.queries.server.ts'
import { formatPhone } from '#app/lib/phone-text.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { staffContext } from '#app/routes/context.server.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { TimeText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { MoneyText } from '#app/ui/money-text.tsx'
import { StateWord } from '#app/ui/outcome-chain.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { useMayAct } from './may-act.ts'
import { reachesNobody } from './reaches-nobody.ts'

export async function loader(args: LoaderFunctionArgs) {
  return { groups: await listGroupsInCare(await staffContext(args)) }
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.console_care_title(),
    description: m.console_care_lead(),
    isPrivate: true,
  })

export default function Groups() {
  const { groups } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle title={m.console_care_title()} lead={m.console_care_lead()} />
      {groups.length === 0 ? (
        <EmptyState title={m.console_groups_none()} />
      ) : (
        <section className="figure-panel">
          <GroupTable groups={groups} />
        </section>
      )}
    </>
  )
}

function GroupTable({ groups }: { groups: readonly GroupInCare[] }) {
  const mayAct = useMayAct()
  return (
    <DataTable
      stacks
      caption={m.console_care_title()}
      rows={groups}
      keyOf={({ id }) => id}
      columns={[
        {
          head: m.console_groups_name(),
          cell: ({ slug, name, villageName }) => (
            <>
              <a href={`/kelompok/${slug}`}>{name}</a>
              <span className="small muted below">{m.common_village({ village: villageName })}</span>
            </>
          ),
          isName: true,
        },
        {
          head: m.console_care_phones(),
          cell: (group) => <OpenPhones group={group} />,
        },
        { head: m.console_care_last(), cell: (group) => <LastSeen group={group} /> },
        { head: m.console_care_open(), cell: ({ openParcels }) => openParcels, isNumber: true },
        { head: m.console_care_late(), cell: ({ lateParcels }) => <Late count={lateParcels} /> },
        {
          head: m.console_care_earned(),
          cell: ({ earnedRupiah }) => <MoneyText amount={earnedRupiah} />,
          isNumber: true,
        },
        ...(mayAct
          ? [
              {
                head: m.console_care_sign_in(),
                cell: ({ id, phones }: GroupInCare) => (
                  <a className="sign-in-way" href={`/petugas/kelompok/${id}/tautan`}>
                    {phones.some(({ closedAt }) => !closedAt) ? m.console_care_link() : m.console_phone_add()}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function OpenPhones({ group }: { group: GroupInCare }) {
  const open = group.phones.filter(({ closedAt }) => !closedAt)
  if (open.length === 0) return reachesNobody(group) ? <ReachesNobody /> : <>{m.console_care_no_phone()}</>
  return open.map(({ id, name, phone }) => (
    <span key={id} className="below">
      {phone && (
        <a className="nowrap" href={`tel:${phone}`}>
          {formatPhone(phone)}
        </a>
      )}
      <span className="small muted below">{name}</span>
      {open.length > 1 && phone === group.orderPhone && (
        <span className="small below">{m.console_care_for_orders()}</span>
      )}
    </span>
  ))
}

const ReachesNobody = () => (
  <span className="reaches-nobody">
    <StateWord tone="bad">{m.console_care_reaches_nobody()}</StateWord>
  </span>
)

function LastSeen({ group: { phones } }: { group: GroupInCare }) {
  const seen = phones.flatMap(({ lastSeenAt }) => lastSeenAt ?? []).sort()
  const last = seen.at(-1)
  return last ? <TimeText at={last} withYear /> : <>{m.console_care_never()}</>
}

const Late = ({ count }: { count: number }) =>
  count > 0 ? (
    <StateWord tone="bad">{m.console_care_late_count({ count })}</StateWord>
  ) : (
    <>{m.console_none()}</>
  )
