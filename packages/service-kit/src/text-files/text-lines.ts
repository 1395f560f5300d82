import { setImmediate } from 'node:timers/promises'
import { DomainProblem } from '@xishan/domain'
import { decodeText, encodeText, type TextEncoding } from './text-encoding'

export interface TextFileFormat {
  encoding: TextEncoding
  lineEnd: 'CRLF' | 'LF'
}

export interface TextLine {
  /** From 1. */
  number: number
  text: string
}

const LINE_ENDS = { CRLF: '\r\n', LF: '\n' } as const
const MOST_BYTES = 64 * 1024 * 1024
const LONGEST_LINE = 64 * 1024
/** Lines worked on before others have their turn. */
const BATCH = 200
const LINE_FEED = 0x0a
const MARKS = [Buffer.from('EFBBBF', 'hex'), Buffer.from('84319533', 'hex'), Buffer.from('FFFE', 'hex'), Buffer.from('FEFF', 'hex')]

/**
 * A file of lines, each ended, also the last.
 * @throws DomainProblem text-field-refused {line, field, reason}
 */
export async function writeTextLines(lines: Iterable<string> | AsyncIterable<string>, { encoding, lineEnd }: TextFileFormat): Promise<Buffer> {
  const parts: Buffer[] = []
  let batch: Buffer[] = []
  let number = 0
  for await (const line of lines) {
    number++
    if (/[\r\n]/.test(line)) throw refusedField(number, '本行', '含有换行')
    const bytes = encodeText(line + LINE_ENDS[lineEnd], encoding)
    if (!bytes) throw refusedField(number, '本行', `含有 ${encoding} 无法表示的字符`)
    batch.push(bytes)
    if (batch.length < BATCH) continue
    parts.push(Buffer.concat(batch))
    batch = []
    await setImmediate()
  }
  return Buffer.concat([...parts, ...batch])
}

/**
 * The lines of a file in batches. Written again with the same format they make the same bytes.
 * @throws DomainProblem text-file-damaged {where, reason} · file-too-large {limit}
 */
export async function* readTextLines(bytes: Buffer, { encoding, lineEnd }: TextFileFormat): AsyncGenerator<TextLine[]> {
  if (bytes.length > MOST_BYTES) throw new DomainProblem('file-too-large', { limit: `${MOST_BYTES / 1024 / 1024} MB` })
  if (bytes.length === 0) throw damagedFile('', '没有内容')
  if (MARKS.some((mark) => bytes.subarray(0, mark.length).equals(mark))) throw damagedFile('开头', '带有编码标记，可能已被其他软件打开并另存')
  if (!bytes.subarray(-2).toString('latin1').endsWith(LINE_ENDS[lineEnd])) throw damagedFile('末尾', '没有换行，内容可能不完整')
  let batch: TextLine[] = []
  let at = 0
  for (let number = 1; at < bytes.length; number++) {
    // Neither encoding uses the byte of a line feed inside another character.
    const end = bytes.indexOf(LINE_FEED, at)
    batch.push({ number, text: lineOf(bytes.subarray(at, end), number, encoding, lineEnd) })
    at = end + 1
    if (batch.length < BATCH) continue
    yield batch
    batch = []
    await setImmediate()
  }
  if (batch.length > 0) yield batch
}

function lineOf(bytes: Buffer, number: number, encoding: TextEncoding, lineEnd: TextFileFormat['lineEnd']): string {
  const where = `第 ${number} 行`
  if (bytes.length > LONGEST_LINE) throw damagedFile(where, '过长')
  const text = decodeText(bytes, encoding)
  if (text === undefined) throw damagedFile(where, `不是 ${encoding} 编码的文字`)
  const isEnded = lineEnd === 'LF' || text.endsWith('\r')
  const line = lineEnd === 'CRLF' ? text.slice(0, -1) : text
  if (!isEnded || line.includes('\r')) throw damagedFile(where, `的换行方式与约定的 ${lineEnd} 不符`)
  return line
}

export const refusedField = (line: number, field: string, reason: string): DomainProblem => new DomainProblem('text-field-refused', { line, field, reason })
export const damagedFile = (where: string, reason: string): DomainProblem => new DomainProblem('text-file-damaged', { where, reason })
