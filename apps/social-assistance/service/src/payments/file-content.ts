import { formatYuan, label, monthInChinese } from '@xishan/domain'
import { writeTextLines, type Ciphers, type SheetColumn, type SheetRow } from '@xishan/service-kit'
import { LINE_KIND, type LineKind, type PaymentField, type TemplateLayout } from '@xishan/social-assistance-contract'

/** A sending as it is stored: what is secret in it stays sealed. */
export interface StoredSending {
  seq: number
  holder: string
  sealedAccount: string
  bank: string
  sealedDocument: string | null
  personKey: string
  amountFen: number
  kind: LineKind
  month: string
}

/** A payment file without its lines: the layout as it was when the file was made, and what stands in its head. */
export interface FileFrame {
  name: string
  layout: TemplateLayout
  scheme: string
  month: string
  count: number
  totalFen: number
}

export const SCHEME_NAME = '最低生活保障金'
/** Of the specification's `|` file: what the receiver's software expects. */
const SCHEME_CODE = 'SUBSISTENCE_ALLOWANCE'
/** How many lines are opened and written before others have their turn. */
export const LINES_AT_ONCE = 500

/** `|` stands between fields and a line break between lines; neither belongs in a name. */
const plain = (text: string): string => text.replaceAll('|', '｜').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

const memoOf = (scheme: string, { kind, month }: StoredSending): string => `${scheme}${kind === 'REGULAR' ? '' : label(LINE_KIND, kind)}${monthInChinese(month)}`

const detailLine = (frame: FileFrame, sending: StoredSending, ciphers: Ciphers): string =>
  ['D', sending.seq, sending.personKey, plain(sending.holder), ciphers.decrypt(sending.sealedAccount), plain(sending.bank), sending.amountFen, memoOf(frame.scheme, sending)].join('|')

const textFormat = ({ layout }: FileFrame) => ({ encoding: layout.encoding, lineEnd: 'CRLF' as const })

export const headBytes = (frame: FileFrame, digest: string): Promise<Buffer> =>
  writeTextLines([['H', frame.name, SCHEME_CODE, frame.month, frame.count, frame.totalFen, digest].join('|')], textFormat(frame))

export const detailBytes = (frame: FileFrame, sendings: readonly StoredSending[], ciphers: Ciphers): Promise<Buffer> =>
  writeTextLines(sendings.map((sending) => detailLine(frame, sending, ciphers)), textFormat(frame))

export const trailerBytes = (frame: FileFrame): Promise<Buffer> => writeTextLines([['T', frame.count, frame.totalFen].join('|')], textFormat(frame))

export function rowOf(frame: FileFrame, sending: StoredSending, ciphers: Ciphers): SheetRow {
  return frame.layout.columns.map(({ field, text }) => {
    switch (field) {
      case 'SEQ':
        return sending.seq
      case 'NAME':
        return sending.holder
      case 'DOCUMENT':
        return sending.sealedDocument && ciphers.decrypt(sending.sealedDocument)
      case 'ACCOUNT':
        return ciphers.decrypt(sending.sealedAccount)
      case 'BANK':
        return sending.bank
      case 'AMOUNT_YUAN':
      case 'AMOUNT_FEN':
        return sending.amountFen
      case 'MONTH':
        return sending.month
      case 'SCHEME':
        return frame.scheme
      case 'MEMO':
        return memoOf(frame.scheme, sending)
      case 'FILE':
        return frame.name
      case 'TEXT':
        return text
    }
  })
}

const NUMBERS: Partial<Record<PaymentField, SheetColumn['kind']>> = { SEQ: 'number', AMOUNT_FEN: 'number', AMOUNT_YUAN: 'money' }
const WIDTHS: Partial<Record<PaymentField, number>> = { SEQ: 8, DOCUMENT: 22, ACCOUNT: 24, BANK: 26, MEMO: 28, FILE: 24 }

export const columnsOf = ({ columns }: TemplateLayout): SheetColumn[] =>
  columns.map(({ title, field }) => ({ title, ...(NUMBERS[field] ? { kind: NUMBERS[field] } : {}), ...(WIDTHS[field] ? { width: WIDTHS[field] } : {}) }))

/** The lines above the head, with the file's own words in them. */
export function titlesOf({ layout, month, scheme, name, count, totalFen }: FileFrame): string[] {
  const words: Record<string, string> = { 月份: monthInChinese(month), 待遇名称: scheme, 文件编号: name, 笔数: String(count), 合计: formatYuan(totalFen) }
  return layout.titles.map((title) => title.replace(/\{([^{}]*)\}/g, (whole, word: string) => words[word] ?? whole))
}

/** What a file's digest is taken over: the lines of a text as they are sent, the cells of a workbook. */
export const digestedBytes = async (frame: FileFrame, sendings: readonly StoredSending[], ciphers: Ciphers): Promise<Buffer> =>
  frame.layout.format === 'PIPE' ? detailBytes(frame, sendings, ciphers) : Buffer.from(sendings.map((sending) => `${JSON.stringify(rowOf(frame, sending, ciphers))}\n`).join(''))
