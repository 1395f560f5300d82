/** A column of a list. Without `value` it shows the row's member of that name; a slot `cell-<key>` shows it otherwise. */
export interface Column<Row> {
  key: string
  title: string
  width?: number
  minWidth?: number
  align?: 'left' | 'right' | 'center'
  value?: (row: Row) => string | number | null | undefined
  /** Left out until chosen. */
  isExtra?: boolean
}

export function cellText<Row extends object>(column: Column<Row>, row: Row): string {
  const value = column.value ? column.value(row) : new Map<string, unknown>(Object.entries(row)).get(column.key)
  return value === null || value === undefined || value === '' ? '—' : String(value)
}
