/** Words and numbers stay whole; every other character, with the marks that belong to it, may stand alone. */
const TOKENS = /\n|[^\S\n\u3000]+|[\p{Script=Latin}\p{Nd}.,:;%+\-_/@#&*'~=]+|.[\p{M}\u{E0100}-\u{E01EF}]*/gsu
/** Never first on a line (避头). */
const CLOSING = /^[，。、；：？！％‰℃）〕】》〉」』”’…—～·,.;:?!)\]}%]/u
/** Never last on a line (避尾). */
const OPENING = /[（〔【《〈「『“‘([{￥¥$]$/u

/**
 * Breaks text into lines no wider than `width`, the way Chinese is set: no line begins with closing punctuation or ends
 * with an opening one, words and numbers are cut only when one alone is wider than the line.
 */
export function wrapLines(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line: string[] = []
  let used = 0

  const finish = () => {
    lines.push(line.join('').replace(/[ \t]+$/, ''))
    line = []
    used = 0
  }
  const add = (token: string) => {
    line.push(token)
    used += measure(token)
  }

  for (const token of tokensOf(text, width, measure)) {
    if (token === '\n') {
      finish()
      continue
    }
    if (line.length > 0 && used + measure(token) > width) {
      if (token.trim() === '' && token !== '\u3000') continue
      const carried = carriedOver(line, token)
      line.length -= carried.length
      finish()
      carried.forEach(add)
    }
    add(token)
  }
  finish()
  return lines
}

/** The end of a full line that must go along with the next token; nothing when it would leave the line empty. */
function carriedOver(line: readonly string[], next: string): string[] {
  let from = line.length
  let following = next
  while (from > 0 && (CLOSING.test(following) || OPENING.test(line[from - 1] ?? ''))) {
    from--
    following = line[from] ?? ''
  }
  return from === 0 ? [] : line.slice(from)
}

function tokensOf(text: string, width: number, measure: (text: string) => number): string[] {
  return (text.replace(/\r\n?/g, '\n').match(TOKENS) ?? []).flatMap((token) => (token.length > 1 && measure(token) > width ? [...token] : [token]))
}
