import { encodeText, type TextEncoding } from './text-encoding'
import { damagedFile, refusedField, type TextLine } from './text-lines'

/** A field of a line, in the order in which they stand. */
export interface TextField<K extends string = string> {
  key: K
  /** As staff and bank call it, for refusals. */
  title: string
  required?: boolean
  /** Banks count bytes: a Chinese character has two or four in GB18030, three or four in UTF-8. */
  maxBytes?: number
}

export type FieldValues<F extends readonly TextField[]> = Record<F[number]['key'], string>

const SEPARATOR = '|'
const BREAKS = /[\p{Cc}\u2028\u2029]/u

/**
 * A line of values with `|` between them. Refusals name the field, never its value, for it may be an account number.
 * @throws DomainProblem text-field-refused {line, field, reason}
 */
export function joinFields<const F extends readonly TextField[]>(fields: F, values: FieldValues<F>, line: number, encoding: TextEncoding): string {
  const texts: Record<string, string> = values
  return fields
    .map((field) => {
      const text = texts[field.key] ?? ''
      const reason = refusalOf(text, field, encoding)
      if (reason !== undefined) throw refusedField(line, field.title, reason)
      return text
    })
    .join(SEPARATOR)
}

function refusalOf(text: string, { required, maxBytes = Infinity }: TextField, encoding: TextEncoding): string | undefined {
  if (text === '') return required ? '没有填写' : undefined
  if (text.includes(SEPARATOR)) return `含有分隔符“${SEPARATOR}”`
  if (BREAKS.test(text)) return '含有换行或控制字符'
  const bytes = encodeText(text, encoding)
  if (!bytes) return `第 ${foreignCharacter(text, encoding)} 个字无法用 ${encoding} 编码表示`
  return bytes.length > maxBytes ? `超过 ${maxBytes} 字节` : undefined
}

const foreignCharacter = (text: string, encoding: TextEncoding): number => [...text].findIndex((character) => encodeText(character, encoding) === undefined) + 1

/**
 * The values of a line by key.
 * @throws DomainProblem text-file-damaged {where, reason}
 */
export function splitFields<const F extends readonly TextField[]>(fields: F, { number, text }: TextLine): FieldValues<F> {
  const texts = text.split(SEPARATOR)
  if (texts.length !== fields.length) throw damagedFile(`第 ${number} 行`, `应有 ${fields.length} 项，实有 ${texts.length} 项，内容可能不完整`)
  const blank = fields.find(({ required }, index) => required && texts[index] === '')
  if (blank) throw damagedFile(`第 ${number} 行`, `没有“${blank.title}”`)
  return Object.fromEntries(fields.map(({ key }, index) => [key, texts[index] ?? ''])) as FieldValues<F>
}
