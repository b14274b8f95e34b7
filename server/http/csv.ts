/** Tables for spreadsheets. */

/** What a spreadsheet would run as a formula is marked as text. */
const FORMULA = /^[=+\-@\t\r]/
export type Cell = string | number | null

const cell = (value: Cell): string => {
  const text = String(value ?? '')
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** RFC 4180 with a byte order mark, by which Excel knows UTF-8. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** Headers of a reply that is kept as a file. */
export const csvHeaders = (name: string): Record<string, string> => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}.csv"`,
})
