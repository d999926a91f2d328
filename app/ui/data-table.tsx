import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { classNames } from './class-names.ts'

export type Column<Row> = {
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand at the right, digits under digits. */
  isNumber?: boolean
  /** The cell that names the row. */
  isName?: boolean
}

type Props<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Shows the caption; else it is for assistive technology only. */
  showCaption?: boolean
  foot?: ReactNode
  /** On a phone each row becomes a list of its own, every cell with its head before it: for rows read one at a time. */
  stacks?: boolean
}

/**
 * A table that scrolls sideways inside its own region, which the keyboard can reach. With large letters on a phone the rows of
 * few columns become lists too.
 */
export function DataTable<Row>({ caption, columns, rows, keyOf, showCaption, foot, stacks }: Props<Row>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={m.common_table_scroll({ caption })}>
      <table className={classNames('data', stacks ? 'stacks' : columns.length < 5 && 'folds')}>
        <caption className={showCaption ? undefined : 'sr'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, isNumber }, place) => (
              <th key={place} scope="col" className={classNames(isNumber && 'figure')}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, place) => (
                <DataCell key={place} row={row} column={column} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </section>
  )
}

function DataCell<Row>({ row, column }: { row: Row; column: Column<Row> }) {
  const className = classNames(column.isNumber && 'figure')
  return column.isName ? (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  ) : (
    <td className={className} data-head={typeof column.head === 'string' ? column.head : undefined}>
      <div>{column.cell(row)}</div>
    </td>
  )
}
