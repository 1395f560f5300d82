import { damaged } from './workbook-problem'

/** A name comes without its prefix: `x:row` is `row`. Attributes come as they stand, for `attributeOf`. */
export interface XmlReader {
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

const LONGEST_TOKEN = 1024 * 1024
const DEEPEST = 64
const QUOTE = 34
const APOSTROPHE = 39
const GREATER = 62

/**
 * Reads XML as it arrives, in memory that does not grow with it. Knows as much of XML as the parts of a workbook use; a document
 * type, with which entities could be declared, is refused.
 */
export class XmlScanner {
  private rest = ''
  private readonly names: string[] = []
  private readonly decoder = new TextDecoder('utf-8', { fatal: true })

  constructor(private readonly reader: XmlReader) {}

  /** @throws DomainProblem workbook-damaged */
  write(bytes: Uint8Array): void {
    this.scan(this.rest + this.decoded(bytes))
  }

  /** @throws DomainProblem workbook-damaged when elements are left open */
  end(): void {
    if (this.names.length > 0 || this.rest.trim() !== '') throw damaged('内容不完整')
  }

  private decoded(bytes: Uint8Array): string {
    try {
      return this.decoder.decode(bytes, { stream: true })
    } catch {
      throw damaged('文字编码不是 UTF-8')
    }
  }

  private scan(source: string): void {
    let at = 0
    for (;;) {
      const tag = source.indexOf('<', at)
      if (tag < 0) break
      if (tag > at) this.reader.text(unescapeXml(source.slice(at, tag)))
      at = tag
      const end = this.token(source, tag)
      if (end === undefined) break
      at = end
    }
    this.rest = source.slice(at)
    if (this.rest.length > LONGEST_TOKEN) throw damaged('单项内容过长')
  }

  /** Where the token that begins at `at` ends; nothing when it has not arrived whole. */
  private token(source: string, at: number): number | undefined {
    const second = source[at + 1]
    if (second === '!') return this.declaration(source, at)
    if (second === '?') return after(source, '?>', at)
    const end = tagEnd(source, at + 1)
    if (end === undefined) return undefined
    if (second === '/') this.close(localName(source.slice(at + 2, end)).trimEnd())
    else this.open(source.slice(at + 1, end))
    return end + 1
  }

  private declaration(source: string, at: number): number | undefined {
    const head = source.slice(at, at + 9)
    if (head.startsWith('<!--')) return after(source, '-->', at + 4)
    if (head === '<![CDATA[') {
      const end = after(source, ']]>', at)
      if (end !== undefined) this.reader.text(source.slice(at + 9, end - 3))
      return end
    }
    if ('<!--'.startsWith(head) || '<![CDATA['.startsWith(head)) return undefined
    throw damaged('含有不允许的文档类型声明')
  }

  private open(tag: string): void {
    const isEmpty = tag.endsWith('/')
    const whole = isEmpty ? tag.slice(0, -1) : tag
    const space = whole.search(/\s/)
    const name = localName(space < 0 ? whole : whole.slice(0, space))
    if (name === '') throw damaged('内容格式不正确')
    this.reader.open(name, space < 0 ? '' : tight(whole.slice(space)))
    if (isEmpty) return this.reader.close(name)
    if (this.names.push(name) > DEEPEST) throw damaged('内容层级过深')
  }

  private close(name: string): void {
    if (this.names.pop() !== name) throw damaged('内容格式不正确')
    this.reader.close(name)
  }
}

/** `r = "1"` is rare, and `r="1"`. */
const tight = (attributes: string): string => (attributes.includes(' =') || attributes.includes('= ') ? attributes.replace(/\s*=\s*(?=["'])/g, '=') : attributes)

const after = (source: string, mark: string, from: number): number | undefined => {
  const found = source.indexOf(mark, from)
  return found < 0 ? undefined : found + mark.length
}

/** The `>` that closes a tag; one inside a quoted value does not. */
function tagEnd(source: string, from: number): number | undefined {
  let quote = 0
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === GREATER) return at
    else if (code === QUOTE || code === APOSTROPHE) quote = code
  }
  return undefined
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The value of an attribute by its full name; nothing when it is absent. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const quote = attributes[at + name.length + 1] ?? ''
    if (attributes[at + name.length] !== '=' || !' \t\r\n'.includes(attributes[at - 1] ?? '"') || (quote !== '"' && quote !== "'")) continue
    const start = at + name.length + 2
    const end = attributes.indexOf(quote, start)
    return end < 0 ? undefined : unescapeXml(attributes.slice(start, end))
  }
  return undefined
}

const ENTITIES = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"]])

const unescapeXml = (text: string): string => (text.includes('&') ? text.replace(/&([^;&]{0,10});?/g, (_, name: string) => entity(name)) : text)

function entity(name: string): string {
  const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
  const point = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] === undefined ? 10 : 16) : undefined
  const text = point === undefined ? ENTITIES.get(name) : point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined
  if (text === undefined) throw damaged('含有无法识别的实体')
  return text
}
