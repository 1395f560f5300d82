import { DomainProblem } from '@xishan/domain'
import { HEAD_WITHIN, LARGE_SHEET, readSheetRows, readText, type FoundHead, type ReadRow } from '@xishan/service-kit'
import { TEMPLATE_MARKS, type RosterKind } from '@xishan/social-assistance-contract'
import { findHead } from './find-head'

export interface LookedInto extends FoundHead {
  rowCount: number
}

const MARKS = Object.values(TEMPLATE_MARKS)

/** A row that is meant: not the template's instructions and examples. */
export function isMeant({ cells }: ReadRow): boolean {
  const first = readText(cells.find((cell) => cell !== null && cell.trim() !== '') ?? null)
  return first !== null && !MARKS.some((mark) => first.startsWith(mark))
}

/**
 * Reads the whole file once before it is taken: where its head is and how many rows there are.
 * @throws DomainProblem `roster-head-missing`, `roster-empty`, `file-too-large`, and what the reading of workbooks refuses
 */
export async function lookInto(bytes: Buffer, kind: RosterKind): Promise<LookedInto> {
  const first: ReadRow[] = []
  let head: FoundHead | undefined
  let rowCount = 0
  const count = (rows: readonly ReadRow[], { row }: FoundHead): void => {
    for (const each of rows) if (each.number > row && isMeant(each)) rowCount++
  }
  for await (const rows of readSheetRows(bytes, LARGE_SHEET)) {
    if (head) {
      count(rows, head)
      continue
    }
    first.push(...rows)
    if (first.length <= HEAD_WITHIN) continue
    head = requireHead(first, kind)
    count(first, head)
  }
  if (!head) {
    head = requireHead(first, kind)
    count(first, head)
  }
  if (rowCount === 0) throw new DomainProblem('roster-empty', { row: head.row })
  if (rowCount > LARGE_SHEET.maxRows) throw new DomainProblem('file-too-large', { limit: `${LARGE_SHEET.maxRows} 行` })
  return { ...head, rowCount }
}

function requireHead(rows: readonly ReadRow[], kind: RosterKind): FoundHead {
  const head = findHead(rows, kind)
  if (!head) throw new DomainProblem('roster-head-missing', { rows: HEAD_WITHIN })
  return head
}
