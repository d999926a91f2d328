import { Fragment, type ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { SupporterName, type SupporterNameData } from './supporter-name.tsx'

export type TraceKind = 'library' | 'training' | 'group' | 'maker' | 'product'
export type Evidence = 'documented' | 'verified' | 'stated'

export type TraceLink = {
  kind: TraceKind
  /** Null when nobody has recorded this link: the gap is shown, never filled in. */
  title: string | null
  /** What the gap says where there is nothing that could be recorded. */
  gap?: string
  href?: string
  note?: ReactNode
  /** When it was, in words: `12–15 Maret 2025`. */
  date?: ReactNode
  evidence?: Evidence | null
  /** Who confirmed it and when, in words. */
  evidenceNote?: ReactNode
  /** Further links: the trace code, other trainings, each with what is known of it in words. */
  more?: readonly { href?: string; label: string; note?: string }[]
  /** No training covers this technique: it is the group's own, woven in its own strip. */
  isOwnTradition?: boolean
}

type Props = {
  links: readonly TraceLink[]
  /** Everyone else who helped the group, so that the library never stands alone in the story. */
  supporters?: readonly SupporterNameData[]
  label?: string
  /** Stays a vertical thread where it stands in a narrow column. */
  narrow?: boolean
  /** The level of the titles; the trace usually follows an h2. */
  headingLevel?: 3 | 4
}

/** Library, training, group, maker, product: five strips, each crossing the next. */
export function Trace({ links, supporters = [], label, narrow, headingLevel = 3 }: Props) {
  return (
    <>
      <ol className={narrow ? 'trace' : 'trace wide'} aria-label={label ?? m.common_trace()}>
        {links.map((link, place) => (
          <TraceStep key={`${link.kind}${place}`} link={link} headingLevel={headingLevel} />
        ))}
      </ol>
      {supporters.length > 0 && <Supporters supporters={supporters} />}
    </>
  )
}

/** Each once, however often it helped. */
function Supporters({ supporters }: { supporters: readonly SupporterNameData[] }) {
  const [before = '', after = ''] = m.common_trace_supporters({ names: '|' }).split('|')
  const once = [...new Map(supporters.map((supporter) => [supporter.name, supporter])).values()]
  return (
    <p className="trace-supporters small muted">
      {before}
      {once.map(({ name, gloss }, place) => (
        <Fragment key={name}>
          {place > 0 && ', '}
          <SupporterName name={name} gloss={gloss} />
        </Fragment>
      ))}
      {after}
    </p>
  )
}

const ICONS: Record<TraceKind, IconName> = {
  library: 'book',
  training: 'mat',
  group: 'people',
  maker: 'person',
  product: 'tag',
}

function TraceStep({ link, headingLevel }: { link: TraceLink; headingLevel: 3 | 4 }) {
  const Heading = `h${headingLevel}` as const
  const isGap = link.title === null && !link.isOwnTradition
  return (
    <li className={classNames(link.kind, isGap && 'gap', link.isOwnTradition && 'own')}>
      <div className="what">
        <Icon name={ICONS[link.kind]} size={20} />
        {KIND_WORDS[link.kind]()}
      </div>
      <Heading>
        <TraceTitle link={link} />
      </Heading>
      {link.date && <p className="small">{link.date}</p>}
      <TraceNote link={link} />
      {link.evidence && <EvidenceBadge level={link.evidence} note={link.evidenceNote} />}
      {link.more?.map(({ href, label, note }) => (
        <p className="small" key={label}>
          {href ? <a href={href}>{label}</a> : label}
          {note && <span className="muted"> {note}</span>}
        </p>
      ))}
    </li>
  )
}

function TraceTitle({ link: { title, gap, href, isOwnTradition } }: { link: TraceLink }) {
  const words = title ?? (isOwnTradition ? m.common_trace_own_tradition() : (gap ?? m.common_trace_missing()))
  return href ? <a href={href}>{words}</a> : <>{words}</>
}

function TraceNote({ link: { title, note, isOwnTradition } }: { link: TraceLink }) {
  const words = note ?? (isOwnTradition && title === null ? m.common_trace_own_tradition_note() : null)
  return words ? <p className="small muted">{words}</p> : null
}

const EVIDENCE_ICONS: Record<Evidence, IconName> = { documented: 'book', verified: 'check', stated: 'chat' }

/** How sure we are of a link, in words: on record, checked by staff, or as the group tells it. */
export function EvidenceBadge({ level, note }: { level: Evidence; note?: ReactNode }) {
  return (
    <p className={`evidence ${level}`}>
      <Icon name={EVIDENCE_ICONS[level]} size={18} />
      <span>
        <b>{evidenceWord(level)}</b>
        {note && <>. {note}</>}
      </span>
    </p>
  )
}

const EVIDENCE_WORDS = {
  documented: m.common_evidence_documented,
  verified: m.common_evidence_verified,
  stated: m.common_evidence_stated,
}

export const evidenceWord = (level: Evidence): string => EVIDENCE_WORDS[level]()

const KIND_WORDS = {
  library: m.common_trace_library,
  training: m.common_trace_training,
  group: m.common_trace_group,
  maker: m.common_trace_maker,
  product: m.common_trace_product,
}
