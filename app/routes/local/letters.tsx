import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDayTime } from '#app/lib/day.ts'
import { readSettings } from '#app/platform/settings.server.ts'
import { notFound } from '#app/routes/context.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { DemoStrip } from '#app/ui/site-header.tsx'
import consoleCss from '#app/ui/styles/console.css?url'

export const headers = privateHeaders
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: consoleCss }]

interface Letter {
  id: string
  to: string
  about: string
  sentAt: string
}

/** What would have left the house, for trying Anyam out. In production this page does not exist. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { outbox } = context.app
  if (!outbox) throw notFound()
  const [mails, messages, { demo }] = await Promise.all([
    outbox.mail.list(),
    outbox.messages.list(),
    readSettings(context.app.db),
  ])
  const letters: Letter[] = [
    ...mails.map(({ id, to, subject, sentAt }) => ({ id: `surat:${id}`, to, about: subject, sentAt })),
    ...messages.map(({ id, to, text, sentAt }) => ({ id: `pesan:${id}`, to, about: text, sentAt })),
  ]
  return { letters: letters.toSorted((a, b) => b.sentAt.localeCompare(a.sentAt)), demo: demo.isLoaded }
}

export const meta: MetaFunction = () => [
  { title: 'Surat keluar · Anyam Kayong' },
  { name: 'robots', content: 'noindex' },
]

export default function Letters() {
  const { letters, demo } = useLoaderData<typeof loader>()
  return (
    <>
      {demo && <DemoStrip />}
      <main className="wrap section" id="isi">
        <PageTitle
          title="Surat dan pesan keluar"
          lead="Selama Anyam Kayong dicoba, surat dan pesan tidak benar-benar dikirim. Semuanya bisa dibaca di sini."
        />
        {letters.length === 0 ? (
          <EmptyState title="Belum ada surat">
            <p>Buat satu pesanan, atau minta kode masuk: suratnya muncul di sini.</p>
          </EmptyState>
        ) : (
          <DataTable
            caption="Surat dan pesan, yang terbaru di atas"
            rows={letters}
            keyOf={({ id }) => id}
            stacks
            columns={[
              { head: 'Waktu', cell: ({ sentAt }) => formatDayTime(new Date(sentAt), 'id') },
              { head: 'Kepada', cell: ({ to }) => to },
              {
                head: 'Isi',
                isName: true,
                cell: ({ id, about }) => <a href={`/lokal/surat/${encodeURIComponent(id)}`}>{about}</a>,
              },
            ]}
          />
        )}
      </main>
    </>
  )
}
