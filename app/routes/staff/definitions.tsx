import type { MetaFunction } from '@remix-run/node'
import { ATTRIBUTION, DEFINITIONS } from '#app/domain/outcomes/definitions.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { Details } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.console_definitions_title(),
    description: m.console_definitions_lead(),
    isPrivate: true,
  })

/** What every figure means, who keeps its source, and what it does not say. */
export default function Definitions() {
  return (
    <>
      <PageTitle title={m.console_definitions_title()} lead={m.console_definitions_lead()} />
      <Notice>
        <p>{ATTRIBUTION.id}</p>
      </Notice>
      <div className="definitions">
        {Object.entries(DEFINITIONS).map(([key, { id: words }]) => (
          <section key={key} id={key} className="figure-panel">
            <h2>{words.name}</h2>
            <Details
              caption={words.name}
              details={[
                { label: m.console_definition_formula(), value: words.formula },
                { label: m.console_definition_source(), value: words.source },
                { label: m.console_definition_limits(), value: words.limits },
              ]}
            />
          </section>
        ))}
      </div>
    </>
  )
}
