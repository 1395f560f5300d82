import { buffer } from 'node:stream/consumers'
import { writeSheetStream, writeTextLines } from '@xishan/service-kit'
import type { ReturnField, TemplateLayout } from '@xishan/social-assistance-contract'

/** A line of a payment file as the bank has it. */
export interface Sending {
  attemptId: string
  lineId: string
  seq: number
  holder: string
  amountFen: number
  divisionCode: string
}

export interface AskedFile {
  name: string
  month: string
  template: TemplateLayout
  sendings: readonly Sending[]
}

/** What the bank says of a line that does not simply go well. */
export interface Said {
  code: string
  name?: string
}

type Cell = string | number | null

const KIND = { SEQ: 'number', AMOUNT_YUAN: 'money', AMOUNT_FEN: 'number', PAID_ON: 'date' } as const

function rowOf({ name, template }: AskedFile, sending: Sending, paidOn: string, said: Said | undefined): (field: ReturnField) => Cell {
  const code = template.codes.find((one) => (said ? one.code === said.code : one.paid))
  const isPaid = said ? (code?.paid ?? true) : true
  return (field) => {
    switch (field) {
      case 'SEQ':
        return sending.seq
      case 'NAME':
        return said?.name ?? sending.holder
      case 'AMOUNT_YUAN':
      case 'AMOUNT_FEN':
        return sending.amountFen
      case 'CODE':
        return said?.code ?? code?.code ?? ''
      case 'RESULT':
        return code?.meaning ?? '待查'
      case 'PAID_ON':
        return isPaid ? paidOn : null
      case 'BANK_REFERENCE':
        return isPaid ? `${name.replace(/\D/g, '')}${String(sending.seq).padStart(6, '0')}` : null
    }
  }
}

/** The bank's return file, by the template that the payment file was made with. */
export async function returnFile(file: AskedFile, paidOn: string, say: (sending: Sending) => Said | undefined): Promise<Buffer> {
  const { template, sendings, name, month } = file
  const fields = template.returnColumns.map(({ field }) => field)
  const rows = sendings.map((sending) => fields.map(rowOf(file, sending, paidOn, say(sending))))
  if (template.returnFormat === 'XLSX') {
    const columns = template.returnColumns.map(({ title, field }) => ({ title, ...(field in KIND ? { kind: KIND[field as keyof typeof KIND] } : {}) }))
    return buffer(writeSheetStream({ name: month, columns, rows }))
  }
  const total = sendings.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const lines = rows.map((row) => row.map((cell) => cell ?? '').join('|'))
  return writeTextLines([`H|${name}|SUBSISTENCE_ALLOWANCE|${month}|${rows.length}|${total}`, ...lines, `T|${rows.length}|${total}`], { encoding: template.encoding, lineEnd: 'CRLF' })
}
