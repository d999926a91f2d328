import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDayTime } from '#app/lib/day.ts'
import { readSettings } from '#app/platform/settings.server.ts'
import { notFound } from '#app/routes/context.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Details } from '#app/ui/facts.tsx'
import { HeldCodes } from '#app/ui/held-codes.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { DemoStrip } from '#app/ui/site-header.tsx'
import consoleCss from '#app/ui/styles/console.css?url'

export const headers = privateHeaders
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: consoleCss }]

/** One letter or message as its reader would get it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { outbox } = context.app
  const [, kind, id = ''] = /^(surat|pesan):(.+)$/.exec(params['id'] ?? '') ?? []
  if (!outbox || !kind) throw notFound()
  const found = kind === 'surat' ? await outbox.mail.read(id) : await outbox.messages.read(id)
  if (!found) throw notFound()
  const { demo } = await readSettings(context.app.db)
  const title = 'subject' in found ? String(found.subject) : 'Pesan singkat'
  return { title, to: found.to, text: found.text, sentAt: found.sentAt, demo: demo.isLoaded }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Surat'} · Anyam Kayong` },
  { name: 'robots', content: 'noindex' },
]

const LINK = /(https?:\/\/[^\s<>"]+)/

export default function LetterPage() {
  const { title, to, text, sentAt, demo } = useLoaderData<typeof loader>()
  return (
    <>
      {demo && <DemoStrip />}
      <main className="wrap narrow section" id="isi">
        <Breadcrumbs crumbs={[{ href: '/lokal/surat', label: 'Surat keluar' }]} />
        <PageTitle title={<HeldCodes>{title}</HeldCodes>} />
        <Details
          details={[
            { label: 'Kepada', value: to },
            { label: 'Waktu', value: formatDayTime(new Date(sentAt), 'id') },
          ]}
        />
        <div className="panel letter-text">
          {text.split(LINK).map((part, place) =>
            LINK.test(part) ? (
              <a key={place} href={part}>
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </div>
      </main>
    </>
  )
}
