import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Icon } from './icon.tsx'

type FigureProps = {
  /** The question the figure answers. */
  question: ReactNode
  /** The answer in words, computed from the same numbers. */
  answer: ReactNode
  /** The drawing; its numbers are in the table. */
  children: ReactNode
  /** The same numbers as a DataTable. */
  table?: ReactNode
  csvHref?: string
  meaningHref?: string
  /** Across both columns of the page. */
  wide?: boolean
}

/** A question, its answer, a drawing, and the numbers behind it. */
export function Figure({ question, answer, children, table, csvHref, meaningHref, wide }: FigureProps) {
  return (
    <figure className={wide ? 'figure-panel wide' : 'figure-panel'}>
      <h2>{question}</h2>
      <p className="muted">{answer}</p>
      {children}
      <figcaption>
        {table && (
          <details>
            <summary>
              <Icon name="table" size={20} />
              {m.common_show_table()}
            </summary>
            {table}
          </details>
        )}
        {csvHref && (
          <a href={csvHref}>
            <Icon name="download" size={20} />
            {m.common_download_csv()}
          </a>
        )}
        {meaningHref && <a href={meaningHref}>{m.common_figure_meaning()}</a>}
      </figcaption>
    </figure>
  )
}

/** Series differ by weave as well as by colour: 1 twill, 2 plain, 3 broad twill, 4 broad plain. */
export type Series = 1 | 2 | 3 | 4

/** A bar inside a table cell; the number stands in the cell beside it. */
export function CellBar({ value, largest, series = 3 }: { value: number; largest: number; series?: Series }) {
  return (
    <span className="cell-bar" aria-hidden="true">
      <i className={`series-${series}`} style={{ width: share100(value, largest) }} />
    </span>
  )
}

export type ChartColumn = {
  /** Short, under the column: `Okt`. */
  label: string
  /** Null where nothing was reported: drawn as a gap, not as zero. */
  value: number | null
  before?: number | null
  /** Written above the column. */
  words?: string
  /** A training was held then. */
  isMarked?: boolean
}

type ColumnChartProps = {
  columns: readonly ChartColumn[]
  /** What the strips, the line and the woven marks stand for. */
  legend: { value: string; before?: string; mark?: string }
  series?: Series
  /** Figures beside the lines, in words short enough for the margin. */
  scale?: (value: number) => string
}

/** Columns over time, with the same month a year earlier as a line; drawn for the eye, the table is for everyone. */
export function ColumnChart({ columns, legend, series = 3, scale }: ColumnChartProps) {
  const most = Math.max(1, ...columns.map(({ value, before }) => Math.max(value ?? 0, before ?? 0))) * 1.1
  const largest = scale ? roundStep(most / LINES) * LINES : most
  const isCrowded = columns.length > 8
  const tracks = { gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }
  return (
    <div aria-hidden="true" className={scale && 'with-scale'}>
      <div className="legend">
        <span>
          <i className={`series-${series}`} />
          {legend.value}
        </span>
        {legend.before && (
          <span>
            <i className="before" />
            {legend.before}
          </span>
        )}
        {legend.mark && (
          <span>
            <i className="mark" />
            {legend.mark}
          </span>
        )}
      </div>
      <div className="column-chart" style={tracks}>
        {scale &&
          Array.from({ length: LINES }, (_, line) => (
            <span key={line} className="scale" style={{ top: share100(line, LINES) }}>
              {scale((largest * (LINES - line)) / LINES)}
            </span>
          ))}
        {columns.map(({ label, value, before, words }) => (
          <div key={label} className={value === null ? 'unknown' : undefined}>
            {words && <span className="words">{words}</span>}
            <i className={`series-${series}`} style={{ height: share100(value ?? largest * 0.2, largest) }} />
            {typeof before === 'number' && (
              <span className="before" style={{ bottom: share100(before, largest) }} />
            )}
          </div>
        ))}
      </div>
      <div className="column-axis" style={tracks}>
        {columns.map(({ label, isMarked }) => (
          <span key={label}>
            {isCrowded ? label.slice(0, 1) : label}
            {isCrowded && <span className="rest">{label.slice(1)}</span>}
            <i className={isMarked ? 'mark' : undefined} />
          </span>
        ))}
      </div>
    </div>
  )
}

/** The chart is ruled in quarters. */
const LINES = 4

/** The next round step at or above a value: 1, 2, 2.5 or 5, times a power of ten. */
function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 2.5, 5].find((step) => step * power >= value) ?? 10) * power
}

const share100 = (value: number, whole: number) => `${Math.round((value / Math.max(whole, 1)) * 1000) / 10}%`
