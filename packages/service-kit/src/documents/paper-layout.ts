import type { Fields, Opinion, Paper, Section, Signature, Table } from './paper'

/** Positions across the page are in thousandths of its width, so that PDF and Word rule the same lines. */
export const FULL_WIDTH = 1000
const GROUP_WIDTH = 60
const OPINION_LABEL_WIDTH = 150
const LABEL_WIDTHS = { 1: 180, 2: 150, 3: 110 }
/** Half-width characters: a value up to here stands in the middle of its box. */
const SHORT = 32

export interface GridCell {
  from: number
  to: number
  rowSpan: number
  text: string
  /** Lines at the lower right, under the text. */
  foot: readonly string[]
  align: 'left' | 'centre' | 'right'
  /** Printed again when the rows beside it continue on the next page. */
  repeats: boolean
  isHead: boolean
  /** Of its print, in points. */
  size: number
}

export interface GridRow {
  cells: readonly GridCell[]
  /** In points. */
  minHeight: number
}

/** Ruled boxes without a gap. The first `headRows` are repeated on every page. */
export interface Grid {
  kind: 'grid'
  rows: readonly GridRow[]
  headRows: number
}

export type Block = Grid | Exclude<Section, Fields | Table | Opinion>

/** Print sizes in points; leading is the height of a line relative to its size. */
export interface PaperSizes {
  title: number
  number: number
  heading: number
  body: number
  leading: number
  /** Inside ruled boxes. */
  boxed: number
}

/** Inside ruled boxes of a form, and of an annex. */
const SMALL = 10.5

export const PAPER_SIZES: Record<'form' | 'letter', PaperSizes> = {
  form: { title: 19, number: 10.5, heading: 12, body: 12, leading: 1.75, boxed: SMALL },
  letter: { title: 22, number: 14, heading: 15, body: 15, leading: 1.9, boxed: 13 },
}

const ROW_HEIGHT = 26
const OPINION_HEIGHT = 92

/** Turns boxed sections into grids, joining neighbours that form one sheet of boxes. */
export function layOut(paper: Paper): Block[] {
  const blocks: Block[] = []
  for (const section of paper.sections) {
    const block = printedAt(asBlock(section), section.kind === 'table' && section.small ? SMALL : PAPER_SIZES[paper.format ?? 'form'].boxed)
    const last = blocks.at(-1)
    if (block.kind === 'grid' && last?.kind === 'grid' && block.headRows === 0 && last.headRows === 0)
      blocks[blocks.length - 1] = { ...last, rows: [...last.rows, ...block.rows] }
    else blocks.push(block)
  }
  return blocks
}

function asBlock(section: Section): Block {
  switch (section.kind) {
    case 'fields':
      return { kind: 'grid', rows: grouped(section.group, fieldRows(section)), headRows: 0 }
    case 'table':
      return { kind: 'grid', rows: grouped(section.group, tableRows(section)), headRows: section.group === undefined ? 1 : 0 }
    case 'opinion':
      return { kind: 'grid', rows: [opinionRow(section)], headRows: 0 }
    default:
      return section
  }
}

const printedAt = (block: Block, size: number): Block =>
  block.kind === 'grid' ? { ...block, rows: block.rows.map((each) => ({ ...each, cells: each.cells.map((one) => ({ ...one, size })) })) } : block

const cell = (from: number, to: number, text: string, more: Partial<GridCell> = {}): GridCell => ({
  from,
  to,
  text,
  rowSpan: 1,
  foot: [],
  align: 'centre',
  repeats: false,
  isHead: false,
  size: SMALL,
  ...more,
})

const row = (cells: readonly GridCell[], minHeight = ROW_HEIGHT): GridRow => ({ cells, minHeight })

function fieldRows({ group, fields, perRow = 2 }: Fields): GridRow[] {
  const left = group === undefined ? 0 : GROUP_WIDTH
  const pairWidth = (FULL_WIDTH - left) / perRow
  const lines: Fields['fields'][number][][] = []
  for (const field of fields) {
    const line = lines.at(-1)
    if (line && line.length < perRow && !field.wide && !line.some((other) => other.wide)) line.push(field)
    else lines.push([field])
  }
  return lines.map((line) =>
    row(
      line.flatMap(({ label, value }, index) => {
        const from = Math.round(left + index * pairWidth)
        const middle = from + LABEL_WIDTHS[perRow]
        const to = index === line.length - 1 ? FULL_WIDTH : Math.round(left + (index + 1) * pairWidth)
        return [cell(from, middle, label), cell(middle, to, value, { align: alignment(value) })]
      }),
    ),
  )
}

function tableRows({ group, columns, rows, empty = '（无）' }: Table): GridRow[] {
  const left = group === undefined ? 0 : GROUP_WIDTH
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const edges = [left]
  let width = 0
  for (const column of columns) {
    width += column.width
    edges.push(Math.round(left + ((FULL_WIDTH - left) * width) / total))
  }
  const across = (texts: readonly string[], more: (index: number) => Partial<GridCell>) =>
    row(columns.map((_, index) => cell(edges[index] ?? left, edges[index + 1] ?? FULL_WIDTH, texts[index] ?? '', more(index))))

  const head = across(
    columns.map((column) => column.title),
    () => ({ isHead: true }),
  )
  if (rows.length === 0) return [head, row([cell(left, FULL_WIDTH, empty)])]
  return [head, ...rows.map((texts) => across(texts, (index) => ({ align: columns[index]?.align ?? alignment(texts[index] ?? '') })))]
}

function opinionRow({ label, text = '', signatures = [], sealed = false, date }: Opinion): GridRow {
  const signed = signatures.map(signatureLine)
  const lastLine = [sealed ? '（盖章）' : '', dateLine(date)].filter(Boolean).join('　　')
  return row(
    [
      cell(0, OPINION_LABEL_WIDTH, label, { repeats: true }),
      cell(OPINION_LABEL_WIDTH, FULL_WIDTH, text, { align: 'left', foot: [...signed, lastLine] }),
    ],
    OPINION_HEIGHT,
  )
}

/** Puts an upright label to the left of the rows. */
function grouped(group: string | undefined, rows: readonly GridRow[]): readonly GridRow[] {
  const [first, ...others] = rows
  if (group === undefined || !first) return rows
  const label = cell(0, GROUP_WIDTH, group, { rowSpan: rows.length, repeats: true })
  return [{ ...first, cells: [label, ...first.cells] }, ...others]
}

const alignment = (text: string): 'left' | 'centre' => (halfWidths(text) <= SHORT && !text.includes('\n') ? 'centre' : 'left')

const halfWidths = (text: string): number => [...text].reduce((sum, char) => sum + (char < '\u0100' ? 1 : 2), 0)

const signatureLine = ({ role, name }: Signature): string => `${role}（签字）：${name ?? '　　　　　'}`

/** `2025年9月30日`, or room to write one. */
export function dateLine(date: string | undefined): string {
  const [year, month, day] = date?.split('-').map(Number) ?? []
  return year && month && day ? `${year}年${month}月${day}日` : '　　　　年　　月　　日'
}

export const pageLine = (page: number, pages: number): string => `第 ${page} 页 共 ${pages} 页`
