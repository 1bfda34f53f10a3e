import { downloadFile } from './download'

export interface Column {
  key: string
  label: string
}

export type Cell = string | number | null

export type Row = Readonly<Record<string, Cell>>

/** RFC 4180. A text that a spreadsheet would run as a formula gets a quote before it. */
export function toCsv(columns: readonly Column[], rows: readonly Row[]): string {
  const lines = [columns.map(column => column.label), ...rows.map(row => columns.map(({ key }) => row[key] ?? ''))]
  return lines.map(line => line.map(escapeCell).join(',')).join('\r\n')
}

function escapeCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell ?? '') ? `'${cell}` : (cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// Excel reads UTF-8 only with this mark.
const BYTE_ORDER_MARK = '\uFEFF'

export function downloadCsv(name: string, columns: readonly Column[], rows: readonly Row[]): void {
  downloadFile(`${name}.csv`, new Blob([BYTE_ORDER_MARK, toCsv(columns, rows)], { type: 'text/csv' }))
}
