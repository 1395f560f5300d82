import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  /** Text per page, in the order it was drawn. */
  pages: string[]
  /** PostScript names of the embedded fonts. */
  fonts: string[]
}

/** Reads back what pdfkit wrote: enough of PDF for a test to see what a reader sees. */
export function readPdf(bytes: Buffer): ReadPdf {
  const objects = new Map<string, string>()
  for (const [, id = '', body = ''] of bytes.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id, body)
  const all = [...objects.values()]
  const follow = (body: string, key: string) => objects.get(new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(body)?.[1] ?? '') ?? ''

  const unicode = new Map<string, Map<string, string>>()
  for (const body of all) {
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) unicode.set(name, characters(streamOf(follow(objects.get(id) ?? '', 'ToUnicode'))))
  }
  const pages = all.filter((body) => /\/Type \/Page\n/.test(body)).map((page) => textOf(streamOf(follow(page, 'Contents')), unicode))
  const fonts = all.filter((body) => /\/FontFile[23]? /.test(body)).map((body) => /\/FontName \/([\w+-]+)/.exec(body)?.[1] ?? '')
  return { pages, fonts }
}

function streamOf(body: string): string {
  const [head = '', ...rest] = body.split('stream\n')
  const data = Buffer.from(rest.join('stream\n').replace(/\nendstream$/, ''), 'latin1')
  return (head.includes('FlateDecode') ? inflateSync(data) : data).toString('latin1')
}

/** `beginbfrange <0000> <0003> [<5f20> <4e09> …]` or `beginbfchar`. */
function characters(map: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, first = '', list = ''] of map.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    list.split(/>\s*</).forEach((hex, index) => {
      const code = (parseInt(first, 16) + index).toString(16).padStart(4, '0')
      found.set(code, Buffer.from(hex.replace(/[<>\s]/g, ''), 'hex').swap16().toString('utf16le'))
    })
  }
  return found
}

function textOf(content: string, unicode: Map<string, Map<string, string>>): string {
  let font: Map<string, string> | undefined
  let text = ''
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = unicode.get(name)
    for (const [, hex = ''] of (shown ?? '').matchAll(/<(\w+)>/g)) text += (hex.match(/.{4}/g) ?? []).map((code) => font?.get(code) ?? '\uFFFD').join('')
    if (shown !== undefined) text += '\n'
  }
  return text
}
