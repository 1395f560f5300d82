import { readTextLines, type TextLine } from '@xishan/service-kit'
import type { ReturnField, TemplateLayout } from '@xishan/social-assistance-contract'
import { Unreadable, foreign, incomplete, readFen, requireSum, returnRow, type Expected, type ReadReturnFile, type ReturnRow } from './return-rows'

const LINE_FEED = 0x0a
const HEAD_FIELDS = 6

/** Files come with the line ends of either world, and without one at their end: the trailer tells whether they are whole. */
function asWritten(bytes: Buffer): { bytes: Buffer; lineEnd: 'CRLF' | 'LF' } {
  const first = bytes.indexOf(LINE_FEED)
  const lineEnd = first > 0 && bytes[first - 1] === 0x0d ? 'CRLF' : 'LF'
  const isEnded = bytes.length === 0 || bytes.at(-1) === LINE_FEED
  return { bytes: isEnded ? bytes : Buffer.concat([bytes, Buffer.from(lineEnd === 'CRLF' ? '\r\n' : '\n')]), lineEnd }
}

const isTrailer = ({ text }: TextLine): boolean => text.startsWith('T|')

/**
 * A `|` return file: `H|file|scheme|month|count|totalFen`, the rows in the template's columns, `T|count|totalFen`.
 * @throws DomainProblem `return-foreign`, `return-incomplete`, `return-unreadable`, `return-sums`, `return-empty`, `text-file-damaged`
 */
export async function readReturnText(file: Buffer, { encoding, returnColumns }: TemplateLayout, expected: Expected): Promise<ReadReturnFile> {
  if (file.subarray(0, 2).toString('latin1') === 'PK') throw foreign(expected.name, '模板规定回盘为竖线分隔文本，所选的是 Excel 表格')
  const { bytes, lineEnd } = asWritten(file)
  const unreadable = new Unreadable()
  const rows: ReturnRow[] = []
  let head: string[] | undefined
  let trailer: TextLine | undefined
  let details = 0
  const fields = returnColumns.map(({ field }) => field)
  const titles = returnColumns.map(({ title }) => title)
  for await (const lines of readTextLines(bytes, { encoding, lineEnd }))
    for (const line of lines) {
      if (!head) head = headOf(line, expected)
      else if (trailer) throw incomplete(`第 ${line.number} 行在合计行之后还有内容`)
      else if (isTrailer(line)) trailer = line
      else {
        details += 1
        const row = detail(line, fields, titles, unreadable)
        if (row) rows.push(row)
      }
    }
  const stated = statedIn(trailer, head, details)
  unreadable.refuse()
  requireSum(rows, stated.totalFen, stated.place)
  return { rows, totalFen: stated.totalFen }
}

/** What head and trailer say the file holds; both must say the same, and the number of rows must be there. */
function statedIn(trailer: TextLine | undefined, head: readonly string[] = [], details: number): { totalFen: number; place: string } {
  if (!trailer) throw incomplete(`最后一行应是“T|笔数|合计”，实际没有合计行，共读到 ${details} 行明细`)
  const [, count = '', total = ''] = trailer.text.split('|')
  const [, , , , headCount = '', headTotal = ''] = head
  const place = `第 ${trailer.number} 行`
  if (count !== String(details)) throw incomplete(`合计行载明 ${shown(count)} 笔，实有 ${details} 行明细`)
  if (headCount !== count) throw incomplete(`首行载明 ${shown(headCount)} 笔，合计行载明 ${count} 笔`)
  const stated = readFen(total)
  if (!stated.ok || stated.value === null) throw incomplete(`${place}的合计“${total.slice(0, 20)}”不是以分为单位的金额`)
  if (headTotal !== total) throw incomplete(`首行合计 ${shown(headTotal)} 分，合计行为 ${total} 分`)
  return { totalFen: stated.value, place }
}

const shown = (text: string): string => text.slice(0, 20) || '（空）'

function headOf({ text }: TextLine, { name, month }: Expected): string[] {
  const parts = text.split('|')
  if (parts[0] !== 'H' || parts.length < HEAD_FIELDS) throw foreign(name, '首行应为“H|文件编号|待遇|月份|笔数|合计”，与模板的格式不符')
  if (parts[1] !== name) throw foreign(name, `首行的文件编号为“${(parts[1] ?? '').slice(0, 40)}”`)
  if (parts[3] !== month) throw foreign(name, `首行的月份为“${(parts[3] ?? '').slice(0, 20)}”，本批次为 ${month}`)
  return parts
}

function detail({ number, text }: TextLine, fields: ReturnField[], titles: string[], unreadable: Unreadable): ReturnRow | undefined {
  const values = text.split('|')
  if (values.length !== fields.length) {
    unreadable.add(`第 ${number} 行`, `应有 ${fields.length} 项（${titles.join('、')}），实有 ${values.length} 项。`)
    return undefined
  }
  return returnRow(
    number,
    (field) => {
      const at = fields.indexOf(field)
      return at < 0 ? undefined : { place: `第 ${number} 行“${titles[at]}”`, text: values[at] ?? '' }
    },
    unreadable,
  )
}
